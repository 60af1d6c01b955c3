package sightline.domain.policy;

import java.io.Serializable;
import sightline.domain.frame.Box;
import sightline.domain.frame.Rotation;

/**
 * How far a detected box is grown before it is filled. Face detectors box brows to chin; a person is known by forehead, hair
 * and ears as well.
 *
 * @param sides share of the upright box's width added on each side
 * @param above share of the upright box's height added over it
 * @param below share of the upright box's height added under it
 */
public record Growth(double sides, double above, double below) implements Serializable {

  /** The same share of width or height on every side. */
  public static Growth even(double share) {
    return new Growth(share, share, share);
  }

  /**
   * @param stored a box in the stored raster
   * @param upright the turn that brings the stored raster upright, so that "above" means towards the hair
   */
  public Box grow(Box stored, Rotation upright) {
    return switch (upright) {
      case NONE -> grown(stored, sides, sides, above, below);
      case CLOCKWISE_90 -> grown(stored, above, below, sides, sides);
      case HALF_TURN -> grown(stored, sides, sides, below, above);
      case CLOCKWISE_270 -> grown(stored, below, above, sides, sides);
    };
  }

  private static Box grown(Box box, double left, double right, double top, double bottom) {
    return new Box(
        (float) (box.left() - left * box.width()),
        (float) (box.top() - top * box.height()),
        (float) (box.width() * (1 + left + right)),
        (float) (box.height() * (1 + top + bottom)));
  }
}
