package sightline.app.drawn;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import sightline.domain.frame.Box;

/**
 * A first-person household scene that the project draws itself: hands at work on a counter, in every second scene with a
 * visitor behind it. A pure function of seed, number and camera; every frame can be drawn by itself, from any thread.
 */
public final class DrawnScene {
  static {
    // drawing needs no display, and a desktop should not show the demo as an application of its own
    System.setProperty("java.awt.headless", "true");
  }

  private static final int SHORTEST = 120;
  private static final int LONGEST = 300;
  /** Frames before the visitor comes. */
  private static final int LEAD = 24;

  private static final int SHORTEST_VISIT = 44;
  private static final int LONGEST_VISIT = 72;
  private static final int SHORTEST_COVER = 40;
  private static final int LONGEST_COVER = 80;
  /** Frames between the visitor and the finger. */
  private static final int PAUSE = 6;

  private final int frames;
  private final Camera camera;
  private final Condition condition;
  private final Stage stage;
  private final Sway sway;
  private final Chore chore;
  private final Light light;
  private final @Nullable Visit visit;
  private final @Nullable Finger finger;
  private final @Nullable Shake shake;

  private DrawnScene(Seed seed, int number, Camera camera) {
    SplittableRandom random = seed.random();
    this.camera = camera;
    this.condition = Condition.ofScene(number);
    this.frames = random.nextInt(SHORTEST, LONGEST + 1);
    this.stage = new Stage(new Room(seed.with(1)), condition, camera);
    this.chore = new Chore(seed.with(2));
    this.sway = new Sway(seed.with(3), camera);
    this.light = new Light(seed.with(4), condition, camera);
    boolean visited = number % 2 == 1;
    int gone = LEAD + (visited ? random.nextInt(SHORTEST_VISIT, LONGEST_VISIT + 1) : 0);
    this.visit = visited ? new Visit(seed.with(5), stage.room(), LEAD, gone) : null;
    int free = Math.min(frames, gone + PAUSE + random.nextInt(SHORTEST_COVER, LONGEST_COVER + 1));
    this.finger =
        condition == Condition.COVERED ? new Finger(seed.with(6), gone + PAUSE, free) : null;
    this.shake = condition == Condition.SHAKY ? new Shake(seed.with(7)) : null;
  }

  /** A scene as a phone of the middle sees it, 640 by 360 pixels. */
  public static DrawnScene of(long seed, int number) {
    return of(seed, number, Camera.MID);
  }

  /**
   * @param number from 0; the five conditions take turns, and odd scenes have a visitor
   */
  public static DrawnScene of(long seed, int number, Camera camera) {
    if (number < 0) {
      throw new IllegalArgumentException("scenes are numbered from 0, got " + number);
    }
    return new DrawnScene(new Seed(seed).with(number), number, camera);
  }

  /** How many frames there are, 10 a second. */
  public int frames() {
    return frames;
  }

  public Camera camera() {
    return camera;
  }

  /**
   * The picture, packed RGB.
   *
   * @param index 0-based, below {@link #frames}
   */
  public BufferedImage draw(int index) {
    Objects.checkIndex(index, frames);
    BufferedImage picture =
        new BufferedImage(camera.width(), camera.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = Stage.brush(picture, sway.at(index));
    drawWorld(g, index);
    g.setTransform(AffineTransform.getScaleInstance(camera.scale(), camera.scale()));
    if (finger != null) {
      finger.draw(g, index);
    }
    g.dispose();
    int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    if (shake != null && !visited(index) && shake.covers(index)) {
      shake.smear(pixels, camera);
    }
    light.expose(pixels, index);
    return picture;
  }

  /** The picture as the device would send it: the same bytes for the same scene and index. */
  public byte[] jpeg(int index) {
    return Jpeg.of(draw(index), camera.quality());
  }

  public DrawnTruth truth(int index) {
    Objects.checkIndex(index, frames);
    double covered = finger == null ? 0 : finger.covered(index);
    return new DrawnTruth(face(index), covered, chore.hands());
  }

  private void drawWorld(Graphics2D g, int index) {
    stage.copyBack(g);
    if (visit != null && visit.covers(index)) {
      visit.draw(g, index);
    }
    stage.copyCounter(g);
    chore.draw(g, index);
  }

  private boolean visited(int index) {
    return visit != null && visit.covers(index);
  }

  private @Nullable Box face(int index) {
    if (visit == null || !visit.covers(index)) {
      return null;
    }
    Rectangle2D seen = sway.at(index).createTransformedShape(visit.face(index)).getBounds2D();
    return new Box((float) seen.getX(), (float) seen.getY(), (float) seen.getWidth(), (float)
        seen.getHeight());
  }
}
