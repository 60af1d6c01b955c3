package sightline.app.compose;

import java.awt.geom.Rectangle2D;

/**
 * A head that can turn: one photo from the front, laid around a skull whose rest is hair above and skin below. No more than an
 * eye takes for a turning head at the size of a bystander.
 */
final class Head {
  private static final double RIM = 0.1;

  /** What of the photo is kept, in its shares: inside the cheeks, so that nothing of its own background comes along. */
  private static final Oval KEPT = new Oval(0.5, 0.505, 0.39, 0.495);

  private static final double KEPT_RIM = 0.18;

  /** Photos end at the forehead: so much higher, in shares of the photo, does the skull reach. */
  private static final double CROWN = 0.12;

  private static final Oval SKULL = new Oval(0, 0.43, 1, 0.55);

  /** A head is deeper than wide. */
  private static final double DEEPER = 0.14;

  /** Farther than this from the cheeks' colour, over the channels together, a forehead's top is hair. */
  private static final double UNLIKE_SKIN = 90;

  private static final float[] BROWN = {58, 45, 38};

  private final FaceCut cut;
  private final Layer front;
  private final float[] hair;
  private final float[] skin;

  private Head(FaceCut cut, Layer front) {
    this.cut = cut;
    this.front = front;
    this.skin = colour(front, cut.face().x(), cut.face().y() + cut.face().radiusY() * 0.3, 0.12);
    this.hair = hair(front, skin);
  }

  static Head of(FaceCut cut) {
    return new Head(cut, Layer.of(cut.picture(), (x, y) -> KEPT.softly(x, y, KEPT_RIM)));
  }

  FaceCut cut() {
    return cut;
  }

  /** Colour of the cheeks, 0 to 255 a channel. */
  float[] skin() {
    return skin.clone();
  }

  /** Half the head's width as it is turned, in shares of the photo's width. */
  private double radius(double yaw) {
    return cut.head().radiusX() * (1 + DEEPER * Math.abs(Math.sin(Math.toRadians(yaw))));
  }

  /** Where the turned head comes to lie. */
  Quad quad(Pose pose) {
    double height = pose.size() / (2 * cut.face().radiusY());
    double width = 2 * radius(pose.yaw()) * height * cut.cut().width / cut.cut().height;
    double up = (cut.face().y() - (1 - CROWN) / 2) * height;
    double turn = Math.toRadians(pose.roll());
    return Quad.turned(
        pose.x() + up * Math.sin(turn),
        pose.y() - up * Math.cos(turn),
        width,
        height * (1 + CROWN),
        pose.roll());
  }

  /**
   * The box around what a turned head shows of its face: of the face's half circle, from cheek to cheek, the part on this side
   * of the head. Seen from the front it is the whole face.
   *
   * @return empty where the face looks away altogether
   */
  Rectangle2D face(Pose pose) {
    double cheek = Math.asin(Math.min(1, cut.face().radiusX() / cut.head().radiusX()));
    double yaw = Math.toRadians(pose.yaw());
    double from = Math.max(-Math.PI / 2, yaw - cheek);
    double to = Math.min(Math.PI / 2, yaw + cheek);
    if (from >= to) {
      return new Rectangle2D.Double();
    }
    double half = quad(pose).a().distance(quad(pose).b()) / 2;
    double left = half * Math.sin(from);
    double right = half * Math.sin(to);
    double turn = Math.toRadians(pose.roll());
    double middle = (left + right) / 2;
    double halfX =
        Math.hypot((right - left) / 2 * Math.cos(turn), pose.size() / 2 * Math.sin(turn));
    double halfY =
        Math.hypot((right - left) / 2 * Math.sin(turn), pose.size() / 2 * Math.cos(turn));
    return new Rectangle2D.Double(
        pose.x() + middle * Math.cos(turn) - halfX,
        pose.y() + middle * Math.sin(turn) - halfY,
        2 * halfX,
        2 * halfY);
  }

  /** Area of the face looking straight into the camera, square pixels. */
  double wholeFace(double size) {
    return size
        * size
        * (cut.face().radiusX() * cut.cut().width)
        / (cut.face().radiusY() * cut.cut().height);
  }

  /** The head as it is seen turned by so many degrees, as wide as {@link #quad} lays it. */
  Layer turned(double yaw) {
    int height = (int) Math.round(front.height * (1 + CROWN));
    int width = (int) Math.round(2 * radius(yaw) * front.width);
    float[] rgba = new float[width * height * Layer.CHANNELS];
    float[] sum = new float[Layer.CHANNELS];
    double aside = step(4, 24, Math.abs(yaw));
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double across = 2 * (x + 0.5) / width - 1;
        double v = (y + 0.5) / front.height - CROWN;
        double opaque = SKULL.softly(across, v, RIM);
        if (opaque > 0) {
          java.util.Arrays.fill(sum, 0);
          round(Math.asin(across) - Math.toRadians(yaw), v, aside, sum);
          double shade = 1 - 0.25 * aside * across * across;
          for (int c = 0; c < Layer.CHANNELS; c++) {
            rgba[(y * width + x) * Layer.CHANNELS + c] =
                (float) (sum[c] * opaque * (c == Canvas.CHANNELS ? 1 : shade));
          }
        }
      }
    }
    return new Layer(width, height, rgba);
  }

  /**
   * What lies at an angle around the head, 0 being the nose: the photo, and around it hair down to a line that falls from the
   * temple to the nape, below which is skin; beside the jaw of a head seen from the front there is nothing.
   */
  private void round(double angle, double v, double aside, float[] sum) {
    double around = Math.IEEEremainder(angle, 2 * Math.PI);
    double degrees = Math.abs(Math.toDegrees(around));
    if (degrees < 90) {
      front.sample(cut.head().x() + cut.head().radiusX() * Math.sin(around), v, sum);
    }
    double line = 0.36 + 0.42 * step(72, 125, degrees);
    double bare = step(line - 0.05, line + 0.05, v);
    double streaks = 1
        + 0.06 * Math.sin(around * 31 + 4 * v)
        + 0.05 * Math.sin(around * 67 - 9 * v)
        + 0.3 * (0.3 - v);
    double there = Math.max(1 - step(0.45, 0.62, v), aside);
    double rest = (1 - sum[Canvas.CHANNELS]) * there;
    for (int c = 0; c < Canvas.CHANNELS; c++) {
      double back = hair[c] * streaks * (1 - bare) + skin[c] * (1.0 - 0.3 * v) * bare;
      sum[c] += (float) (Math.min(255, back) * rest);
    }
    sum[Canvas.CHANNELS] += (float) rest;
  }

  private static double step(double from, double to, double at) {
    double t = Math.max(0, Math.min(1, (at - from) / (to - from)));
    return t * t * (3 - 2 * t);
  }

  private static float[] colour(Layer layer, double u, double v, double reach) {
    float[] sum = new float[Layer.CHANNELS];
    for (int k = -4; k <= 4; k++) {
      for (int l = -1; l <= 1; l++) {
        layer.sample(u + reach * k / 4, v + reach * l / 4, sum);
      }
    }
    float weight = sum[Canvas.CHANNELS];
    return weight < 0.5 ? BROWN : new float[] {sum[0] / weight, sum[1] / weight, sum[2] / weight};
  }

  /** The darker of the two temples' tops; brown where a bald or covered forehead gives none. */
  private static float[] hair(Layer front, float[] skin) {
    float[] darkest = BROWN;
    for (double u : new double[] {0.32, 0.5, 0.68}) {
      float[] there = colour(front, u, 0.09, 0.04);
      double unlike = 0;
      for (int c = 0; c < Canvas.CHANNELS; c++) {
        unlike += Math.max(0, skin[c] - there[c]);
      }
      if (unlike > UNLIKE_SKIN && Canvas.luma(there) < Canvas.luma(darkest) + 25) {
        darkest = there;
      }
    }
    return darkest;
  }
}
