package sightline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;
import sightline.domain.redaction.RedactedFrame;

/** Domain to Avro to bytes and back again. */
class RoundTripTest {
  private static final int RECORDS = 500;

  /** Turns an Avro record into its domain record. */
  @FunctionalInterface
  interface FromAvro<T, D> {
    D read(T avro) throws UnreadableRecord;
  }

  @Test
  void directivesComeBackAsTheyWere() throws Exception {
    assertComesBack(
        RandomRecords::directive, WireFormat.DIRECTIVE, Directives::toAvro, Directives::fromAvro);
  }

  @Test
  void overridesComeBackAsTheyWere() throws Exception {
    assertComesBack(
        RandomRecords::directiveOverride,
        WireFormat.DIRECTIVE_OVERRIDE,
        DirectiveOverrides::toAvro,
        DirectiveOverrides::fromAvro);
  }

  @Test
  void scoresComeBackAsTheyWere() throws Exception {
    assertComesBack(
        RandomRecords::frameScore,
        WireFormat.FRAME_SCORE,
        FrameScores::toAvro,
        FrameScores::fromAvro);
  }

  @Test
  void summariesComeBackAsTheyWere() throws Exception {
    assertComesBack(
        RandomRecords::sessionSummary,
        WireFormat.SESSION_SUMMARY,
        SessionSummaries::toAvro,
        SessionSummaries::fromAvro);
  }

  @Test
  void lifecycleEventsComeBackAsTheyWere() throws Exception {
    assertComesBack(
        RandomRecords::lifecycleEvent,
        WireFormat.LIFECYCLE_EVENT,
        LifecycleEvents::toAvro,
        LifecycleEvents::fromAvro);
  }

  @Test
  void incidentsComeBackAsTheyWere() throws Exception {
    assertComesBack(
        RandomRecords::incident, WireFormat.INCIDENT, Incidents::toAvro, Incidents::fromAvro);
  }

  @Test
  void preflightVerdictsComeBackAsTheyWere() throws Exception {
    assertComesBack(
        RandomRecords::preflightVerdict,
        WireFormat.PREFLIGHT_VERDICT,
        PreflightVerdicts::toAvro,
        PreflightVerdicts::fromAvro);
  }

  @Test
  void verdictsComeBackAsTheyWere() throws Exception {
    assertComesBack(
        RandomRecords::sessionVerdict,
        WireFormat.SESSION_VERDICT,
        SessionVerdictRecords::toAvro,
        SessionVerdictRecords::fromAvro);
  }

  @Test
  void sessionFeedbackComesBackAsItWas() throws Exception {
    assertComesBack(
        RandomRecords::sessionFeedback,
        WireFormat.SESSION_FEEDBACK,
        SessionFeedbacks::toAvro,
        SessionFeedbacks::fromAvro);
  }

  @Test
  void rejectionsComeBackAsTheyWere() throws Exception {
    assertComesBack(
        RandomRecords::rejection, WireFormat.REJECTION, Rejections::toAvro, Rejections::fromAvro);
  }

  @Test
  void redactedFramesComeBackAsTheyWere() throws Exception {
    for (long seed = 0; seed < RECORDS; seed++) {
      RedactedFrame frame = new RandomRecords(seed).redactedFrame();

      RedactedFrame back = RedactedFrames.fromAvro(WireFormat.REDACTED_FRAME.decode(
          WireFormat.REDACTED_FRAME.encode(RedactedFrames.toAvro(frame))));

      assertThat(back).as("seed %s", seed).usingRecursiveComparison().isEqualTo(frame);
    }
  }

  @Test
  void readingsComeBackAsTheyWere() throws Exception {
    assertComesBack(
        RandomRecords::operationsReading,
        WireFormat.OPERATIONS_READING,
        OperationsReadings::toAvro,
        OperationsReadings::fromAvro);
  }

  @Test
  void revocationsComeBackAsTheyWere() throws Exception {
    assertComesBack(
        RandomRecords::revocation,
        WireFormat.REVOCATION,
        Revocations::toAvro,
        Revocations::fromAvro);
  }

  @Test
  void policiesComeBackAsTheyWere() throws Exception {
    assertComesBack(
        RandomRecords::policyVersion,
        WireFormat.POLICY_VERSION,
        PolicyVersions::toAvro,
        PolicyVersions::fromAvro);
  }

  @Test
  void specsComeBackAsTheyWere() throws Exception {
    assertComesBack(
        RandomRecords::taskSpec, WireFormat.TASK_SPEC, TaskSpecs::toAvro, TaskSpecs::fromAvro);
  }

  private static <D, T extends SpecificRecordBase> void assertComesBack(
      Function<RandomRecords, D> random,
      WireFormat<T> format,
      Function<D, T> toAvro,
      FromAvro<T, D> fromAvro)
      throws UnreadableRecord {
    for (long seed = 0; seed < RECORDS; seed++) {
      D record = random.apply(new RandomRecords(seed));

      D back = fromAvro.read(format.decode(format.encode(toAvro.apply(record))));

      assertThat(back).as("seed %s", seed).isEqualTo(record);
    }
  }
}
