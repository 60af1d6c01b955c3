package sightline.domain.framing;

import java.util.List;
import sightline.domain.quality.Measure;
import sightline.domain.quality.MeasureReading;
import sightline.domain.quality.Unassessed;

/**
 * Whether a frame shows anything new among its neighbours.
 *
 * <p>Two frames are the same picture where their bytes are (by SHA-256), or where their profiles, fingerprints and every other
 * measure agree to the last digit. A camera on a tripod before a scene at rest is not the same picture: its sensor's noise
 * moves the measures. Where a video encoder has flattened that noise to nothing the two cannot be told apart, so a picture
 * counts as frozen only from {@value #FROZEN_AFTER_MILLIS} ms without any change on.
 *
 * @param unchangedSeconds for how long the window shows this frame's picture without a break, before it and after it
 * @param repeatedShare share of the window's frames that repeat the one before, 0 to 1
 * @param frozen 1 where the picture stood for so long that no camera at work gives it, 0 where it moved before that; not assessed
 *     where the window ends before either is seen, as at both ends of a session and of a freeze
 */
public record Repeats(Measure unchangedSeconds, Measure repeatedShare, Measure frozen) {
  /** Longer than any pause between two key frames of common phone video, 1 s, with room. */
  public static final long FROZEN_AFTER_MILLIS = 1_500;

  /**
   * @param window of frames in the order of their index
   * @param place of the frame that is asked about, from 0
   */
  public static Repeats in(List<SeenPicture> window, int place) {
    if (window.size() < 2) {
      Measure alone = Measure.unassessed(Unassessed.NO_NEIGHBOUR);
      return new Repeats(alone, alone, alone);
    }
    int repeats = 0;
    int from = 0;
    int to = window.size() - 1;
    for (int i = 1; i < window.size(); i++) {
      if (window.get(i).sameAs(window.get(i - 1))) {
        repeats++;
      } else if (i <= place) {
        from = i;
      } else {
        to = Math.min(to, i - 1);
      }
    }
    long unchanged = millis(window, from, to);
    return new Repeats(
        Measure.of(unchanged / 1e3),
        Measure.of(Math.round(1e4 * repeats / (window.size() - 1)) / 1e4),
        frozen(unchanged, from > 0 && to < window.size() - 1));
  }

  private static Measure frozen(long unchangedMillis, boolean moves) {
    if (unchangedMillis >= FROZEN_AFTER_MILLIS) {
      return Measure.of(1);
    }
    return moves ? Measure.of(0) : Measure.unassessed(Unassessed.NO_NEIGHBOUR);
  }

  private static long millis(List<SeenPicture> window, int from, int to) {
    return Math.max(0, window.get(to).capturedAtMillis() - window.get(from).capturedAtMillis());
  }

  public List<MeasureReading> readings() {
    return List.of(
        new MeasureReading("unchanged_seconds", unchangedSeconds),
        new MeasureReading("repeated_share", repeatedShare),
        new MeasureReading("frozen", frozen));
  }
}
