package sightline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Phase;
import sightline.domain.privacy.Consent;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Finality;
import sightline.wire.UnreadableRecord.Why;
import sightline.wire.avro.Directive;
import sightline.wire.avro.DirectiveOverride;
import sightline.wire.avro.FrameScore;
import sightline.wire.avro.Gap;
import sightline.wire.avro.Measure;
import sightline.wire.avro.PolicyVersion;
import sightline.wire.avro.Rejection;
import sightline.wire.avro.Revocation;
import sightline.wire.avro.SessionSummary;

/** What the mappers refuse, and that both vocabularies stay the same. */
class MappingTest {
  @Test
  void theDomainsEnumsAndAvrosHaveTheSameWords() {
    Map<Class<? extends Enum<?>>, Class<? extends Enum<?>>> pairs = Map.of(
        Phase.class, sightline.wire.avro.Phase.class,
        Disposition.class, sightline.wire.avro.Disposition.class,
        Finality.class, sightline.wire.avro.Finality.class,
        Consent.class, sightline.wire.avro.Consent.class);

    pairs.forEach((domain, avro) -> assertThat(words(avro)).isEqualTo(words(domain)));
  }

  private static List<String> words(Class<? extends Enum<?>> vocabulary) {
    return Arrays.stream(vocabulary.getEnumConstants())
        .<String>map(word -> word.name())
        .toList();
  }

  @Test
  void encryptedRecordsAreRefused() {
    assertRefused(() -> Directives.fromAvro(Golden.directive()), Why.ENCRYPTED);
    assertRefused(() -> FrameScores.fromAvro(Golden.frameScore()), Why.ENCRYPTED);
    assertRefused(() -> Rejections.fromAvro(Golden.rejection()), Why.ENCRYPTED);
    assertRefused(() -> SessionSummaries.fromAvro(Golden.sessionSummary()), Why.ENCRYPTED);
    assertRefused(() -> PreflightVerdicts.fromAvro(Golden.preflightVerdict()), Why.ENCRYPTED);
    assertRefused(() -> SessionFeedbacks.fromAvro(Golden.sessionFeedback()), Why.ENCRYPTED);
    assertRefused(() -> Incidents.fromAvro(Golden.incident()), Why.ENCRYPTED);
    assertRefused(() -> LifecycleEvents.fromAvro(Golden.lifecycleEvent()), Why.ENCRYPTED);
    assertRefused(() -> DirectiveOverrides.fromAvro(Golden.directiveOverride()), Why.ENCRYPTED);
    assertRefused(() -> RedactedFrames.fromAvro(Golden.redactedFrame()), Why.ENCRYPTED);
    assertRefused(() -> Revocations.fromAvro(Golden.revocation()), Why.ENCRYPTED);
    assertRefused(() -> PolicyVersions.fromAvro(Golden.policyVersion()), Why.ENCRYPTED);
    assertRefused(() -> TaskSpecs.fromAvro(Golden.taskSpec()), Why.ENCRYPTED);
    assertRefused(() -> OperationsReadings.fromAvro(Golden.operationsReading()), Why.ENCRYPTED);
  }

  @Test
  void aRevocationHoldsWhateverItsReason() throws Exception {
    Revocation later = Revocation.newBuilder(Golden.revocation())
        .clearKeyId()
        .clearCipher()
        .setReason("REASON_OF_TOMORROW")
        .build();

    assertThat(Revocations.fromAvro(later).id()).isEqualTo("receipt-1");
  }

  @Test
  void aPolicyThatRequiresNothingIsRefused() {
    PolicyVersion blind = PolicyVersion.newBuilder(Golden.policyVersion())
        .clearKeyId()
        .clearCipher()
        .setHidings(List.of())
        .build();

    assertRefused(() -> PolicyVersions.fromAvro(blind), Why.CONTRADICTORY);
  }

  @Test
  void aReasonOfALaterVersionIsRefusedRatherThanGuessed() {
    Directive later = plainDirective()
        .setWithheldBecause(List.of("LATE", "REASON_OF_TOMORROW"))
        .build();

    assertRefused(() -> Directives.fromAvro(later), Why.UNKNOWN_WORD);
  }

  @Test
  void aDirectiveThatReleasesWithReasonsToWithholdIsRefused() {
    Directive torn =
        plainDirective().setDisposition(sightline.wire.avro.Disposition.RELEASE).build();

    assertRefused(() -> Directives.fromAvro(torn), Why.CONTRADICTORY);
  }

  @Test
  void anOverrideThatHidesNothingIsRefused() {
    DirectiveOverride empty = DirectiveOverride.newBuilder(Golden.directiveOverride())
        .clearKeyId()
        .clearCipher()
        .setRegions(List.of())
        .build();

    assertRefused(() -> DirectiveOverrides.fromAvro(empty), Why.CONTRADICTORY);
  }

  @Test
  void aRejectionOfALaterVersionIsRefused() {
    Rejection later = Rejection.newBuilder(Golden.rejection())
        .clearKeyId()
        .clearCipher()
        .setReason("REASON_OF_TOMORROW")
        .build();

    assertRefused(() -> Rejections.fromAvro(later), Why.UNKNOWN_WORD);
  }

  @Test
  void aMeasureIsANumberOrAReasonAndNeverBothOrNeither() {
    for (Measure torn : List.of(
        new Measure(null, null), new Measure(1.0, "TOO_DARK"), new Measure(Double.NaN, null))) {
      FrameScore score = FrameScore.newBuilder(Golden.frameScore())
          .clearKeyId()
          .clearCipher()
          .setFaces(torn)
          .build();

      assertRefused(() -> FrameScores.fromAvro(score), Why.CONTRADICTORY);
    }
  }

  @Test
  void gapsThatTouchOrRunBackwardsAreRefused() {
    for (List<Gap> torn : List.of(
        List.of(new Gap(5, 4)),
        List.of(new Gap(-1, 2)),
        List.of(new Gap(1, 2), new Gap(3, 4)),
        List.of(new Gap(9, Integer.MAX_VALUE), new Gap(1, 2)))) {
      SessionSummary summary = SessionSummary.newBuilder(Golden.sessionSummary())
          .clearKeyId()
          .clearCipher()
          .setGaps(torn)
          .build();

      assertRefused(() -> SessionSummaries.fromAvro(summary), Why.CONTRADICTORY);
    }
  }

  private static Directive.Builder plainDirective() {
    return Directive.newBuilder(Golden.directive()).clearKeyId().clearCipher();
  }

  private static void assertRefused(ThrowingCallable mapping, Why why) {
    assertThatExceptionOfType(UnreadableRecord.class)
        .isThrownBy(mapping)
        .withNoCause()
        .satisfies(refused -> assertThat(refused.why()).isEqualTo(why));
  }
}
