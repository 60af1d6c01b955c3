package sightline.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import sightline.domain.assessment.AssessedFrame;
import sightline.domain.assessment.Assessment;
import sightline.domain.assessment.Decoding;
import sightline.domain.assessment.Seen;
import sightline.domain.assessment.Sight;
import sightline.domain.assessment.Tracked;
import sightline.domain.consent.Permit;
import sightline.domain.frame.Box;
import sightline.domain.frame.Footage;
import sightline.domain.frame.FrameHeader;
import sightline.domain.frame.Origin;
import sightline.domain.frame.Phase;
import sightline.domain.frame.Rotation;
import sightline.domain.framing.CameraView;
import sightline.domain.framing.Framing;
import sightline.domain.hands.HandsSeen;
import sightline.domain.privacy.Consent;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.DetectorReading;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Finality;
import sightline.domain.privacy.Lateness;
import sightline.domain.privacy.Look;
import sightline.domain.privacy.Looked;
import sightline.domain.privacy.Region;
import sightline.domain.privacy.RegionReason;
import sightline.domain.privacy.WithholdReason;
import sightline.domain.quality.Exposure;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Occlusion;
import sightline.domain.quality.Sharpness;
import sightline.domain.quality.Unassessed;
import sightline.domain.sound.Speech;
import sightline.domain.tracking.Basis;

class DirectRedactionTest {
  private static final Growth GROWTH = new Growth(0.5, 1, 0.25);
  private static final Policy TIGHT = new Policy(
      "tight",
      List.of(new Hiding(DetectorKind.FACE, 0.5, GROWTH, 0)),
      0,
      DrawnFootage.LIKE_ANY_OTHER);
  private static final DirectRedaction RULE = new DirectRedaction(TIGHT, Consent.OFF);
  private static final Detection FACE = new Detection(new Box(40, 40, 10, 20), 0.9);

  private static Seen frame(Looked looked, Footage footage, Rotation upright, Detection... faces) {
    Assessment seen = new Assessment(
        Decoding.DECODED,
        upright,
        Exposure.unassessed(Unassessed.TOO_DARK),
        Sharpness.unassessed(Unassessed.TOO_DARK),
        Measure.unassessed(Unassessed.TOO_DARK),
        Occlusion.unassessed(Unassessed.TOO_DARK),
        Occlusion.unassessed(Unassessed.TOO_DARK),
        CameraView.unassessed(Unassessed.TOO_DARK),
        List.of(new DetectorReading(DetectorKind.FACE, looked, List.of(faces))),
        "face/test-1");
    return frame(seen, footage);
  }

  private static Seen frame(Assessment seen, Footage footage) {
    FrameHeader header = new FrameHeader(
        "s",
        3,
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
        footage,
        Permit.NOT_ASKED,
        Speech.NO_SOUND,
        seen);
    DetectorReading faces = seen.reading(DetectorKind.FACE);
    return seen(frame, new Look(DetectorKind.FACE, faces.looked(), 0L), faces.detections());
  }

  private static Seen seen(AssessedFrame frame, Look look, List<Detection> detections) {
    return new Seen(
        frame,
        List.of(new Sight(
            look,
            detections.stream()
                .map(detection -> new Tracked(detection, Basis.SEEN, null))
                .toList())),
        List.of(),
        HandsSeen.unassessed(Unassessed.NOT_SCHEDULED),
        Framing.unassessed(Unassessed.NOT_SCHEDULED),
        List.of(),
        frame.speech());
  }

  @Test
  void releasesOnlyWhatAModelLookedAtAndFoundNothingIn() {
    Directive directive = RULE.settled(frame(Looked.WITH_MODEL, Footage.CAMERA, Rotation.NONE));
    assertThat(directive.disposition()).isEqualTo(Disposition.RELEASE);
    assertThat(directive.finality()).isEqualTo(Finality.FINAL);
    assertThat(directive.revision()).isEqualTo(1);
  }

  @Test
  void coversAFaceGrownTowardsHairAndEars() {
    Directive directive =
        RULE.settled(frame(Looked.WITH_MODEL, Footage.CAMERA, Rotation.NONE, FACE));
    assertThat(directive.disposition()).isEqualTo(Disposition.REDACT);
    assertThat(directive.regions()).singleElement().satisfies(region -> {
      assertThat(region.box()).isEqualTo(new Box(35, 20, 20, 45));
      assertThat(region.reason()).isEqualTo(RegionReason.FACE_DETECTED);
    });
  }

  @ParameterizedTest
  @CsvSource({
    "NONE,          35, 20, 20, 45",
    "CLOCKWISE_90,  30, 30, 22.5, 40",
    "HALF_TURN,     35, 35, 20, 45",
    "CLOCKWISE_270, 37.5, 30, 22.5, 40"
  })
  void growsTowardsTheHairWhicheverWayTheRasterLies(
      Rotation upright, float x, float y, float width, float height) {
    assertThat(GROWTH.grow(FACE.box(), upright)).isEqualTo(new Box(x, y, width, height));
  }

  @Test
  void roundsOutwardAndCutsAtTheFrame() {
    Detection corner = new Detection(new Box(-3.5f, 70.2f, 10.1f, 20), 0.9);
    Region region = RULE.settled(frame(Looked.WITH_MODEL, Footage.CAMERA, Rotation.NONE, corner))
        .regions()
        .get(0);
    assertThat(region.box()).isEqualTo(new Box(0, 50, 12, 30));
  }

  @Test
  void leavesOutWhatIsBelowThePolicysConfidence() {
    Detection unsure = new Detection(FACE.box(), 0.494);
    Detection justSure = new Detection(FACE.box(), 0.496);
    assertThat(RULE.settled(frame(Looked.WITH_MODEL, Footage.CAMERA, Rotation.NONE, unsure))
            .disposition())
        .isEqualTo(Disposition.RELEASE);
    assertThat(RULE.settled(frame(Looked.WITH_MODEL, Footage.CAMERA, Rotation.NONE, justSure))
            .disposition())
        .isEqualTo(Disposition.REDACT);
  }

  @ParameterizedTest
  @CsvSource({
    "WITH_STAND_IN,MODEL_MISSING",
    "NOT_AT_ALL,MODEL_MISSING",
    "FAILED,DETECTOR_FAILED",
    "NOT_SCHEDULED,DETECTION_STALE",
    "TOO_DARK,NOT_SEEN_WELL",
    "TOO_BLURRED,NOT_SEEN_WELL"
  })
  void withholdsWhateverNoModelLookedAt(Looked looked, WithholdReason reason) {
    for (Footage footage : Footage.values()) {
      Directive directive = RULE.settled(frame(looked, footage, Rotation.NONE));
      assertThat(directive.disposition()).isEqualTo(Disposition.WITHHOLD);
      assertThat(directive.withheldBecause()).containsExactly(reason);
    }
  }

  @Test
  void aStandInsFaceIsStillHidden() {
    Directive directive =
        RULE.settled(frame(Looked.WITH_STAND_IN, Footage.CAMERA, Rotation.NONE, FACE));
    assertThat(directive.disposition()).isEqualTo(Disposition.WITHHOLD);
    assertThat(directive.regions())
        .extracting(Region::reason)
        .containsExactly(RegionReason.FACE_SUSPECTED);
  }

  @Test
  void onlyTheDrawnScenePolicyTrustsAStandInAndOnlyOnDrawnFootage() {
    DirectRedaction drawn = new DirectRedaction(Policy.drawnScene(), Consent.OFF);
    assertThat(drawn
            .settled(frame(Looked.WITH_STAND_IN, Footage.DRAWN, Rotation.NONE))
            .disposition())
        .isEqualTo(Disposition.RELEASE);
    assertThat(drawn
            .settled(frame(Looked.WITH_STAND_IN, Footage.DRAWN, Rotation.NONE, FACE))
            .disposition())
        .isEqualTo(Disposition.REDACT);
    assertThat(drawn
            .settled(frame(Looked.WITH_STAND_IN, Footage.CAMERA, Rotation.NONE))
            .disposition())
        .isEqualTo(Disposition.WITHHOLD);
    assertThat(drawn
            .settled(frame(Looked.NOT_AT_ALL, Footage.DRAWN, Rotation.NONE))
            .disposition())
        .isEqualTo(Disposition.WITHHOLD);
    assertThat(drawn.settled(frame(Looked.FAILED, Footage.DRAWN, Rotation.NONE)).disposition())
        .isEqualTo(Disposition.WITHHOLD);
  }

  @ParameterizedTest
  @CsvSource({"0, RELEASE", "500, RELEASE", "501, WITHHOLD", ", WITHHOLD"})
  void withholdsWhatWasLookedAtTooLongAgo(@Nullable Long age, Disposition disposition) {
    Policy patient = new Policy(
        "patient",
        List.of(new Hiding(DetectorKind.PERSON, 0.5, GROWTH, 500)),
        0,
        DrawnFootage.LIKE_ANY_OTHER);
    AssessedFrame frame =
        frame(Looked.WITH_MODEL, Footage.CAMERA, Rotation.NONE).frame();
    Look look =
        new Look(DetectorKind.PERSON, age == null ? Looked.NOT_SCHEDULED : Looked.WITH_MODEL, age);
    Directive directive =
        new DirectRedaction(patient, Consent.OFF).settled(seen(frame, look, List.of()));
    assertThat(directive.disposition()).isEqualTo(disposition);
    assertThat(directive.looks()).containsExactly(look);
    if (disposition == Disposition.WITHHOLD) {
      assertThat(directive.withheldBecause()).containsExactly(WithholdReason.DETECTION_STALE);
    }
  }

  @Test
  void aRegionSaysOfWhichTrackItIsAndWhetherThisFrameSawIt() {
    Policy people = new Policy(
        "people",
        List.of(new Hiding(DetectorKind.PERSON, 0.1, Growth.even(0), 0)),
        0,
        DrawnFootage.LIKE_ANY_OTHER);
    AssessedFrame frame =
        frame(Looked.WITH_MODEL, Footage.CAMERA, Rotation.NONE).frame();
    Detection here = new Detection(new Box(0, 5, 20, 60), 0.9);
    Detection missed = new Detection(new Box(60, 5, 20, 60), 0.4);
    Seen seen = new Seen(
        frame,
        List.of(new Sight(
            new Look(DetectorKind.PERSON, Looked.WITH_MODEL, 0L),
            List.of(new Tracked(here, Basis.SEEN, null), new Tracked(missed, Basis.BETWEEN, 7)))),
        List.of(),
        HandsSeen.unassessed(Unassessed.NOT_SCHEDULED),
        Framing.unassessed(Unassessed.NOT_SCHEDULED),
        List.of(),
        frame.speech());
    assertThat(new DirectRedaction(people, Consent.OFF).settled(seen).regions())
        .extracting(Region::box, Region::reason, Region::track)
        .containsExactly(
            tuple(here.box(), RegionReason.THIRD_PARTY, null),
            tuple(missed.box(), RegionReason.TRACKED, 7));
  }

  @Test
  void doubtIsHowNearAFaintFindComesToBeingHidden() {
    Policy people = new Policy(
        "people",
        List.of(new Hiding(DetectorKind.PERSON, 0.8, Growth.even(0), 0)),
        0,
        DrawnFootage.LIKE_ANY_OTHER);
    AssessedFrame frame =
        frame(Looked.WITH_MODEL, Footage.CAMERA, Rotation.NONE).frame();
    Look look = new Look(DetectorKind.PERSON, Looked.WITH_MODEL, 0L);
    Detection faint = new Detection(new Box(10, 10, 20, 20), 0.4);
    Detection sure = new Detection(new Box(9, 9, 25, 25), 0.9);
    DirectRedaction rule = new DirectRedaction(people, Consent.OFF);
    assertThat(rule.settled(seen(frame, look, List.of(faint))).doubt()).isEqualTo(0.5);
    assertThat(rule.settled(seen(frame, look, List.of(faint, sure))).doubt())
        .as("it is hidden with the other")
        .isZero();
    assertThat(rule.settled(seen(frame, look, List.of())).doubt()).isZero();
  }

  @Test
  void aFaintScreenIsNoDoubtAboutPeople() {
    Policy screens = new Policy(
        "screens",
        List.of(new Hiding(DetectorKind.SCREEN, 0.8, Growth.even(0), 0)),
        0,
        DrawnFootage.LIKE_ANY_OTHER);
    AssessedFrame frame =
        frame(Looked.WITH_MODEL, Footage.CAMERA, Rotation.NONE).frame();
    Look look = new Look(DetectorKind.SCREEN, Looked.WITH_MODEL, 0L);
    Detection faint = new Detection(new Box(10, 10, 20, 20), 0.6);
    Directive directive =
        new DirectRedaction(screens, Consent.OFF, 0.1).settled(seen(frame, look, List.of(faint)));
    assertThat(directive.doubt()).isZero();
    assertThat(directive.disposition()).isEqualTo(Disposition.RELEASE);
  }

  @Test
  void aFrameInDoubtIsWithheldForPeopleToLookAndSaysWhere() {
    Policy people = new Policy(
        "people",
        List.of(new Hiding(DetectorKind.PERSON, 0.8, Growth.even(0), 0)),
        0,
        DrawnFootage.LIKE_ANY_OTHER);
    AssessedFrame frame =
        frame(Looked.WITH_MODEL, Footage.CAMERA, Rotation.NONE).frame();
    Look look = new Look(DetectorKind.PERSON, Looked.WITH_MODEL, 0L);
    Detection faint = new Detection(new Box(10, 10, 20, 20), 0.6);
    Detection fainter = new Detection(new Box(60, 10, 20, 20), 0.2);
    Seen seen = seen(frame, look, List.of(faint, fainter));
    Directive directive = new DirectRedaction(people, Consent.OFF, 0.7).settled(seen);
    assertThat(directive.withheldBecause()).containsExactly(WithholdReason.REVIEW);
    assertThat(directive.doubt()).isEqualTo(0.75);
    assertThat(directive.regions())
        .extracting(Region::box, Region::reason)
        .containsExactly(tuple(faint.box(), RegionReason.DOUBTFUL));
    assertThat(new DirectRedaction(people, Consent.OFF, 0.8).settled(seen).disposition())
        .isEqualTo(Disposition.RELEASE);
  }

  @Test
  void whatIsWithheldForAnotherReasonIsNobodysToReview() {
    Directive late = new DirectRedaction(TIGHT, Consent.OFF, 0.01)
        .late(frame(Looked.WITH_MODEL, Footage.CAMERA, Rotation.NONE), Lateness.HORIZON);
    assertThat(late.withheldBecause()).containsExactly(WithholdReason.LATE);
    assertThat(late.doubt()).isEqualTo(1);
  }

  @Test
  void withholdsWhatDoesNotDecode() {
    Directive directive =
        RULE.settled(frame(Assessment.undecodable(Rotation.NONE, "face/test-1"), Footage.CAMERA));
    assertThat(directive.withheldBecause()).containsExactly(WithholdReason.UNDECODABLE);
  }

  @Test
  void withholdsEveryFrameWhereConsentIsRequiredAndNothingVerifiesIt() {
    DirectRedaction required = new DirectRedaction(TIGHT, Consent.REQUIRED);
    assertThat(required
            .settled(frame(Looked.WITH_MODEL, Footage.CAMERA, Rotation.NONE))
            .withheldBecause())
        .containsExactly(WithholdReason.CONSENT_UNVERIFIED);
  }

  @ParameterizedTest
  @EnumSource(Lateness.class)
  void withholdsALateFrameHoweverCleanItIs(Lateness lateness) {
    Directive directive =
        RULE.late(frame(Looked.WITH_MODEL, Footage.CAMERA, Rotation.NONE), lateness);
    assertThat(directive.withheldBecause()).containsExactly(WithholdReason.LATE);
    assertThat(directive.lateness()).isEqualTo(lateness);
    assertThat(directive.finality()).isEqualTo(Finality.FINAL);
  }

  @Test
  void aProvisionalDirectiveSaysSo() {
    Directive directive = RULE.provisional(frame(Looked.WITH_MODEL, Footage.CAMERA, Rotation.NONE));
    assertThat(directive.finality()).isEqualTo(Finality.PROVISIONAL);
    assertThat(directive.revision()).isZero();
  }
}
