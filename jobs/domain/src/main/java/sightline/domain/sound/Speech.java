package sightline.domain.sound;

import java.util.List;

/**
 * What was heard in the sound that goes with one frame, and nothing of the sound itself.
 *
 * @param fromMillis capture time of the first sample, epoch milliseconds of the device's clock; 0 without sound
 * @param toMillis capture time of the end of the last sample; 0 without sound
 * @param spans ascending, apart from each other; empty unless a model listened
 */
public record Speech(Heard heard, long fromMillis, long toMillis, List<SpeechSpan> spans) {
  public static final Speech NO_SOUND = new Speech(Heard.NO_SOUND, 0, 0, List.of());

  public Speech {
    spans = List.copyOf(spans);
    if (toMillis < fromMillis || (heard != Heard.WITH_MODEL && !spans.isEmpty())) {
      throw new IllegalArgumentException("%s from %s to %s ms does not go with %s spans"
          .formatted(heard, fromMillis, toMillis, spans.size()));
    }
  }

  /** Nothing was heard of this sound, because listening went so. */
  public static Speech unheard(Heard heard, Sound sound) {
    long from = sound.startsAt().toEpochMilli();
    return new Speech(heard, from, from + sound.millis(), List.of());
  }

  /** What remains of it where no rule can be trusted with it: there is sound, or there is none. */
  public Speech blinded() {
    return heard == Heard.NO_SOUND
        ? this
        : new Speech(Heard.FAILED, fromMillis, toMillis, List.of());
  }
}
