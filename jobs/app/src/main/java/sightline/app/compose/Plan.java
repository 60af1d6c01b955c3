package sightline.app.compose;

import org.jspecify.annotations.Nullable;

/**
 * What happens in one clip.
 *
 * @param furniture before the walker, null where nothing is
 * @param anchored from this frame on the walker stands in the scene, however far the camera turns; -1 where he keeps up with it
 * @param released from this frame on he keeps up with it again
 */
record Plan(WalkKind kind, Way way, @Nullable Furniture furniture, int anchored, int released) {
  static Plan of(WalkKind kind, Way way) {
    return new Plan(kind, way, null, -1, -1);
  }

  static Plan behind(WalkKind kind, Way way, Furniture furniture) {
    return new Plan(kind, way, furniture, -1, -1);
  }

  /** The head in a frame: the way, a walker's steps, and the camera. */
  Pose at(int frame, CameraPath camera) {
    Pose pose = way.at(frame);
    Pose before = way.at(frame - 1.0);
    double pace = Math.min(1, Math.hypot(pose.x() - before.x(), pose.y() - before.y()) / 2);
    // two steps a second
    double step = Math.sin(Math.PI * frame / 15.0);
    Pose walking =
        pose.moved(0, 0.05 * pose.size() * pace * Math.abs(step)).rolled(2 * pace * step);
    return walking.moved(driftX(frame, camera), driftY(frame, camera));
  }

  double driftX(int frame, CameraPath camera) {
    if (anchored < 0 || frame < anchored) {
      return camera.shakeX(frame);
    }
    double held = camera.shakeX(anchored) + camera.right(anchored, Math.min(frame, released));
    return frame < released ? held : held + camera.shakeX(frame) - camera.shakeX(released);
  }

  double driftY(int frame, CameraPath camera) {
    return camera.shakeY(frame);
  }
}
