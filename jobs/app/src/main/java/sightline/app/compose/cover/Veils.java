package sightline.app.compose.cover;

import java.util.Random;

/**
 * Draws covers of every family. Lengths are in heights of the picture. What lies on a lens of a few millimetres is far out of
 * focus, so every edge is blurred; a thing before the camera is blurred the less the farther it stands.
 */
final class Veils {
  private final Random random;

  Veils(Random random) {
    this.random = random;
  }

  Veil draw(CoverFamily family) {
    return switch (family) {
      case FINGER -> finger();
      case STRAP -> strap();
      case TAPE -> tape();
      case DIRT -> dirt();
      case CONDENSATION -> condensation();
      case CLOTH -> cloth();
      case PARKED_OBJECT -> parked();
    };
  }

  private double between(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  /** A point on the picture's rim and the angle towards somewhere near its middle. */
  private double[] rim() {
    double along = random.nextDouble() * (2 * Field.ASPECT + 2);
    double x;
    double y;
    if (along < Field.ASPECT) {
      x = along;
      y = 0;
    } else if (along < 2 * Field.ASPECT) {
      x = along - Field.ASPECT;
      y = 1;
    } else if (along < 2 * Field.ASPECT + 1) {
      x = 0;
      y = along - 2 * Field.ASPECT;
    } else {
      x = Field.ASPECT;
      y = along - 2 * Field.ASPECT - 1;
    }
    double angle = Math.atan2(between(0.2, 0.8) - y, Field.ASPECT * between(0.2, 0.8) - x);
    return new double[] {x, y, angle};
  }

  /** Ten tones from light to dark, each as likely as the others, after the steps of the Monk scale. */
  private double[] skin() {
    double[][] tones = {
      {0.96, 0.93, 0.89}, {0.95, 0.91, 0.86}, {0.97, 0.92, 0.82}, {0.92, 0.85, 0.73},
      {0.84, 0.74, 0.56}, {0.63, 0.49, 0.34}, {0.51, 0.36, 0.26}, {0.38, 0.25, 0.19},
      {0.23, 0.19, 0.16}, {0.16, 0.14, 0.13}
    };
    return tones[random.nextInt(tones.length)].clone();
  }

  private Veil finger() {
    double[] from = rim();
    double width = between(0.16, 0.55);
    double reach = between(0.1, 0.9);
    double toX = from[0] + Math.cos(from[2]) * reach;
    double toY = from[1] + Math.sin(from[2]) * reach;
    double startX = from[0] - Math.cos(from[2]) * 0.6;
    double startY = from[1] - Math.sin(from[2]) * 0.6;
    double taper = between(0.75, 1.0);
    Field shape = Field.of((x, y) -> {
      double along = along(x, y, startX, startY, toX, toY);
      double distance =
          Math.hypot(x - startX - along * (toX - startX), y - startY - along * (toY - startY));
      return distance < width / 2 * (1 - (1 - taper) * along) ? 1 : 0;
    });
    double[] tone = skin();
    // light that shines through a finger is red, and a finger on the lens lies in its own shadow
    double through = random.nextDouble() < 0.3 ? between(0.0, 0.35) : 0;
    double light = between(0.15, 1.0);
    Field alpha = shape.blurred(between(0.03, 0.12));
    Field shade = Field.noise(between(0.1, 0.3), random).mapped(value -> 1 + 0.06f * value);
    return new Veil(
        alpha,
        shade,
        Math.min(1, tone[0] * light + through),
        tone[1] * light + 0.15 * through,
        tone[2] * light + 0.1 * through,
        0);
  }

  private static double along(
      double x, double y, double fromX, double fromY, double toX, double toY) {
    double dx = toX - fromX;
    double dy = toY - fromY;
    double along = ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy + 1e-9);
    return Math.max(0, Math.min(1, along));
  }

  private double[] fabric() {
    double grey = Math.pow(random.nextDouble(), 1.5);
    double colourful = random.nextDouble() < 0.5 ? 0 : between(0.1, 0.5);
    double[] colour = new double[3];
    for (int i = 0; i < 3; i++) {
      colour[i] = Math.max(0.01, Math.min(1, grey + colourful * (random.nextDouble() - 0.5)));
    }
    return colour;
  }

  private Veil band(double width, double opacity, double blur, double length) {
    double angle = random.nextDouble() * Math.PI;
    double acrossX = -Math.sin(angle);
    double acrossY = Math.cos(angle);
    double[] place = rim();
    double inward = between(0, 0.3);
    double middleX = place[0] + Math.cos(place[2]) * inward;
    double middleY = place[1] + Math.sin(place[2]) * inward;
    Field shape = Field.of((x, y) -> {
      double off = (x - middleX) * acrossX + (y - middleY) * acrossY;
      double on = (x - middleX) * Math.cos(angle) + (y - middleY) * Math.sin(angle);
      return Math.abs(off) < width / 2 && Math.abs(on) < length / 2 ? 1 : 0;
    });
    double[] colour = fabric();
    double weave = random.nextDouble() < 0.5 ? between(0, 0.15) : 0;
    Field shade = Field.noise(between(0.02, 0.2), random).mapped(v -> (float) (1 + weave * v));
    return new Veil(
        shape.blurred(blur).mapped(value -> (float) (value * opacity)),
        shade,
        colour[0],
        colour[1],
        colour[2],
        0);
  }

  private Veil strap() {
    return band(between(0.08, 0.4), 1, between(0.015, 0.07), 9);
  }

  private Veil tape() {
    return band(between(0.12, 0.5), between(0.7, 1), between(0.012, 0.05), between(0.3, 1.4));
  }

  private Veil dirt() {
    Field shape = Field.filled(0);
    int specks = 1 + random.nextInt(7);
    for (int speck = 0; speck < specks; speck++) {
      double x0 = random.nextDouble() * Field.ASPECT;
      double y0 = random.nextDouble();
      double size = between(0.05, 0.22);
      double longish = between(1, 2.5);
      double angle = random.nextDouble() * Math.PI;
      Field rough = Field.noise(between(0.03, 0.1), random);
      Field blob = Field.of((x, y) -> {
        double on = ((x - x0) * Math.cos(angle) + (y - y0) * Math.sin(angle)) / longish;
        double off = -(x - x0) * Math.sin(angle) + (y - y0) * Math.cos(angle);
        return size - Math.hypot(on, off);
      });
      shape = shape.with(
          blob.with(rough, (near, noise) -> near + 0.35 * size * noise > 0 ? 1 : 0), Math::max);
    }
    double opacity = between(0.65, 1);
    double light = between(0.03, 0.55);
    return new Veil(
        shape.blurred(between(0.015, 0.05)).mapped(value -> (float) (value * opacity)),
        Field.filled(1),
        light * between(0.9, 1.1),
        light * between(0.8, 1),
        light * between(0.6, 0.95),
        between(0, 0.2));
  }

  private Veil condensation() {
    double level = between(-1.2, 1.2);
    double softness = between(0.3, 0.8);
    double strength = between(0.75, 1);
    double[] place = rim();
    double lean = between(0, 1.5);
    Field field = Field.noise(between(0.15, 0.45), random)
        .with(
            Field.of((x, y) -> lean * (0.9 - Math.hypot(x - place[0], y - place[1]))),
            (noise, near) -> noise + near);
    double white = between(0.35, 0.95);
    return new Veil(
        field
            .mapped(v -> (float) (strength / (1 + Math.exp(-(v + level) / softness * 3))))
            .blurred(0.03),
        Field.filled(1),
        white * between(0.95, 1.03),
        white,
        white * between(0.97, 1.06),
        between(0.25, 0.6));
  }

  private Veil cloth() {
    double[] place = rim();
    double depth = between(-0.45, 0.75);
    double waves = between(1, 6);
    double height = between(0, 0.08);
    double phase = random.nextDouble() * 7;
    Field shape = Field.of((x, y) -> {
      double in = (x - place[0]) * Math.cos(place[2]) + (y - place[1]) * Math.sin(place[2]);
      double on = -(x - place[0]) * Math.sin(place[2]) + (y - place[1]) * Math.cos(place[2]);
      return in < depth + height * Math.sin(waves * on + phase) ? 1 : 0;
    });
    double[] colour = fabric();
    double folds = between(0, 0.3);
    double grain = between(0.05, 0.3);
    Field shade = Field.noise(grain, random).mapped(v -> (float) Math.max(0.3, 1 + folds * v));
    return new Veil(
        shape.blurred(between(0.02, 0.09)),
        shade,
        colour[0],
        colour[1],
        colour[2],
        random.nextDouble() < 0.2 ? between(0, 0.3) : 0);
  }

  private Veil parked() {
    double x0 = Field.ASPECT * between(0.25, 0.75);
    double y0 = between(0.35, 1.0);
    double halfWidth = between(0.3, 0.8);
    double halfHeight = between(0.3, 0.7);
    double angle = between(-0.4, 0.4);
    double round = random.nextDouble() < 0.5 ? 2 : between(4, 12);
    Field shape = Field.of((x, y) -> {
      double on = (x - x0) * Math.cos(angle) + (y - y0) * Math.sin(angle);
      double off = -(x - x0) * Math.sin(angle) + (y - y0) * Math.cos(angle);
      return Math.pow(Math.abs(on) / halfWidth, round) + Math.pow(Math.abs(off) / halfHeight, round)
              < 1
          ? 1
          : 0;
    });
    double[] colour = fabric();
    double slope = between(-0.6, 0.6);
    double print = random.nextDouble() < 0.5 ? between(0.1, 0.5) : 0;
    Field shade = Field.noise(between(0.03, 0.2), random)
        .with(Field.of((x, y) -> x - x0), (v, x) -> Math.max(0.1, 1 + print * v + slope * x));
    return new Veil(shape.blurred(between(0.004, 0.03)), shade, colour[0], colour[1], colour[2], 0);
  }
}
