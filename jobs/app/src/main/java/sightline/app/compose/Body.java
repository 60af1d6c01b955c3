package sightline.app.compose;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Set;

/** A person's cut-out without its own head, to carry another. */
final class Body {
  /** Faces, from hairline to chin, that a body is high. */
  static final double FACES_HIGH = 7.8;

  /** Of those on the shelf, the ones that are one whole person upright, looked at on a sheet. */
  private static final Set<String> UPRIGHT = Set.of(
      "FudanPed00021.jpg#0",
      "FudanPed00053.jpg#1",
      "PennPed00045.jpg#2",
      "PennPed00061.jpg#0",
      "walkers/one-by-one-person-detection.mp4#792");

  /** Where of the cut-out's height the other face's middle comes to lie. */
  private static final double FACE_AT = 0.083;

  /** Between these its own head fades out, and below, down to the collar, its own neck is left out. */
  private static final double HEAD_ENDS = 0.125;

  private static final double SHOULDERS_BEGIN = 0.15;
  private static final double COLLAR = 0.2;

  /** Half a neck's width, as a share of the height. */
  private static final double NECK = 0.045;

  /** How wide a body is from the side, as a share of its width from the front. */
  private static final double SIDEWAYS = 0.62;

  private final String identity;
  private final Layer layer;
  private final double neck;

  private Body(String identity, Layer layer, double neck) {
    this.identity = identity;
    this.layer = layer;
    this.neck = neck;
  }

  /** All that may walk; every one, where nobody is known by name. */
  static List<Body> among(List<Person> people) {
    List<Person> upright =
        people.stream().filter(person -> UPRIGHT.contains(person.identity())).toList();
    return (upright.isEmpty() ? people : upright).stream().map(Body::of).toList();
  }

  private static Body of(Person person) {
    BufferedImage image = person.image();
    double neck = middle(image);
    double near = NECK * image.getHeight() / image.getWidth();
    Layer layer = Layer.of(image, (x, y) -> {
      int pixel = image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight()));
      double below = Math.max(0, Math.min(1, (y - HEAD_ENDS) / (SHOULDERS_BEGIN - HEAD_ENDS)));
      boolean ownNeck = y < COLLAR && Math.abs(x - neck) < near && bare(pixel);
      return ownNeck ? 0 : (pixel >>> 24) / 255.0 * below;
    });
    return new Body(person.identity(), layer, neck);
  }

  /** The colours of skin, light or dark: red before green before blue. */
  private static boolean bare(int pixel) {
    int red = pixel >> 16 & 0xFF;
    int green = pixel >> 8 & 0xFF;
    int blue = pixel & 0xFF;
    return red > 60 && red > green + 8 && green > blue - 4 && red - blue > 18;
  }

  /** Mean column of what the head was, as a share of the width. */
  private static double middle(BufferedImage image) {
    double sum = 0;
    double weight = 0;
    for (int y = 0; y < HEAD_ENDS * image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int alpha = image.getRGB(x, y) >>> 24;
        sum += alpha * (x + 0.5);
        weight += alpha;
      }
    }
    return weight == 0 ? 0.5 : sum / weight / image.getWidth();
  }

  String identity() {
    return identity;
  }

  Layer layer() {
    return layer;
  }

  /**
   * Where the body comes to lie below a head.
   *
   * @param sway degrees that it leans, clockwise
   */
  Quad quad(Pose pose, Side side, double sway) {
    double height = FACES_HIGH * pose.size();
    double turned = SIDEWAYS + (1 - SIDEWAYS) * Math.abs(Math.cos(Math.toRadians(pose.yaw())));
    double width = height * layer.width / layer.height * turned;
    double left = (side == Side.AS_SHOT ? -neck : neck - 1) * width;
    double top = -FACE_AT * height;
    Quad flat =
        Quad.turned(pose.x() + left + width / 2, pose.y() + top + height / 2, width, height, 0);
    Quad leant = new Quad(
        leant(flat.a(), pose, sway),
        leant(flat.b(), pose, sway),
        leant(flat.c(), pose, sway),
        leant(flat.d(), pose, sway));
    return side == Side.AS_SHOT ? leant : new Quad(leant.b(), leant.a(), leant.d(), leant.c());
  }

  private static Point2D leant(Point2D corner, Pose pose, double degrees) {
    double down = corner.getY() - pose.y();
    return new Point2D.Double(
        corner.getX() - down * Math.tan(Math.toRadians(degrees)), corner.getY());
  }

  /** Which way round the cut-out is laid. */
  enum Side {
    AS_SHOT,
    MIRRORED
  }

  /** The neck between both, drawn before either. */
  static Layer neck(float[] skin) {
    int width = 60;
    int height = 100;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    for (int y = 0; y < height; y++) {
      // in the shadow of the chin
      double shade = 0.55 + 0.3 * y / height;
      pen.setColor(
          new Color((int) (skin[0] * shade), (int) (skin[1] * shade), (int) (skin[2] * shade)));
      int wide = (int) (38 + 20.0 * Math.max(0, y - 55) / 45);
      pen.drawLine((width - wide) / 2, y, (width + wide) / 2, y);
    }
    pen.dispose();
    return Layer.of(image);
  }

  static Quad neckQuad(Pose pose) {
    double height = pose.size() * 0.85;
    return Quad.turned(
        pose.x(), pose.y() + pose.size() * 0.28 + height / 2, pose.size() * 0.62, height, 0);
  }
}
