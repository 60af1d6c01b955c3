package sightline.domain.sound;

import java.util.List;
import java.util.stream.Stream;

/**
 * How far a voice reaches beyond what a model heard of it: the first consonant and the last breath of a word are faint, and
 * speech does not end with a frame.
 *
 * @param padMillis added before and after each span, 0 or more
 * @param pauseMillis gaps between padded spans up to this long belong to the speech around them, 0 or more
 */
public record VoiceReach(long padMillis, long pauseMillis) {
  /** Measured in the card of voice/silero-vad-1. */
  public static final VoiceReach DEFAULT = new VoiceReach(250, 300);

  public VoiceReach {
    if (padMillis < 0 || pauseMillis < 0) {
      throw new IllegalArgumentException(
          "a voice reaches 0 ms or more, got %s and %s".formatted(padMillis, pauseMillis));
    }
  }

  /**
   * What may be speech in a frame's own sound. Sound beside it that nobody listened to counts as speech throughout.
   *
   * @param neighbours of frames around it in time, in any order
   * @return the frame's own word, its spans grown, joined with those that reach in, and cut to its own sound
   */
  public Speech in(Speech own, List<Speech> neighbours) {
    if (own.heard() != Heard.WITH_MODEL) {
      return own;
    }
    List<SpeechSpan> grown = Stream.concat(Stream.of(own), neighbours.stream())
        .flatMap(VoiceReach::spoken)
        .map(this::grown)
        .toList();
    return new Speech(
        Heard.WITH_MODEL,
        own.fromMillis(),
        own.toMillis(),
        SpeechSpan.joined(grown, pauseMillis).stream()
            .filter(
                span -> span.toMillis() > own.fromMillis() && span.fromMillis() < own.toMillis())
            .map(span -> new SpeechSpan(
                Math.max(span.fromMillis(), own.fromMillis()),
                Math.min(span.toMillis(), own.toMillis()),
                span.probability()))
            .toList());
  }

  private static Stream<SpeechSpan> spoken(Speech speech) {
    return switch (speech.heard()) {
      case WITH_MODEL -> speech.spans().stream();
      case NOT_AT_ALL, FAILED ->
        speech.toMillis() > speech.fromMillis()
            ? Stream.of(new SpeechSpan(speech.fromMillis(), speech.toMillis(), 1))
            : Stream.of();
      case NO_SOUND -> Stream.of();
    };
  }

  private SpeechSpan grown(SpeechSpan span) {
    return new SpeechSpan(
        span.fromMillis() - padMillis, span.toMillis() + padMillis, span.probability());
  }
}
