package sightline.pipeline.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sightline.domain.assessment.AssessedFrame;
import sightline.domain.consent.Permit;
import sightline.domain.consent.ReceiptCheck;
import sightline.domain.consent.Scope;
import sightline.domain.control.ControlRecord;
import sightline.domain.control.Givers;
import sightline.domain.control.Revocation;
import sightline.domain.control.RevocationReason;
import sightline.domain.control.RevokedBy;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.OverrideCause;
import sightline.domain.privacy.Overrides;
import sightline.domain.privacy.WithholdReason;
import sightline.pipeline.Sample;

/** Consent that is taken back while frames are on their way, or after they went. */
class RevocationTest {
  private static final Map<String, String> REQUIRED = Map.of("decide.consent", "required");
  private static final Instant THEN = Instant.ofEpochMilli(7_000);

  private DecideHarness harness;

  @BeforeEach
  void open() throws Exception {
    harness = DecideHarness.open(REQUIRED);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private static Permit permit(String receipt) {
    return new Permit(
        ReceiptCheck.VERIFIED, receipt, List.of(Scope.values()), List.of("robot-training"), null);
  }

  private static AssessedFrame frame(String session, int index, long at, String receipt) {
    return Sample.assessed(session, index, at, at, index).with(permit(receipt));
  }

  private static ControlRecord revoke(RevokedBy by, String id) {
    return ControlRecord.of(new Revocation(by, id, THEN, RevocationReason.WITHDRAWN));
  }

  private List<DirectiveOverride> overrides() {
    return harness.side(DecideFrames.OVERRIDES);
  }

  private List<Directive> finals(String session) {
    return harness.extractOutputValues().stream()
        .filter(directive -> directive.session().equals(session))
        .toList();
  }

  /** Three frames, of which the first has its final directive. */
  private void oneIsOut(String session, String receipt) throws Exception {
    harness.frame(frame(session, 0, 0, receipt));
    harness.frame(frame(session, 1, 1_100, receipt));
    harness.frame(frame(session, 2, 1_900, receipt));
  }

  @Test
  void untilItIsRevokedConsentReleases() throws Exception {
    harness.frame(frame("s", 0, 0, "r-1"));
    harness.processWatermark(Long.MAX_VALUE);
    assertThat(finals("s")).extracting(Directive::disposition).containsExactly(Disposition.RELEASE);
  }

  @ParameterizedTest
  @CsvSource({"SESSION, s", "RECEIPT, r-1", "WORKER, w-1"})
  void framesInFlightAreWithheld(RevokedBy by, String id) throws Exception {
    harness.frame(frame("s", 0, 0, "r-1"));
    harness.control(revoke(by, id));
    harness.frame(frame("s", 1, 100, "r-1"));
    harness.processWatermark(Long.MAX_VALUE);
    assertThat(finals("s")).hasSize(2).allSatisfy(directive -> {
      assertThat(directive.disposition()).isEqualTo(Disposition.WITHHOLD);
      assertThat(directive.withheldBecause()).containsExactly(WithholdReason.CONSENT_REVOKED);
      assertThat(directive.purposes()).isEmpty();
    });
    assertThat(overrides()).as("nothing was out").isEmpty();
    assertThat(harness.side(DecideFrames.PROVISIONAL))
        .extracting(Directive::disposition)
        .containsExactly(Disposition.RELEASE, Disposition.WITHHOLD);
  }

  @ParameterizedTest
  @CsvSource({"SESSION, s", "RECEIPT, r-1", "WORKER, w-1"})
  void whatIsOutIsOverriddenOnce(RevokedBy by, String id) throws Exception {
    oneIsOut("s", "r-1");
    assertThat(finals("s")).extracting(Directive::disposition).containsExactly(Disposition.RELEASE);
    harness.control(revoke(by, id));
    harness.control(revoke(by, id));
    harness.control(revoke(RevokedBy.SESSION, "s"));
    assertThat(overrides())
        .containsExactly(new DirectiveOverride(
            "s", null, 2, THEN, OverrideCause.REVOCATION, Disposition.WITHHOLD, List.of()));
    assertThat(Overrides.over(finals("s").get(0), overrides()).disposition())
        .isEqualTo(Disposition.WITHHOLD);
    harness.processWatermark(Long.MAX_VALUE);
    assertThat(finals("s"))
        .last()
        .satisfies(directive -> assertThat(directive.withheldBecause())
            .containsExactly(WithholdReason.CONSENT_REVOKED));
  }

  @Test
  void othersAreNotConcerned() throws Exception {
    oneIsOut("s", "r-1");
    oneIsOut("t", "r-2");
    harness.control(revoke(RevokedBy.RECEIPT, "r-1"));
    assertThat(overrides()).extracting(DirectiveOverride::session).containsExactly("s");
    harness.processWatermark(Long.MAX_VALUE);
    assertThat(finals("t")).extracting(Directive::disposition).containsOnly(Disposition.RELEASE);
  }

  @Test
  void whatWasRevokedBeforeTheFirstFrameNeverGoesOut() throws Exception {
    harness.close();
    harness = DecideHarness.open(REQUIRED, revoke(RevokedBy.RECEIPT, "r-1"));
    harness.frame(frame("s", 0, 0, "r-1"));
    harness.processWatermark(Long.MAX_VALUE);
    assertThat(finals("s"))
        .singleElement()
        .satisfies(directive -> assertThat(directive.withheldBecause())
            .containsExactly(WithholdReason.CONSENT_REVOKED));
  }

  @Test
  void aLateFrameIsRevokedAsWell() throws Exception {
    harness.frame(frame("s", 3, 5_000, "r-1"));
    harness.control(revoke(RevokedBy.WORKER, "w-1"));
    harness.frame(frame("s", 1, 0, "r-1"));
    assertThat(finals("s"))
        .last()
        .satisfies(directive -> assertThat(directive.withheldBecause())
            .containsExactly(WithholdReason.LATE, WithholdReason.CONSENT_REVOKED));
  }

  @Test
  void aSessionThatChangesItsReceiptTooOftenIsWithheldAsNoRevocationWouldFindIt() throws Exception {
    for (int index = 0; index <= Givers.MOST; index++) {
      harness.frame(frame("s", index, 100L * index, "r-" + index));
    }
    harness.processWatermark(Long.MAX_VALUE);
    assertThat(finals("s"))
        .last()
        .satisfies(directive -> assertThat(directive.withheldBecause())
            .containsExactly(WithholdReason.CONSENT_NOT_FOR_THIS));
    assertThat(finals("s").subList(0, Givers.MOST))
        .extracting(Directive::disposition)
        .containsOnly(Disposition.RELEASE);
  }

  @Test
  void aRestoredTaskStillKnowsWhoRevokedAndWhoGave() throws Exception {
    oneIsOut("s", "r-1");
    harness.control(revoke(RevokedBy.RECEIPT, "r-2"));
    OperatorSubtaskState snapshot = harness.snapshot(1, 5_000);
    harness.close();
    harness = DecideHarness.restored(REQUIRED, snapshot);
    harness.frame(frame("t", 0, 5_100, "r-2"));
    harness.control(revoke(RevokedBy.RECEIPT, "r-1"));
    assertThat(overrides()).extracting(DirectiveOverride::session).containsExactly("s");
    harness.processWatermark(Long.MAX_VALUE);
    assertThat(harness.extractOutputValues())
        .hasSize(3)
        .allSatisfy(directive -> assertThat(directive.withheldBecause())
            .containsExactly(WithholdReason.CONSENT_REVOKED));
  }

  @Test
  void nothingIsLeftOfASessionOnceItIsForgotten() throws Exception {
    harness.frame(frame("s", 0, 0, "r-1"));
    harness.control(revoke(RevokedBy.RECEIPT, "r-1"));
    harness.processWatermark(Long.MAX_VALUE);
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  private static <T> int bytes(Class<T> type, T value) throws Exception {
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeInformation.of(type).createSerializer(new SerializerConfigImpl()).serialize(value, out);
    return out.length();
  }

  /** The figures in jobs/docs/consent.md and in {@link Consents}. */
  @Test
  void whatIsRememberedIsSmall() throws Exception {
    String id = "0".repeat(36);
    Revocation revocation = new Revocation(RevokedBy.RECEIPT, id, THEN, RevocationReason.WITHDRAWN);
    assertThat(bytes(Revocation.class, revocation) + bytes(String.class, revocation.key()))
        .isBetween(90, 120);
    Givers usual = new Givers(List.of("w-1f93"), List.of(id), false);
    assertThat(bytes(Givers.class, usual)).isBetween(45, 75);
    List<String> workers = new ArrayList<>();
    List<String> receipts = new ArrayList<>();
    for (int number = 0; number < Givers.MOST; number++) {
      workers.add("\uFFFF".repeat(199) + number);
      receipts.add("r".repeat(127) + number);
    }
    assertThat(bytes(Givers.class, new Givers(workers, receipts, true))).isLessThan(3 * 1024);
  }
}
