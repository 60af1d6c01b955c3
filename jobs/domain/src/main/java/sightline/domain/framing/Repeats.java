package sightline.domain.framing;

import java.util.List;
import sightline.domain.quality.Measure;
import sightline.domain.quality.MeasureReading;
import sightline.domain.quality.Unassessed;

/**
 * Whether the last frame of a window shows anything new.
 *
 * <p>Two frames are the same picture where their bytes are (by SHA-256), or where their profiles, fingerprints and every other
 * measure agree to the last digit. A camera on a tripod before a scene at rest is not the same picture: its sensor's noise
 * moves the measures. Where a video encoder has flattened that noise to nothing the two cannot be told apart, so a picture
 * counts as frozen only after {@value #FROZEN_AFTER_MILLIS} ms without any change.
 *
 * @param freshness of the last frame; NEW where there is none before it
 * @param unchangedSeconds for how long the picture has been the same
 * @param repeatedShare share of the window's frames that repeat the one before, 0 to 1
 */
public record Repeats(Freshness freshness, Measure unchangedSeconds, Measure repeatedShare) {
  /** Longer than any pause between two key frames of common phone video, 1 s, with room. */
  public static final long FROZEN_AFTER_MILLIS = 2_000;

  /**
   * @param window of frames in the order of their index
   */
  public static Repeats in(List<SeenPicture> window) {
    int last = window.size() - 1;
    if (last < 1) {
      Measure alone = Measure.unassessed(Unassessed.NO_NEIGHBOUR);
      return new Repeats(Freshness.NEW, alone, alone);
    }
    int repeats = 0;
    int since = 0;
    for (int i = 1; i <= last; i++) {
      if (window.get(i).sameAs(window.get(i - 1))) {
        repeats++;
      } else {
        since = i;
      }
    }
    long unchanged =
        Math.max(0, window.get(last).capturedAtMillis() - window.get(since).capturedAtMillis());
    return new Repeats(
        freshness(window.get(last - 1), window.get(last), since < last, unchanged),
        Measure.of(unchanged / 1e3),
        Measure.of(Math.round(1e4 * repeats / last) / 1e4));
  }

  private static Freshness freshness(
      SeenPicture before, SeenPicture now, boolean same, long unchangedMillis) {
    if (same) {
      return unchangedMillis >= FROZEN_AFTER_MILLIS ? Freshness.FROZEN : Freshness.REPEATED;
    }
    return now.nearly(before) ? Freshness.STILL : Freshness.NEW;
  }

  public List<MeasureReading> readings() {
    return List.of(
        new MeasureReading("unchanged_seconds", unchangedSeconds),
        new MeasureReading("repeated_share", repeatedShare));
  }
}
