package sightline.app.drawn;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** What stands still in a scene, painted once so that each frame only has to copy it. */
final class Stage {
  private final Room room;
  private final Camera camera;
  private final BufferedImage back;
  private final BufferedImage counter;

  Stage(Room room, Condition condition, Camera camera) {
    this.room = room;
    this.camera = camera;
    this.back = layer(-World.MARGIN, World.HORIZON + World.MARGIN);
    this.counter = layer(World.HORIZON, World.HEIGHT + World.MARGIN);
    Graphics2D behind = brush(back, fromTop(-World.MARGIN));
    room.drawBack(behind, condition);
    behind.dispose();
    Graphics2D before = brush(counter, fromTop(World.HORIZON));
    room.drawCounter(before);
    before.dispose();
  }

  Room room() {
    return room;
  }

  /** The wall; what stands behind the counter is drawn after it. */
  void copyBack(Graphics2D g) {
    copy(g, back, -World.MARGIN);
  }

  /** The counter, over the feet of whatever stands behind it. */
  void copyCounter(Graphics2D g) {
    copy(g, counter, World.HORIZON);
  }

  /** A brush with smooth edges. */
  static Graphics2D brush(BufferedImage picture, AffineTransform world) {
    Graphics2D g = picture.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setTransform(world);
    return g;
  }

  /** Copies pixel by pixel: the sway moves by whole pixels, so nothing has to be resampled. */
  private void copy(Graphics2D g, BufferedImage layer, int top) {
    AffineTransform world = g.getTransform();
    int x = (int) Math.round(world.getTranslateX() - World.MARGIN * camera.scale());
    int y = (int) Math.round(world.getTranslateY() + top * camera.scale());
    g.setTransform(new AffineTransform());
    g.drawImage(layer, x, y, null);
    g.setTransform(world);
  }

  private AffineTransform fromTop(int top) {
    AffineTransform world = AffineTransform.getScaleInstance(camera.scale(), camera.scale());
    world.translate(World.MARGIN, -top);
    return world;
  }

  private BufferedImage layer(int top, int bottom) {
    int width = (int) Math.ceil((World.WIDTH + 2 * World.MARGIN) * camera.scale());
    int height = (int) Math.ceil((bottom - top) * camera.scale());
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
  }
}
