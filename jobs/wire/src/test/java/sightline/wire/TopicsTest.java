package sightline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicsTest {
  @ParameterizedTest
  @CsvSource({
    "frames, Frame",
    "revocations, Revocation",
    "policies, PolicyVersion",
    "task-specs, TaskSpec",
    "reviews, Review",
    "lifecycle, LifecycleEvent",
    "frame-scores, FrameScore",
    "redactions-provisional, Directive",
    "redactions, Directive",
    "overrides, DirectiveOverride",
    "sessions, SessionSummary",
    "verdicts, SessionVerdict",
    "incidents, Incident",
    "rejected, Rejection",
    "frames-redacted, RedactedFrame",
    "operations, OperationsReading"
  })
  void everyAvroTopicCarriesOneKindOfRecord(String topic, String record) {
    assertThat(Topics.format(topic).type().getSimpleName()).isEqualTo(record);
  }

  @Test
  void feedbackCarriesTwoKindsAndTheirBytesTellThemApart() {
    assertThat(Topics.formats(Topics.FEEDBACK))
        .containsExactly(WireFormat.PREFLIGHT_VERDICT, WireFormat.SESSION_FEEDBACK);
    byte[] clip = WireFormat.PREFLIGHT_VERDICT.encode(Golden.preflightVerdict());
    byte[] session = WireFormat.SESSION_FEEDBACK.encode(Golden.sessionFeedback());
    assertThat(WireFormat.PREFLIGHT_VERDICT.wrote(clip)).isTrue();
    assertThat(WireFormat.PREFLIGHT_VERDICT.wrote(session)).isFalse();
    assertThat(WireFormat.SESSION_FEEDBACK.wrote(session)).isTrue();
    assertThat(WireFormat.SESSION_FEEDBACK.wrote(clip)).isFalse();
    assertThat(WireFormat.SESSION_FEEDBACK.wrote(new byte[] {1})).isFalse();
    assertThat(WireFormat.SESSION_FEEDBACK.wrote(null)).isFalse();
  }

  @Test
  void theNamesOfTheTopicsStayAsTheyArePublished() {
    assertThat(Topics.all())
        .containsExactly(
            "frames",
            "revocations",
            "policies",
            "task-specs",
            "reviews",
            "lifecycle",
            "frame-scores",
            "redactions-provisional",
            "redactions",
            "overrides",
            "sessions",
            "verdicts",
            "incidents",
            "feedback",
            "rejected",
            "frames-redacted",
            "operations",
            "alerts");
  }

  @Test
  void alertsAreNoAvro() {
    assertThatIllegalArgumentException().isThrownBy(() -> Topics.format(Topics.ALERTS));
  }
}
