package sightline.domain.framing;

import sightline.domain.quality.Measure;
import sightline.domain.quality.Unassessed;

/**
 * How far the picture as a whole moved from one frame to the next. A box of the earlier frame lies in the later one at its old
 * place plus {@code right} of the width and {@code down} of the height.
 *
 * <p>One shift for the whole picture: a turn about the lens's axis, a step forward or a hand that fills half of the view is
 * not told from it, and shows in the residual. Down is the weaker one: in first-person footage the worker's own arms move up and
 * down through the rows.
 *
 * @param right share of the upright width by which the content moved to the right, -0.25 to 0.25
 * @param down share of the upright height by which the content moved down, -0.25 to 0.25
 * @param residual share of the profiles' variation that the shift leaves unexplained, 0 (all explained) to 1
 */
public record Motion(Measure right, Measure down, Measure residual) {
  static final Motion NONE = new Motion(Measure.of(0), Measure.of(0), Measure.of(0));

  /** With more than this left over, the two frames show different scenes, or more than the camera moved. */
  private static final double MAX_RESIDUAL = 0.5;

  public static Motion unassessed(Unassessed because) {
    Measure none = Measure.unassessed(because);
    return new Motion(none, none, none);
  }

  /**
   * Finds the shift by correlating column with column means and row with row means. A direction in which the picture has no
   * structure is not assessed; nor is either where the residual says that a shift does not explain the change.
   */
  public static Motion between(Profiles before, Profiles after) {
    if (before.equals(after)) {
      return NONE;
    }
    Shift across = Shift.between(before.columns(), after.columns());
    Shift down = Shift.between(before.rows(), after.rows());
    double variation = across.variation() + down.variation();
    if (variation == 0) {
      return unassessed(Unassessed.NOTHING_TO_MEASURE);
    }
    double residual = Math.min(1, (across.unexplained() + down.unexplained()) / variation);
    if (residual > MAX_RESIDUAL) {
      Measure none = Measure.unassessed(Unassessed.NO_NEIGHBOUR);
      return new Motion(none, none, Measure.of(rounded(residual)));
    }
    return new Motion(
        share(across, Profiles.COLUMNS), share(down, Profiles.ROWS), Measure.of(rounded(residual)));
  }

  public boolean assessed() {
    return right.assessed() && down.assessed();
  }

  private static Measure share(Shift shift, int bins) {
    return shift.found()
        ? Measure.of(rounded(shift.bins() / bins))
        : Measure.unassessed(Unassessed.NOTHING_TO_MEASURE);
  }

  private static double rounded(double value) {
    return Math.round(value * 1e5) / 1e5;
  }
}
