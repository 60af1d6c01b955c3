package sightline.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sightline.domain.assessment.AssessedFrame;
import sightline.domain.assessment.Assessment;
import sightline.domain.assessment.Seen;
import sightline.domain.consent.Permit;
import sightline.domain.consent.ReceiptCheck;
import sightline.domain.consent.Scope;
import sightline.domain.frame.Footage;
import sightline.domain.frame.FrameHeader;
import sightline.domain.frame.Origin;
import sightline.domain.frame.Phase;
import sightline.domain.frame.Rotation;
import sightline.domain.framing.Framing;
import sightline.domain.hands.HandsSeen;
import sightline.domain.privacy.Audio;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Finality;
import sightline.domain.privacy.MutedSpan;
import sightline.domain.quality.Unassessed;
import sightline.domain.sound.Heard;
import sightline.domain.sound.Speech;
import sightline.domain.sound.SpeechSpan;

class MutingTest {
  private static final Permit SOUND =
      new Permit(ReceiptCheck.VERIFIED, "r-1", List.of(Scope.AUDIO), List.of(), null);
  private static final Speech SPOKEN =
      new Speech(Heard.WITH_MODEL, 0, 1000, List.of(new SpeechSpan(200, 700, 0.9)));

  private static Seen frame(Permit permit, Speech speech) {
    FrameHeader header = new FrameHeader(
        "s",
        0,
        "free",
        "w",
        "phone",
        "r",
        Phase.RECORDING,
        Instant.EPOCH,
        100,
        80,
        Rotation.NONE,
        false);
    AssessedFrame frame = new AssessedFrame(
        header,
        new Origin("frames", 0, 7, null),
        "00",
        Footage.CAMERA,
        permit,
        speech,
        Assessment.undecodable(Rotation.NONE, "none"));
    return new Seen(
        frame,
        List.of(),
        List.of(),
        HandsSeen.unassessed(Unassessed.NOT_SCHEDULED),
        Framing.unassessed(Unassessed.NOT_SCHEDULED),
        List.of(),
        speech);
  }

  private static Muting released(Seen seen) {
    return Muting.of(seen, Voices.MUTE_ALWAYS, Disposition.RELEASE, Finality.FINAL);
  }

  private static void assertAllMuted(Muting muting) {
    assertThat(muting.audio()).isEqualTo(Audio.MUTE);
    assertThat(muting.spans()).isEmpty();
  }

  @Test
  void mutesTheSpansOfSpeechWhereConsentAllowsSound() {
    Muting muting = released(frame(SOUND, SPOKEN));
    assertThat(muting.audio()).isEqualTo(Audio.MUTE_SPANS);
    assertThat(muting.spans())
        .containsExactly(new MutedSpan(Instant.ofEpochMilli(200), Instant.ofEpochMilli(700)));
  }

  @Test
  void letsSoundBeHeardInWhichAModelHeardNobody() {
    Muting muting = released(frame(SOUND, new Speech(Heard.WITH_MODEL, 0, 1000, List.of())));
    assertThat(muting.audio()).isEqualTo(Audio.MUTE_SPANS);
    assertThat(muting.spans()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = Heard.class, names = "WITH_MODEL", mode = EnumSource.Mode.EXCLUDE)
  void mutesAllThatNoModelListenedTo(Heard heard) {
    assertAllMuted(released(frame(SOUND, new Speech(heard, 0, 1000, List.of()))));
  }

  @ParameterizedTest
  @EnumSource
  void mutesAllWithoutAVerifiedReceiptThatNamesSound(ReceiptCheck check) {
    List<Scope> allButSound =
        Arrays.stream(Scope.values()).filter(scope -> scope != Scope.AUDIO).toList();
    @Nullable String receipt = check == ReceiptCheck.VERIFIED ? "r-1" : null;
    Permit permit =
        new Permit(check, receipt, receipt == null ? List.of() : allButSound, List.of(), null);
    assertAllMuted(released(frame(permit, SPOKEN)));
  }

  @Test
  void mutesAllOfAFrameThatNobodyMaySee() {
    Seen seen = frame(SOUND, SPOKEN);
    assertAllMuted(Muting.of(seen, Voices.MUTE_ALWAYS, Disposition.WITHHOLD, Finality.FINAL));
    assertAllMuted(
        Muting.of(seen, Voices.MUTE_WITHOUT_CONSENT, Disposition.WITHHOLD, Finality.FINAL));
  }

  @Test
  void mutesAllBeforeTheNeighboursAreKnown() {
    assertAllMuted(Muting.of(
        frame(SOUND, SPOKEN), Voices.MUTE_ALWAYS, Disposition.RELEASE, Finality.PROVISIONAL));
  }

  @Test
  void letsTheConsentingWorkerBeHeardOnlyWhereThePolicySaysSo() {
    Muting muting = Muting.of(
        frame(SOUND, SPOKEN), Voices.MUTE_WITHOUT_CONSENT, Disposition.REDACT, Finality.FINAL);
    assertThat(muting).isEqualTo(new Muting(Audio.MUTE_SPANS, List.of()));
    assertAllMuted(Muting.of(
        frame(Permit.NOT_ASKED, SPOKEN),
        Voices.MUTE_WITHOUT_CONSENT,
        Disposition.REDACT,
        Finality.FINAL));
    assertThat(Policy.household().voices()).isEqualTo(Voices.MUTE_ALWAYS);
  }
}
