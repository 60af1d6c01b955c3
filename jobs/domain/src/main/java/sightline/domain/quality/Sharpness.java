package sightline.domain.quality;

/**
 * How crisp the frame is, per tile of a picture normalised in size, so that cheap and good phones are held against one scale.
 *
 * @param acutance the upper quartile of the tiles' acutance, 0 (no edge anywhere) and up; see {@code SharpnessMeter}
 * @param blurredTiles share of the tiles with enough texture to judge that are blurred, 0 to 1
 */
public record Sharpness(Measure acutance, Measure blurredTiles) {
  public static Sharpness unassessed(Unassessed because) {
    Measure none = Measure.unassessed(because);
    return new Sharpness(none, none);
  }
}
