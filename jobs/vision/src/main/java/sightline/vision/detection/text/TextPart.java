package sightline.vision.detection.text;

import sightline.domain.frame.Box;

/** One connected part of a {@link TextMap}, gathered pixel by pixel. */
final class TextPart {
  private int pixels;
  private double sum;
  private double sumX;
  private double sumY;
  private double sumXx;
  private double sumYy;
  private double sumXy;
  private int left = Integer.MAX_VALUE;
  private int top = Integer.MAX_VALUE;
  private int right = Integer.MIN_VALUE;
  private int bottom = Integer.MIN_VALUE;

  void add(int x, int y, double probability) {
    pixels++;
    sum += probability;
    sumX += x;
    sumY += y;
    sumXx += (double) x * x;
    sumYy += (double) y * y;
    sumXy += (double) x * y;
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + 1);
    bottom = Math.max(bottom, y + 1);
  }

  /** Mean probability, 0 to 1. */
  double score() {
    return sum / pixels;
  }

  /** Short side, in pixels, of the rectangle at any angle that has this part's second moments. */
  double thickness() {
    return Math.sqrt(12 * Math.max(0, meanVariance() - spread()));
  }

  /** Its long side, in pixels. */
  private double length() {
    return Math.sqrt(12 * (meanVariance() + spread()));
  }

  /**
   * The upright box around the part, grown on every side by A r / L. Area and perimeter are those of the rectangle at an
   * angle: an upright box around a slanting line would grow it far too much.
   */
  Box grown(double unclip) {
    double offset = length() * thickness() * unclip / (2 * (length() + thickness()));
    return new Box(
        (float) (left - offset),
        (float) (top - offset),
        (float) (right - left + 2 * offset),
        (float) (bottom - top + 2 * offset));
  }

  private double varianceX() {
    // each pixel is a square of side 1, whose own variance is 1/12
    return sumXx / pixels - square(sumX / pixels) + 1 / 12.0;
  }

  private double varianceY() {
    return sumYy / pixels - square(sumY / pixels) + 1 / 12.0;
  }

  private double meanVariance() {
    return (varianceX() + varianceY()) / 2;
  }

  /** Half the distance between the two eigenvalues of the covariance. */
  private double spread() {
    double covariance = sumXy / pixels - sumX / pixels * (sumY / pixels);
    return Math.hypot((varianceX() - varianceY()) / 2, covariance);
  }

  private static double square(double value) {
    return value * value;
  }
}
