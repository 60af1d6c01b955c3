package sightline.app.drawn;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.SplittableRandom;

/** What stands still: the wall with its two doors and a window, and the counter in front. */
final class Room {
  private static final List<Color> WALLS = List.of(
      new Color(0xA8A08D),
      new Color(0x8D9DA4),
      new Color(0x9BA48B),
      new Color(0xAC9687),
      new Color(0x9896A6));
  private static final List<Color> COUNTERS = List.of(
      new Color(0xA9794E),
      new Color(0x8E8A84),
      new Color(0xC4AE8C),
      new Color(0x6F7F86),
      new Color(0x8B6242));
  private static final List<Color> LEAVES =
      List.of(new Color(0x7C5A3C), new Color(0x9AA7A0), new Color(0x59708A), new Color(0xB59A72));
  private static final List<Color> HALLS =
      List.of(new Color(0x8F9AA0), new Color(0xA59683), new Color(0x93A08C));

  private static final Rectangle2D WINDOW = new Rectangle2D.Double(262, 10, 118, 92);
  private final Color wall;
  private final Color counter;
  private final Door left;
  private final Door right;

  Room(Seed seed) {
    SplittableRandom random = seed.random();
    wall = WALLS.get(random.nextInt(WALLS.size()));
    counter = COUNTERS.get(random.nextInt(COUNTERS.size()));
    Color leaf = LEAVES.get(random.nextInt(LEAVES.size()));
    Color hall = HALLS.get(random.nextInt(HALLS.size()));
    left = new Door(96, leaf, hall);
    right = new Door(World.WIDTH - 96, leaf, hall);
  }

  Door left() {
    return left;
  }

  Door right() {
    return right;
  }

  /** Everything behind the counter, doors closed. */
  void drawBack(Graphics2D g, Condition condition) {
    drawWall(g);
    left.drawClosed(g);
    right.drawClosed(g);
    drawWindow(g, condition);
  }

  /** The counter, which hides whatever stands behind it. */
  void drawCounter(Graphics2D g) {
    g.setPaint(new GradientPaint(
        0, World.HORIZON, Tint.times(counter, 0.82), 0, World.HEIGHT, Tint.times(counter, 1.08)));
    g.fill(band(World.HORIZON, World.HEIGHT + World.MARGIN));
    Weave.over(g, band(World.HORIZON, World.HEIGHT + World.MARGIN), Tint.times(counter, 0.6));
    g.setColor(Tint.times(counter, 0.55));
    g.fill(band(World.HORIZON, World.HORIZON + 5));
    g.setColor(Tint.times(counter, 1.2));
    g.fill(band(World.HORIZON + 5, World.HORIZON + 7));
  }

  private void drawWall(Graphics2D g) {
    g.setPaint(new GradientPaint(
        0, 0, Tint.times(wall, 1.04), World.WIDTH, World.HORIZON, Tint.times(wall, 0.88)));
    g.fill(band(-World.MARGIN, World.HORIZON));
    Weave.over(g, band(-World.MARGIN, World.HORIZON), Tint.times(wall, 0.7));
  }

  private void drawWindow(Graphics2D g, Condition condition) {
    Color sky = switch (condition) {
      case DIM -> new Color(0x39424F);
      case GLARE -> new Color(0xFFFDF4);
      case CLEAR, SHAKY, COVERED -> new Color(0xC9DDE8);
    };
    g.setPaint(new GradientPaint(0, 10, sky, 0, 102, Tint.mix(sky, new Color(0x8FA383), 0.35)));
    g.fill(WINDOW);
    g.setColor(new Color(0xECE8DF));
    g.setStroke(new BasicStroke(6));
    g.draw(WINDOW);
    g.setStroke(new BasicStroke(4));
    g.draw(new Line2D.Double(
        WINDOW.getCenterX(), WINDOW.getMinY(), WINDOW.getCenterX(), WINDOW.getMaxY()));
  }

  private static Rectangle2D band(double top, double bottom) {
    return new Rectangle2D.Double(-World.MARGIN, top, World.WIDTH + 2 * World.MARGIN, bottom - top);
  }
}
