package sightline.app.compose;

import java.util.List;
import sightline.domain.frame.Rotation;
import sightline.domain.framing.Motion;
import sightline.domain.framing.Profiles;
import sightline.vision.decode.ImageHeader;
import sightline.vision.decode.ImageLimits;
import sightline.vision.decode.Picture;
import sightline.vision.decode.Undecodable;
import sightline.vision.framing.CameraViewMeter;

/**
 * Where the scene went as the camera moved, estimated as the engine estimates it ({@link Motion}): what stands still in the
 * room moves by this through the picture. Where a step could not be told, the scene is taken to stand.
 */
final class CameraPath {
  /** Frames each side over which a slow turn is told from a shake. */
  private static final int SHAKE = 15;

  private final double[] x;
  private final double[] y;

  /** A step for each frame after the first, in pixels. */
  CameraPath(double[] dx, double[] dy) {
    x = summed(dx);
    y = summed(dy);
  }

  static CameraPath of(List<Backdrop> frames) {
    List<Profiles> profiles =
        frames.stream().parallel().map(CameraPath::profiles).toList();
    double[] dx = new double[frames.size() - 1];
    double[] dy = new double[frames.size() - 1];
    Canvas canvas = Canvas.of(frames.get(0).image());
    for (int step = 0; step < dx.length; step++) {
      Motion motion = Motion.between(profiles.get(step), profiles.get(step + 1));
      dx[step] = motion.right().assessed() ? motion.right().orThrow() * canvas.width : 0;
      dy[step] = motion.down().assessed() ? motion.down().orThrow() * canvas.height : 0;
    }
    return new CameraPath(dx, dy);
  }

  private static Profiles profiles(Backdrop frame) {
    if (!(ImageHeader.read(frame.jpeg(), ImageLimits.defaults())
        instanceof ImageHeader.Accepted header)) {
      throw new MediaMissing("%s cannot be read".formatted(frame.base()));
    }
    try (Picture picture = Picture.decode(frame.jpeg(), header, Rotation.NONE)) {
      return java.util.Objects.requireNonNull(
          new CameraViewMeter().measure(picture).profiles(), "a measured view has profiles");
    } catch (Undecodable e) {
      throw new MediaMissing("%s cannot be read".formatted(frame.base()));
    }
  }

  private static double[] summed(double[] steps) {
    double[] sum = new double[steps.length + 1];
    for (int at = 0; at < steps.length; at++) {
      sum[at + 1] = sum[at] + steps[at];
    }
    return sum;
  }

  int frames() {
    return x.length;
  }

  /** How far the scene moved to the right between two frames, pixels. */
  double right(int from, int to) {
    return x[to] - x[from];
  }

  double down(int from, int to) {
    return y[to] - y[from];
  }

  /** The shake alone: how far the scene is from where it is on average in the second around. */
  double shakeX(int frame) {
    return shake(x, frame);
  }

  double shakeY(int frame) {
    return shake(y, frame);
  }

  private static double shake(double[] path, int frame) {
    double sum = 0;
    for (int at = frame - SHAKE; at <= frame + SHAKE; at++) {
      sum += path[Math.max(0, Math.min(path.length - 1, at))];
    }
    return path[frame] - sum / (2 * SHAKE + 1);
  }

  /**
   * Where the camera turns most.
   *
   * @param length frames
   * @return the first frame of that length, at most {@code last}
   */
  int widestTurn(int length, int first, int last) {
    int widest = first;
    for (int from = first; from <= Math.min(last, x.length - 1 - length); from++) {
      if (Math.abs(right(from, from + length)) > Math.abs(right(widest, widest + length))) {
        widest = from;
      }
    }
    return widest;
  }
}
