package sightline.domain.quality;

/**
 * How light fell on the frame, from the luma of the decoded picture.
 *
 * @param brightness mean luma, 0 (black) to 1 (white)
 * @param shadows share of pixels with luma of 8/255 or less, 0 to 1
 * @param highlights share of pixels with luma of 250/255 or more, 0 to 1
 * @param contrast 95th minus 5th percentile of luma, 0 to 1
 */
public record Exposure(Measure brightness, Measure shadows, Measure highlights, Measure contrast) {
  public static Exposure unassessed(Unassessed because) {
    Measure none = Measure.unassessed(because);
    return new Exposure(none, none, none, none);
  }
}
