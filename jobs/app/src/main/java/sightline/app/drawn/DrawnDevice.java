package sightline.app.drawn;

/**
 * A device of the drawn fleet, which plays one scene after the other.
 *
 * @param name unique in its fleet
 * @param deviceClass as in a frame's header
 * @param region coarse, as in a frame's header
 * @param place of the device in its fleet, from 0; sets which scenes it plays
 */
public record DrawnDevice(
    String name, String deviceClass, String region, Camera camera, int place, long seed) {
  /** Coprime to the ten kinds of scenes, so that every device comes to all of them, and no two devices share a scene. */
  static final int STRIDE = 7;

  /** The scene that the device plays after {@code played} others. */
  public DrawnScene scene(int played) {
    return DrawnScene.of(seed, number(played), camera);
  }

  int number(int played) {
    return place + STRIDE * played;
  }
}
