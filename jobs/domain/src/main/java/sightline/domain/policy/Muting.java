package sightline.domain.policy;

import java.time.Instant;
import java.util.List;
import sightline.domain.assessment.Seen;
import sightline.domain.consent.Scope;
import sightline.domain.privacy.Audio;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Finality;
import sightline.domain.privacy.MutedSpan;
import sightline.domain.sound.Heard;

/**
 * What a directive says of a frame's sound. All of it is muted unless everything is known: the frame may be seen, its worker
 * allowed sound, a model listened, and the neighbours were there to bear witness.
 *
 * @param spans ascending, within the frame's own sound
 */
record Muting(Audio audio, List<MutedSpan> spans) {
  private static final Muting ALL = new Muting(Audio.MUTE, List.of());

  static Muting of(Seen seen, Voices voices, Disposition disposition, Finality finality) {
    boolean mayBeHeard = finality == Finality.FINAL
        && disposition != Disposition.WITHHOLD
        && seen.frame().permit().allows(Scope.AUDIO)
        && seen.speech().heard() == Heard.WITH_MODEL;
    if (!mayBeHeard) {
      return ALL;
    }
    return switch (voices) {
      case MUTE_ALWAYS -> new Muting(Audio.MUTE_SPANS, spoken(seen));
      case MUTE_WITHOUT_CONSENT -> new Muting(Audio.MUTE_SPANS, List.of());
    };
  }

  private static List<MutedSpan> spoken(Seen seen) {
    return seen.speech().spans().stream()
        .map(span -> new MutedSpan(
            Instant.ofEpochMilli(span.fromMillis()), Instant.ofEpochMilli(span.toMillis())))
        .toList();
  }
}
