package sightline.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
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
import sightline.domain.consent.ReceiptCheck;
import sightline.domain.consent.Scope;
import sightline.domain.frame.Box;
import sightline.domain.frame.Footage;
import sightline.domain.frame.FrameHeader;
import sightline.domain.frame.Origin;
import sightline.domain.frame.Phase;
import sightline.domain.frame.Rotation;
import sightline.domain.framing.CameraView;
import sightline.domain.framing.Framing;
import sightline.domain.hands.HandsSeen;
import sightline.domain.people.PersonEvidence;
import sightline.domain.people.PersonJudgement;
import sightline.domain.people.Who;
import sightline.domain.privacy.Consent;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.Disposition;
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

/** What consent makes of a frame, through the rule that uses it. */
class ConsentRulesTest {
  private static final Policy HOUSEHOLD = Policy.household();
  private static final Policy OPEN_BOOKS = new Policy(
      "open-books",
      HOUSEHOLD.hidings(),
      0,
      DrawnFootage.LIKE_ANY_OTHER,
      Documents.SHOWN_WITH_CONSENT);
  private static final Detection LAP = new Detection(new Box(0, 60, 100, 20), 0.9);
  private static final Detection ARM = new Detection(new Box(40, 30, 20, 30), 0.9);
  private static final Detection HAND = new Detection(new Box(45, 32, 8, 8), 0.9);
  private static final Detection SCREEN = new Detection(new Box(10, 10, 20, 20), 0.9);
  private static final Detection FACE = new Detection(new Box(60, 10, 10, 12), 0.95);

  private static Permit allowing(Scope... scopes) {
    return new Permit(
        ReceiptCheck.VERIFIED, "r-1", List.of(scopes), List.of("robot-training"), null);
  }

  private static Permit allowingAllBut(Scope... scopes) {
    EnumSet<Scope> allowed = EnumSet.allOf(Scope.class);
    allowed.removeAll(List.of(scopes));
    return allowing(allowed.toArray(Scope[]::new));
  }

  private static Seen seen(Permit permit, DetectorKind kind, Detection... detections) {
    return seen(permit, List.of(), kind, detections);
  }

  private static Seen seen(
      Permit permit, List<PersonJudgement> persons, DetectorKind kind, Detection... detections) {
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
    Assessment blank = new Assessment(
        Decoding.DECODED,
        Rotation.NONE,
        Exposure.unassessed(Unassessed.TOO_DARK),
        Sharpness.unassessed(Unassessed.TOO_DARK),
        Measure.unassessed(Unassessed.TOO_DARK),
        Occlusion.unassessed(Unassessed.TOO_DARK),
        Occlusion.unassessed(Unassessed.TOO_DARK),
        CameraView.unassessed(Unassessed.TOO_DARK),
        List.of(),
        "face/test-1");
    AssessedFrame frame = new AssessedFrame(
        header,
        new Origin("frames", 0, 7, null),
        "00",
        Footage.CAMERA,
        permit,
        Speech.NO_SOUND,
        blank);
    return new Seen(
        frame,
        Arrays.stream(DetectorKind.values())
            .map(each -> new Sight(
                new Look(each, Looked.WITH_MODEL, 0L),
                each == kind
                    ? Arrays.stream(detections)
                        .map(found -> new Tracked(found, Basis.SEEN, null))
                        .toList()
                    : List.of()))
            .toList(),
        persons,
        HandsSeen.unassessed(Unassessed.NOT_SCHEDULED),
        Framing.unassessed(Unassessed.NOT_SCHEDULED),
        List.of(),
        Speech.NO_SOUND);
  }

  private static Directive under(Policy policy, Seen seen) {
    return new DirectRedaction(policy, Consent.REQUIRED).settled(seen);
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_ASKED, CONSENT_UNVERIFIED",
    "MISSING, CONSENT_MISSING",
    "INVALID, CONSENT_INVALID",
    "EXPIRED, CONSENT_EXPIRED",
    "NOT_FOR_THIS, CONSENT_NOT_FOR_THIS",
    "REVOKED, CONSENT_REVOKED"
  })
  void whateverIsNoConsentWithholdsAndSaysWhy(ReceiptCheck check, WithholdReason reason) {
    Directive directive = under(HOUSEHOLD, seen(Permit.without(check), DetectorKind.FACE));
    assertThat(directive.disposition()).isEqualTo(Disposition.WITHHOLD);
    assertThat(directive.withheldBecause()).containsExactly(reason);
    assertThat(directive.purposes()).isEmpty();
  }

  @Test
  void aRevocationCountsEvenWhereNobodyAsksForReceipts() {
    Directive directive = new DirectRedaction(HOUSEHOLD, Consent.OFF)
        .settled(seen(Permit.without(ReceiptCheck.REVOKED), DetectorKind.FACE));
    assertThat(directive.withheldBecause()).containsExactly(WithholdReason.CONSENT_REVOKED);
  }

  @Test
  void fullConsentReleasesACleanFrameForItsPurposes() {
    Directive directive = under(HOUSEHOLD, seen(allowing(Scope.values()), DetectorKind.FACE));
    assertThat(directive.disposition()).isEqualTo(Disposition.RELEASE);
    assertThat(directive.purposes()).containsExactly("human-viewing", "robot-training", "sharing");
  }

  @ParameterizedTest
  @EnumSource(
      value = Scope.class,
      names = {"HUMAN_VIEWING", "SHARING"})
  void whatIsNotAllowedIsNoPurpose(Scope missing) {
    Directive directive = under(HOUSEHOLD, seen(allowingAllBut(missing), DetectorKind.FACE));
    assertThat(directive.purposes())
        .doesNotContain(missing == Scope.SHARING ? "sharing" : "human-viewing")
        .contains("robot-training");
  }

  @Test
  void aRoomThatMayNotBeSeenWithholdsTheFrame() {
    assertThat(under(HOUSEHOLD, seen(allowingAllBut(Scope.ROOM), DetectorKind.FACE))
            .withheldBecause())
        .containsExactly(WithholdReason.CONSENT_SCOPE);
  }

  @ParameterizedTest
  @EnumSource(
      value = Scope.class,
      names = {"FULL_BODY", "DOCUMENTS"})
  void whatAPolicyHasNoEyesForMustBeAllowed(Scope missing) {
    assertThat(under(Policy.faceFirst(), seen(allowingAllBut(missing), DetectorKind.FACE))
            .withheldBecause())
        .containsExactly(WithholdReason.CONSENT_SCOPE);
    assertThat(
            under(HOUSEHOLD, seen(allowingAllBut(missing), DetectorKind.FACE)).disposition())
        .isEqualTo(Disposition.RELEASE);
  }

  @Test
  void noConsentShowsAFace() {
    assertThat(under(OPEN_BOOKS, seen(allowing(Scope.values()), DetectorKind.FACE, FACE))
            .regions())
        .extracting(Region::reason)
        .containsExactly(RegionReason.FACE_DETECTED);
  }

  @Test
  void theWorkersBodyIsHiddenWithoutConsentAndWhatHoldsAHandStays() {
    List<PersonJudgement> body = List.of(
        new PersonJudgement(LAP, Who.WORKER, List.of(PersonEvidence.ENTERS_FROM_THE_WEARER)),
        new PersonJudgement(ARM, Who.WORKER, List.of(PersonEvidence.SEEN_JUST_BEFORE_OR_AFTER)));
    Directive hidden =
        under(HOUSEHOLD, seen(allowingAllBut(Scope.FULL_BODY), body, DetectorKind.HAND, HAND));
    assertThat(hidden.regions()).singleElement().satisfies(region -> {
      assertThat(region.reason()).isEqualTo(RegionReason.OWN_BODY);
      assertThat(region.box()).isEqualTo(new Box(0, 59, 100, 21));
    });
    assertThat(under(HOUSEHOLD, seen(allowing(Scope.values()), body, DetectorKind.HAND, HAND))
            .regions())
        .isEmpty();
  }

  static Stream<DetectorKind> documents() {
    return Stream.of(DetectorKind.SCREEN, DetectorKind.TEXT);
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.MethodSource("documents")
  void papersAndScreensStayOnlyWhereBothPolicyAndWorkerSaySo(DetectorKind kind) {
    Permit all = allowing(Scope.values());
    Permit some = allowingAllBut(Scope.DOCUMENTS);
    assertThat(under(OPEN_BOOKS, seen(all, kind, SCREEN)).regions()).isEmpty();
    assertThat(under(OPEN_BOOKS, seen(some, kind, SCREEN)).regions()).hasSize(1);
    assertThat(under(HOUSEHOLD, seen(all, kind, SCREEN)).regions()).hasSize(1);
    assertThat(new DirectRedaction(OPEN_BOOKS, Consent.OFF)
            .settled(seen(all, kind, SCREEN))
            .regions())
        .hasSize(1);
  }
}
