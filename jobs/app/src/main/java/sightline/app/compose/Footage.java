package sightline.app.compose;

import java.util.List;

/**
 * A clip to walk through.
 *
 * @param frames all of them, in order
 */
record Footage(List<Backdrop> frames, CameraPath camera) {
  static Footage of(List<Backdrop> frames) {
    return new Footage(frames, CameraPath.of(frames));
  }
}
