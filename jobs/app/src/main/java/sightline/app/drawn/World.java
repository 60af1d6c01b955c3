package sightline.app.drawn;

/** The stage every scene is drawn on, in world pixels; a camera scales it to its own raster. */
final class World {
  static final int WIDTH = 640;
  static final int HEIGHT = 360;
  /** Where the counter begins, from the top: behind it is the room, on it the hands work. */
  static final int HORIZON = 168;
  /** What is drawn beyond each edge, so that a swaying camera never sees the end of the room. */
  static final int MARGIN = 24;

  private World() {}
}
