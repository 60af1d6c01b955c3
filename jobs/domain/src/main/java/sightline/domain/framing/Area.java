package sightline.domain.framing;

import java.io.Serializable;
import sightline.domain.frame.Box;
import sightline.domain.frame.Rotation;

/**
 * A rectangle of the upright frame: shares of its width and height from the top left corner. Below 0 and above 1 lies what a
 * detector saw past the edge.
 */
public record Area(double left, double top, double right, double bottom) implements Serializable {
  public Area {
    if (!(right > left && bottom > top)) {
      throw new IllegalArgumentException(
          "an area has a size, got %s,%s to %s,%s".formatted(left, top, right, bottom));
    }
  }

  /**
   * @param stored a box in the stored raster
   * @param upright the turn that brings the raster upright
   * @param width pixels of the stored raster
   * @param height pixels of the stored raster
   */
  public static Area of(Box stored, Rotation upright, int width, int height) {
    double left = stored.left() / width;
    double top = stored.top() / height;
    double right = (stored.left() + (double) stored.width()) / width;
    double bottom = (stored.top() + (double) stored.height()) / height;
    return switch (upright) {
      case NONE -> new Area(left, top, right, bottom);
      case CLOCKWISE_90 -> new Area(1 - bottom, left, 1 - top, right);
      case HALF_TURN -> new Area(1 - right, 1 - bottom, 1 - left, 1 - top);
      case CLOCKWISE_270 -> new Area(top, 1 - right, bottom, 1 - left);
    };
  }

  public double centreX() {
    return (left + right) / 2;
  }

  public double centreY() {
    return (top + bottom) / 2;
  }

  /** Share of the frame, for what lies within it. */
  public double size() {
    return (right - left) * (bottom - top);
  }

  /** Share of this area that lies in the other, 0 to 1. */
  public double shareIn(Area other) {
    double across = Math.min(right, other.right) - Math.max(left, other.left);
    double down = Math.min(bottom, other.bottom) - Math.max(top, other.top);
    return across > 0 && down > 0 ? across * down / size() : 0;
  }

  /** Whether it comes within {@code margin} of any edge of the frame, or past it. */
  boolean touchesEdge(double margin) {
    return left <= margin || top <= margin || right >= 1 - margin || bottom >= 1 - margin;
  }
}
