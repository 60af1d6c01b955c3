package sightline.pipeline.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import sightline.domain.assessment.AssessedFrame;
import sightline.domain.control.ControlRecord;
import sightline.domain.control.PolicyVersion;
import sightline.domain.policy.DrawnFootage;
import sightline.domain.policy.Growth;
import sightline.domain.policy.Hiding;
import sightline.domain.policy.Policy;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.OverrideCause;
import sightline.pipeline.Sample;

/** Policies that come after FINALs which they would have made stricter. Ten frames a second. */
class LatePolicyTest {
  private static final Map<String, String> FACES = Map.of("decide.policy", "face-2");
  private static final double BY_DEFAULT = 0.74;

  private static ControlRecord policy(String version, double confidence, long from) {
    return ControlRecord.of(new PolicyVersion(
        new Policy(
            version,
            List.of(new Hiding(DetectorKind.FACE, confidence, new Growth(0.30, 0.45, 0.25), 0)),
            0,
            DrawnFootage.LIKE_ANY_OTHER),
        Instant.ofEpochMilli(from)));
  }

  private static AssessedFrame frame(String session, int index) {
    return Sample.assessed(session, index, 100L * index, 100L * index, index);
  }

  private static void frames(DecideHarness harness, String session, int from, int to)
      throws Exception {
    for (int index = from; index < to; index++) {
      harness.frame(frame(session, index));
    }
  }

  private static List<Integer> overridden(DecideHarness harness, String session) {
    List<Integer> indices = new ArrayList<>();
    for (DirectiveOverride override : harness.<DirectiveOverride>side(DecideFrames.OVERRIDES)) {
      if (override.session().equals(session)) {
        assertThat(override.cause()).isEqualTo(OverrideCause.CONTROL_RECORD);
        assertThat(override.disposition()).isEqualTo(Disposition.WITHHOLD);
        indices.add(override.index() == null ? -1 : override.index());
      }
    }
    return indices;
  }

  private static List<Integer> indices(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }

  /** What is in force once everything is said: every frame is judged by the stricter policy, or withheld. */
  private static void assertNothingLooserIsOut(DecideHarness harness, int from, int to) {
    List<Integer> overridden = overridden(harness, "s");
    for (Directive directive : harness.extractOutputValues()) {
      if (directive.index() >= from && directive.index() < to) {
        assertThat(directive.policy().equals("stricter") || overridden.contains(directive.index()))
            .as("frame %s", directive.index())
            .isTrue();
      }
    }
  }

  @Test
  void exactlyTheFramesThatWereAppendedSinceAreWithheld() throws Exception {
    try (DecideHarness harness = DecideHarness.open(FACES)) {
      frames(harness, "s", 0, 100);
      frames(harness, "t", 0, 40);
      int out = harness.extractOutputValues().stream()
          .filter(directive -> directive.session().equals("s"))
          .mapToInt(Directive::index)
          .max()
          .orElseThrow();
      harness.control(policy("stricter", 0.5, 5_000));
      assertThat(out).isBetween(80, 99);
      assertThat(overridden(harness, "s")).isEqualTo(indices(50, out + 1));
      assertThat(overridden(harness, "t")).as("all of it was before").isEmpty();
      frames(harness, "s", 100, 120);
      harness.processWatermark(Long.MAX_VALUE);
      assertNothingLooserIsOut(harness, 50, 120);
      assertThat(harness.extractOutputValues()).hasSize(160);
      assertThat(harness.numKeyedStateEntries()).as("nothing is left").isZero();
      assertThat(harness.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void framesOfTheVerySecondAreTakenWithIt() throws Exception {
    try (DecideHarness harness = DecideHarness.open(FACES)) {
      frames(harness, "s", 0, 100);
      harness.control(policy("stricter", 0.5, 5_700));
      assertThat(overridden(harness, "s")).startsWith(50, 51, 52);
    }
  }

  @Test
  void aLooserPolicyOverridesNothing() throws Exception {
    try (DecideHarness harness = DecideHarness.open(FACES)) {
      frames(harness, "s", 0, 100);
      harness.control(policy("looser", 0.9, 5_000));
      harness.control(policy("the-same", BY_DEFAULT, 5_000));
      assertThat(overridden(harness, "s")).isEmpty();
    }
  }

  @Test
  void aPolicyThatAnotherHasFollowedConcernsItsOwnTimeAlone() throws Exception {
    try (DecideHarness harness = DecideHarness.open(FACES, policy("later", BY_DEFAULT, 6_000))) {
      frames(harness, "s", 0, 100);
      harness.control(policy("stricter", 0.5, 3_000));
      assertThat(overridden(harness, "s")).isEqualTo(indices(30, 60));
    }
  }

  @Test
  void aPolicyThatIsToldTwiceOrByAStricterOneOverridesOnce() throws Exception {
    try (DecideHarness harness = DecideHarness.open(FACES)) {
      frames(harness, "s", 0, 100);
      harness.control(policy("stricter", 0.5, 5_000));
      int once = overridden(harness, "s").size();
      harness.control(policy("stricter", 0.5, 5_000));
      harness.control(policy("strictest", 0.2, 5_000));
      assertThat(overridden(harness, "s")).hasSize(once);
    }
  }

  @Test
  void aPolicyThatWasKnownInTimeOverridesNothing() throws Exception {
    try (DecideHarness harness = DecideHarness.open(FACES, policy("stricter", 0.5, 5_000))) {
      frames(harness, "s", 0, 100);
      harness.control(policy("stricter", 0.5, 5_000));
      assertThat(overridden(harness, "s")).isEmpty();
    }
  }

  @Test
  void aSavepointInBetweenForgetsNothing() throws Exception {
    OperatorSubtaskState snapshot;
    try (DecideHarness harness = DecideHarness.open(FACES)) {
      frames(harness, "s", 0, 100);
      snapshot = harness.snapshot(1, 1);
    }
    try (DecideHarness harness = DecideHarness.restored(FACES, snapshot)) {
      frames(harness, "s", 100, 105);
      harness.control(policy("stricter", 0.5, 5_000));
      assertThat(overridden(harness, "s")).startsWith(50, 51, 52).doesNotContain(49, 104);
    }
  }

  @Test
  void whatIsTooLongAgoToTellFramesApartIsWithheldAsAWhole() throws Exception {
    try (DecideHarness harness = DecideHarness.open(FACES)) {
      frames(harness, "s", 0, 100);
      harness.processWatermark((PolicyTrail.KEPT_MINUTES + 1) * 60_000 - 1);
      assertThat(harness.side(DecideFrames.OVERRIDES)).isEmpty();
      harness.processWatermark((PolicyTrail.KEPT_MINUTES + 1) * 60_000);
      harness.control(policy("from-now-on", 0.5, 10_000));
      assertThat(overridden(harness, "s"))
          .as("the last was appended in the tenth second")
          .isEmpty();
      harness.control(policy("stricter", 0.5, 9_000));
      harness.control(policy("strictest", 0.2, 8_000));
      assertThat(overridden(harness, "s")).containsExactly(-1);
    }
  }

  @Test
  void anIndexThatJumpsDoesNotMakeAFloodOfOverrides() throws Exception {
    try (DecideHarness harness = DecideHarness.open(FACES)) {
      harness.frame(Sample.assessed("s", 0, 0, 0L, 0));
      harness.frame(Sample.assessed("s", 2_000_000_000, 100, 100L, 1));
      harness.processWatermark(60_000);
      harness.control(policy("stricter", 0.5, 0));
      assertThat(overridden(harness, "s")).containsExactly(-1);
    }
  }

  @Test
  void framesWithoutAppendTimesLeaveNoTrail() throws Exception {
    try (DecideHarness harness = DecideHarness.open(FACES)) {
      for (int index = 0; index < 100; index++) {
        harness.frame(Sample.assessed("s", index, 100L * index, null, index));
      }
      harness.control(policy("stricter", 0.5, 0));
      assertThat(overridden(harness, "s")).isEmpty();
    }
  }

  /** The figure in jobs/docs/architecture.md: one frame a second leaves as long a trail as thirty. */
  @Test
  void theTrailIsSmall() throws Exception {
    int sessions = 5;
    try (DecideHarness harness = DecideHarness.open(FACES)) {
      frames(harness, "first", 0, 1);
      long before = harness.snapshot(1, 1).getStateSize();
      for (int second = 0; second < 60 * (int) (PolicyTrail.KEPT_MINUTES + 5); second++) {
        for (int session = 0; session < sessions; session++) {
          String id = UUID.nameUUIDFromBytes(new byte[] {(byte) session}).toString();
          harness.frame(Sample.assessed(id, second, 1_000L * second, 1_000L * second, second));
        }
      }
      long each = (harness.snapshot(2, 2).getStateSize() - before) / sessions;
      System.out.printf("a session with a full trail of policies: %,d bytes%n", each);
      assertThat(each).isLessThan(24 * 1024);
    }
  }
}
