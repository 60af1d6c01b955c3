package sightline.domain.sound;

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
}
