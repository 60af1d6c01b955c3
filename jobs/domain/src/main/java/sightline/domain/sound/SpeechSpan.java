package sightline.domain.sound;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of sound in which somebody may be speaking.
 *
 * @param fromMillis capture time of its first sample, in epoch milliseconds of the device's clock
 * @param toMillis capture time of its end, after {@code fromMillis}
 * @param probability highest in it, 0 to 1, rounded to 0.01
 */
public record SpeechSpan(long fromMillis, long toMillis, double probability) {
  public SpeechSpan {
    if (toMillis <= fromMillis || !(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "a span of speech has a length and a probability, got %s to %s ms, %s"
              .formatted(fromMillis, toMillis, probability));
    }
    probability = Math.round(probability * 100) / 100.0;
  }

  /**
   * @param spans in any order, overlapping or not
   * @param pauseMillis spans that lie no further apart become one
   * @return ascending, more than the pause apart from each other
   */
  public static List<SpeechSpan> joined(List<SpeechSpan> spans, long pauseMillis) {
    List<SpeechSpan> joined = new ArrayList<>();
    for (SpeechSpan span : spans.stream()
        .sorted(Comparator.comparingLong(SpeechSpan::fromMillis)
            .thenComparingLong(SpeechSpan::toMillis))
        .toList()) {
      int last = joined.size() - 1;
      if (last >= 0 && span.fromMillis - joined.get(last).toMillis <= pauseMillis) {
        joined.set(last, joined.get(last).with(span));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }

  private SpeechSpan with(SpeechSpan later) {
    return new SpeechSpan(
        fromMillis, Math.max(toMillis, later.toMillis), Math.max(probability, later.probability));
  }
}
