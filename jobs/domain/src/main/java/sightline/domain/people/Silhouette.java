package sightline.domain.people;

import sightline.domain.frame.Box;
import sightline.domain.frame.Rotation;

/**
 * The part of a person box that lies in the upright picture, as shares of its width and height.
 *
 * @param aspect height over width in pixels
 */
record Silhouette(double left, double top, double right, double bottom, double aspect) {
  private static final double SLIVER = 1e-3;

  static Silhouette of(Box stored, int storedWidth, int storedHeight, Rotation upright) {
    Box box = upright.toUpright(stored, storedWidth, storedHeight);
    boolean lying = upright == Rotation.CLOCKWISE_90 || upright == Rotation.CLOCKWISE_270;
    double across = lying ? storedHeight : storedWidth;
    double down = lying ? storedWidth : storedHeight;
    double left = Math.max(0, box.left() / across);
    double top = Math.max(0, box.top() / down);
    double right = Math.max(left + SLIVER, Math.min(1, box.right() / across));
    double bottom = Math.max(top + SLIVER, Math.min(1, box.bottom() / down));
    return new Silhouette(
        left, top, right, bottom, (bottom - top) * down / ((right - left) * across));
  }

  double width() {
    return right - left;
  }

  /** Share of the picture. */
  double area() {
    return (right - left) * (bottom - top);
  }

  /** How much of the picture's width lies between the box and the side edge that is farther from it. */
  double clearance() {
    return Math.max(left, 1 - right);
  }
}
