package sightline.app.voices;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import sightline.domain.sound.Sound;
import sightline.domain.sound.Speech;
import sightline.domain.sound.SpeechSpan;
import sightline.domain.sound.VoiceReach;
import sightline.vision.sound.Ears;

/**
 * What of a recording would be heard, sent frame by frame with consent to sound.
 *
 * @param muted every millisecond that is mute, from the start of the recording
 */
record Audible(BitSet muted, int millis) {
  /** As far as settled frames bear witness by default. */
  private static final long LOOKAHEAD_MILLIS = 1_000;

  static Audible of(Recording recording, long stepMillis, Ears ears) {
    List<Speech> heard = new ArrayList<>();
    for (Sound sound : recording.framed(stepMillis)) {
      heard.add(ears.hear(sound));
    }
    BitSet muted = new BitSet();
    int reach = (int) (LOOKAHEAD_MILLIS / stepMillis);
    for (int at = 0; at < heard.size(); at++) {
      List<Speech> around = new ArrayList<>(heard.subList(Math.max(0, at - reach), at));
      around.addAll(heard.subList(at + 1, Math.min(heard.size(), at + 1 + reach)));
      for (SpeechSpan span : VoiceReach.DEFAULT.in(heard.get(at), around).spans()) {
        muted.set((int) span.fromMillis(), (int) span.toMillis());
      }
    }
    return new Audible(muted, (int) heard.get(heard.size() - 1).toMillis());
  }

  long audibleMillis(SpeechTruth.Stretch stretch) {
    return stretch.millis() - mutedMillis(stretch);
  }

  long mutedMillis(SpeechTruth.Stretch stretch) {
    return muted.get((int) stretch.fromMillis(), (int) stretch.toMillis()).cardinality();
  }
}
