package sightline.domain.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sightline.domain.assessment.Observation;
import sightline.domain.assessment.Sighting;
import sightline.domain.frame.Phase;
import sightline.domain.framing.Area;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Look;
import sightline.domain.privacy.Looked;
import sightline.domain.privacy.RegionKind;
import sightline.domain.privacy.RegionReason;
import sightline.domain.privacy.WithholdReason;
import sightline.domain.quality.Control;
import sightline.domain.quality.Edge;
import sightline.domain.quality.FactorName;
import sightline.domain.quality.Feedback;
import sightline.domain.quality.FeedbackCode;
import sightline.domain.quality.Measure;
import sightline.domain.restricted.BlockKind;

class PreflightSweepTest {
  private static final int FRAMES = 100;
  private static final Area LEFT = new Area(0.1, 0.4, 0.2, 0.6);
  private static final Area MIDDLE = new Area(0.4, 0.4, 0.6, 0.6);

  /** What a frame shows besides an empty room. */
  private record Shown(
      List<Sighting> sightings,
      List<WithholdReason> because,
      List<Feedback> advice,
      double voice,
      long ageMillis) {
    static final Shown NOTHING = new Shown(List.of(), List.of(), List.of(), 0, 0);

    static Shown of(Sighting... sightings) {
      return new Shown(List.of(sightings), List.of(), List.of(), 0, 0);
    }

    static Shown because(WithholdReason reason) {
      return new Shown(List.of(), List.of(reason), List.of(), 0, 0);
    }

    static Shown advice(FeedbackCode code, @Nullable Edge edge) {
      Feedback advice = new Feedback(code, FactorName.FRAMING, 0.1, Control.CONTROLLABLE, edge);
      return new Shown(List.of(), List.of(), List.of(advice), 0, 0);
    }

    Shown byItsNeighbours() {
      return new Shown(sightings, because, advice, voice, 100);
    }
  }

  private static Sighting region(RegionKind kind, Area at, @Nullable BlockKind block) {
    RegionReason reason = switch (kind) {
      case PERSON -> RegionReason.THIRD_PARTY;
      case SCREEN -> RegionReason.SCREEN_DETECTED;
      case TEXT -> RegionReason.TEXT_DETECTED;
      case FACE, OBJECT -> RegionReason.FACE_DETECTED;
    };
    return new Sighting(kind, reason, at, block, null, 0.8);
  }

  private static Observation frame(int index, long stepMillis, Shown shown) {
    return new Observation(
        "s",
        index,
        Instant.ofEpochMilli(stepMillis * index),
        null,
        Phase.PREFLIGHT,
        false,
        "free",
        "phone-mid",
        "ke-nairobi",
        null,
        shown.because(),
        Stream.of(DetectorKind.FACE, DetectorKind.PERSON, DetectorKind.SCREEN, DetectorKind.TEXT)
            .map(kind -> new Look(kind, Looked.WITH_MODEL, shown.ageMillis()))
            .toList(),
        shown.sightings(),
        Measure.of(shown.voice()),
        List.of(),
        shown.advice(),
        "household-1");
  }

  private static PreflightVerdict verdict(int frames, long stepMillis, IntFunction<Shown> shown) {
    PreflightSweep sweep = PreflightSweep.of(frame(0, stepMillis, shown.apply(0)));
    for (int index = 1; index < frames; index++) {
      sweep = sweep.heard(frame(index, stepMillis, shown.apply(index)));
    }
    return sweep.verdict(EndedBy.LAST_FRAME);
  }

  /** Ten seconds in which only some frames show something. */
  private static PreflightVerdict verdict(Shown shown, int... frames) {
    return verdict(
        FRAMES,
        100,
        index -> Arrays.stream(frames).anyMatch(frame -> frame == index) ? shown : Shown.NOTHING);
  }

  private static List<FindingCode> codes(PreflightVerdict verdict) {
    return verdict.findings().stream().map(Finding::code).toList();
  }

  @Test
  void anEmptyRoomIsAGo() {
    PreflightVerdict verdict = verdict(Shown.NOTHING);
    assertThat(verdict.outcome()).isEqualTo(Outcome.GO);
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.frames()).isEqualTo(FRAMES);
    assertThat(verdict.toFrame()).isEqualTo(FRAMES - 1);
  }

  @Test
  void aPaperIsNamedWithItsPlaceItsShareAndItsFirstFrame() {
    PreflightVerdict verdict =
        verdict(Shown.of(region(RegionKind.TEXT, LEFT, BlockKind.DOCUMENT)), 20, 25, 30);
    assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_YET);
    assertThat(verdict.findings()).singleElement().satisfies(finding -> {
      assertThat(finding.code()).isEqualTo(FindingCode.PAPER);
      assertThat(finding.where()).isEqualTo(Side.LEFT);
      assertThat(finding.share()).isEqualTo(0.03);
      assertThat(finding.firstFrame()).isEqualTo(20);
      assertThat(finding.words())
          .isEqualTo(
              "There is a paper with writing in view on the left. Please turn it over or put it away.");
    });
  }

  @Test
  void oneLookStopsNobodyAndItsNeighboursDoNotMakeItTwo() {
    Shown screen = Shown.of(region(RegionKind.SCREEN, MIDDLE, null));
    assertThat(verdict(screen, 20).outcome()).isEqualTo(Outcome.GO);
    assertThat(verdict(
                FRAMES,
                100,
                index -> index == 20
                    ? screen
                    : index > 20 && index < 25 ? screen.byItsNeighbours() : Shown.NOTHING)
            .outcome())
        .isEqualTo(Outcome.GO);
    assertThat(codes(verdict(screen, 20, 25))).containsExactly(FindingCode.SCREEN);
  }

  @Test
  void aFaceNeedsOneLookWithABodyAndWithout() {
    Sighting face = region(RegionKind.FACE, new Area(0.45, 0.1, 0.5, 0.2), null);
    Sighting body = region(RegionKind.PERSON, new Area(0.4, 0.1, 0.6, 0.9), null);
    assertThat(codes(verdict(Shown.of(face), 20))).containsExactly(FindingCode.FACE);
    assertThat(codes(verdict(Shown.of(face, body), 20))).containsExactly(FindingCode.OTHER_PERSON);
    assertThat(verdict(Shown.of(body), 20).outcome()).isEqualTo(Outcome.GO);
  }

  @Test
  void aLabelIsASuggestionAndNoReasonToWait() {
    PreflightVerdict verdict =
        verdict(Shown.of(region(RegionKind.TEXT, MIDDLE, BlockKind.LABEL)), 1, 2, 3);
    assertThat(verdict.outcome()).isEqualTo(Outcome.GO);
    assertThat(codes(verdict)).containsExactly(FindingCode.LABEL);
  }

  @Test
  void lightCountsWhenItLastsAndASoftLensIsNeverAReasonToWait() {
    Shown dark = Shown.advice(FeedbackCode.TOO_DARK, null);
    assertThat(verdict(dark, 1, 2, 3, 4, 5).outcome()).isEqualTo(Outcome.GO);
    PreflightVerdict lasting = verdict(FRAMES, 100, index -> index < 40 ? dark : Shown.NOTHING);
    assertThat(codes(lasting)).containsExactly(FindingCode.TOO_DARK);
    assertThat(lasting.outcome()).isEqualTo(Outcome.NOT_YET);
    PreflightVerdict soft = verdict(FRAMES, 100, index -> Shown.advice(FeedbackCode.BLURRED, null));
    assertThat(soft.outcome()).isEqualTo(Outcome.GO);
    assertThat(soft.findings()).singleElement().satisfies(finding -> {
      assertThat(finding.effect()).isEqualTo(Effect.NOTHING_TO_DO);
      assertThat(finding.words()).contains("nothing to do: we adapt");
    });
  }

  @Test
  void aSlowCameraIsAdaptedTo() {
    PreflightVerdict slow = verdict(30, 500, index -> Shown.NOTHING);
    assertThat(slow.outcome()).isEqualTo(Outcome.GO);
    assertThat(codes(slow)).containsExactly(FindingCode.LOW_FRAME_RATE);
  }

  @Test
  void aClipThatNobodyCouldLookAtIsNoGo() {
    for (WithholdReason reason : List.of(
        WithholdReason.MODEL_MISSING, WithholdReason.DETECTOR_FAILED, WithholdReason.UNDECODABLE)) {
      PreflightVerdict verdict = verdict(FRAMES, 100, index -> Shown.because(reason));
      assertThat(verdict.outcome()).as("%s", reason).isEqualTo(Outcome.NOT_YET);
      assertThat(codes(verdict)).containsExactly(FindingCode.COULD_NOT_CHECK);
    }
    assertThat(codes(verdict(FRAMES, 100, index -> Shown.because(WithholdReason.NOT_SEEN_WELL))))
        .containsExactly(FindingCode.NOT_SEEN_WELL);
    assertThat(
            codes(verdict(FRAMES, 100, index -> Shown.because(WithholdReason.CONSENT_UNVERIFIED))))
        .containsExactly(FindingCode.CONSENT_MISSING);
  }

  @Test
  void aClipOfAMomentShowsTooLittle() {
    assertThat(codes(verdict(20, 100, index -> Shown.NOTHING)))
        .containsExactly(FindingCode.TOO_SHORT);
    assertThat(verdict(300, 0, index -> Shown.NOTHING).outcome())
        .as("a clock that stands still is not the worker's fault")
        .isEqualTo(Outcome.GO);
  }

  @Test
  void voicesAreTwoLooksAway() {
    Shown voice = new Shown(List.of(), List.of(), List.of(), 0.8, 0);
    assertThat(verdict(voice, 5).outcome()).isEqualTo(Outcome.GO);
    assertThat(codes(verdict(voice, 5, 6))).containsExactly(FindingCode.VOICE);
  }

  @Test
  void whatHasToChangeStandsFirst() {
    PreflightVerdict verdict = verdict(
        FRAMES,
        100,
        index -> new Shown(
            List.of(
                region(RegionKind.TEXT, LEFT, BlockKind.LABEL),
                region(RegionKind.SCREEN, LEFT, null)),
            List.of(),
            List.of(new Feedback(
                FeedbackCode.BLURRED, FactorName.SHARPNESS, 0.3, Control.STRUCTURAL, null)),
            0,
            0));
    assertThat(codes(verdict))
        .containsExactly(FindingCode.SCREEN, FindingCode.LABEL, FindingCode.BLURRED);
  }

  @Test
  void theSideIsThatOfTheUprightPicture() {
    assertThat(Side.of(new Area(0.4, 0.0, 0.6, 0.2))).isEqualTo(Side.TOP);
    assertThat(Side.of(new Area(0.4, 0.8, 0.6, 1.0))).isEqualTo(Side.BOTTOM);
    assertThat(Side.of(new Area(0.8, 0.0, 1.0, 0.2))).isEqualTo(Side.RIGHT);
    assertThat(Side.of(MIDDLE)).isEqualTo(Side.MIDDLE);
    assertThat(Side.of(Edge.TOP)).isEqualTo(Side.TOP);
  }

  @Test
  void everyCodeHasWordsThatBlameNobody() {
    for (FindingCode code : FindingCode.values()) {
      for (Side side : Side.values()) {
        String words = PreflightWords.of(code, side);
        assertThat(words).doesNotContain("{", "}", "  ").endsWith(".").hasSizeLessThan(180);
        assertThat(words.toLowerCase(Locale.ROOT))
            .doesNotContain("you failed", "wrong", "your fault", "must", "bad ", "poor", "error");
      }
      assertThat(PreflightWords.of(code, null)).doesNotContain("{", " .", " ,", "  ");
    }
  }

  @Test
  void everyCodeOfAFramesFeedbackIsToldOf() {
    for (FeedbackCode code : FeedbackCode.values()) {
      assertThat(FindingCode.of(code).name()).isEqualTo(code.name());
    }
  }
}
