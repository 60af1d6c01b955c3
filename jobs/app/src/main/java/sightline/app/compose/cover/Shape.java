package sightline.app.compose.cover;

import java.util.SplittableRandom;

/** Outlines as heights: where one is above a level is inside, and the level sets how much is. Lengths in picture widths. */
final class Shape {
  private final SplittableRandom random;
  /** Height of the picture over its width. */
  private final double tall;

  Shape(SplittableRandom random, double tall) {
    this.random = random;
    this.tall = tall;
  }

  Plane.Field of(CoverFamily family) {
    return switch (family) {
      case FINGER -> fingers();
      case STRAP -> strap();
      case TAPE -> tape();
      case DIRT -> dirt();
      case FOG -> fog();
      case CLOTH -> cloth();
      case HAIR -> hair();
      case PARKED -> parked();
    };
  }

  /** Capsules that reach in from the border. */
  private Plane.Field fingers() {
    Plane.Field first = finger(random.nextDouble(4));
    if (random.nextInt(3) > 0) {
      return first;
    }
    Plane.Field second = finger(random.nextDouble(4));
    return (x, y) -> Math.max(first.at(x, y), second.at(x, y));
  }

  /**
   * @param place on the border, one for each side
   */
  private Plane.Field finger(double place) {
    double[] root = border(place, 0.05);
    double toX = random.nextDouble(0.25, 0.75) - root[0];
    double toY = random.nextDouble(0.25, 0.75) * tall - root[1];
    double length = Math.hypot(toX, toY);
    double reach = random.nextDouble(0, 0.3);
    double tipX = root[0] + toX / length * reach;
    double tipY = root[1] + toY / length * reach;
    return (x, y) -> -toSegment(x, y, root[0], root[1], tipX, tipY);
  }

  /** A band across, a little bent. */
  private Plane.Field strap() {
    double angle = random.nextDouble(Math.PI);
    double acrossX = Math.cos(angle);
    double acrossY = Math.sin(angle);
    double through =
        random.nextDouble(0.05, 0.95) * acrossX + random.nextDouble(0.05, 0.95) * tall * acrossY;
    double bend = random.nextDouble(-0.25, 0.25);
    return (x, y) -> {
      double along = -x * acrossY + y * acrossX;
      return -Math.abs(x * acrossX + y * acrossY - through + bend * along * along);
    };
  }

  private Plane.Field tape() {
    double[] middle = border(random.nextDouble(4), -random.nextDouble(0, 0.12));
    Plane.Field box = box(
        middle[0],
        middle[1],
        random.nextDouble(0.05, 0.4),
        random.nextDouble(0.05, 0.2),
        random.nextDouble(Math.PI));
    Noise torn = new Noise(random.nextLong());
    return (x, y) -> box.at(x, y) + 0.02 * torn.at(x, y, 9);
  }

  private Plane.Field dirt() {
    int blobs = random.nextInt(1, 8);
    double[] x0 = random.doubles(blobs).toArray();
    double[] y0 = random.doubles(blobs, 0, tall).toArray();
    double[] size = random.doubles(blobs, 0.02, 0.14).toArray();
    double[] stretch = random.doubles(blobs, 0.5, 2).toArray();
    Noise ragged = new Noise(random.nextLong());
    return (x, y) -> {
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < blobs; i++) {
        most = Math.max(most, size[i] - Math.hypot((x - x0[i]) * stretch[i], y - y0[i]));
      }
      return most + 0.05 * ragged.at(x, y, 6);
    };
  }

  private Plane.Field fog() {
    double angle = random.nextDouble(2 * Math.PI);
    double slope = random.nextDouble(0, 0.5);
    double round = random.nextDouble(-0.6, 0.6);
    Noise cloud = new Noise(random.nextLong());
    double frequency = random.nextDouble(1, 4);
    return (x, y) -> 0.35 * cloud.at(x, y, frequency)
        + slope * ((x - 0.5) * Math.cos(angle) + (y - tall / 2) * Math.sin(angle))
        + round * Math.hypot(x - 0.5, y - tall / 2);
  }

  /** Everything beyond a wavy hem. */
  private Plane.Field cloth() {
    double angle = random.nextDouble(2 * Math.PI);
    Noise hem = new Noise(random.nextLong());
    double waves = random.nextDouble(0, 0.2);
    return (x, y) ->
        (x - 0.5) * Math.cos(angle) + (y - tall / 2) * Math.sin(angle) + waves * hem.at(x, y, 2.5);
  }

  /** Strands that hang in from one side, fanned out and bent. */
  private Plane.Field hair() {
    int strands = random.nextInt(3, 22);
    double angle = random.nextDouble(2 * Math.PI);
    double[] offset = random.doubles(strands, -0.3, 0.3).toArray();
    double[] lean = random.doubles(strands, -0.25, 0.25).toArray();
    double[] bend = random.doubles(strands, -0.4, 0.4).toArray();
    double[] ends = random.doubles(strands, -0.1, 0.6).toArray();
    double aside = random.nextDouble(-0.3, 0.3);
    return (x, y) -> {
      double along = (x - 0.5) * Math.cos(angle) + (y - tall / 2) * Math.sin(angle);
      double across = -(x - 0.5) * Math.sin(angle) + (y - tall / 2) * Math.cos(angle) - aside;
      double nearest = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < strands; i++) {
        double off = across - offset[i] - lean[i] * along - bend[i] * along * along;
        nearest = Math.max(nearest, -Math.hypot(off, Math.max(0, along - ends[i])));
      }
      return nearest;
    };
  }

  /** A box or a round thing that stands in from a side, most often from below. */
  private Plane.Field parked() {
    double place = random.nextInt(3) > 0 ? 3 + random.nextDouble(0.2, 0.8) : random.nextDouble(4);
    double[] middle = border(place, -random.nextDouble(0, 0.1));
    if (random.nextInt(3) == 0) {
      double stretch = random.nextDouble(0.6, 1.7);
      return (x, y) -> -Math.hypot((x - middle[0]) * stretch, y - middle[1]);
    }
    return box(
        middle[0],
        middle[1],
        random.nextDouble(0.1, 0.3),
        random.nextDouble(0.1, 0.3),
        random.nextDouble(-0.3, 0.3));
  }

  private static Plane.Field box(
      double middleX, double middleY, double halfLong, double halfWide, double turn) {
    double cos = Math.cos(turn);
    double sin = Math.sin(turn);
    return (x, y) -> {
      double along = Math.abs((x - middleX) * cos + (y - middleY) * sin) - halfLong;
      double across = Math.abs((y - middleY) * cos - (x - middleX) * sin) - halfWide;
      return -Math.max(along, across);
    };
  }

  /**
   * @param place 0 to 1 along the left side, to 2 along the right, to 3 along the top, to 4 along the bottom
   * @param out how far outside
   */
  private double[] border(double place, double out) {
    double along = place - Math.floor(place);
    return switch ((int) place) {
      case 0 -> new double[] {-out, along * tall};
      case 1 -> new double[] {1 + out, along * tall};
      case 2 -> new double[] {along, -out};
      default -> new double[] {along, tall + out};
    };
  }

  private static double toSegment(
      double x, double y, double fromX, double fromY, double toX, double toY) {
    double lengthX = toX - fromX;
    double lengthY = toY - fromY;
    double squared = Math.max(1e-9, lengthX * lengthX + lengthY * lengthY);
    double t = ((x - fromX) * lengthX + (y - fromY) * lengthY) / squared;
    double s = Math.max(0, Math.min(1, t));
    return Math.hypot(x - fromX - s * lengthX, y - fromY - s * lengthY);
  }
}
