package sightline.pipeline.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import sightline.domain.assessment.FrameScore;
import sightline.domain.control.ControlRecord;
import sightline.domain.control.PolicyVersion;
import sightline.domain.frame.Box;
import sightline.domain.framing.FramingSpec;
import sightline.domain.policy.DrawnFootage;
import sightline.domain.policy.Growth;
import sightline.domain.policy.Hiding;
import sightline.domain.policy.Policy;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.RegionReason;
import sightline.domain.quality.FactorName;
import sightline.domain.task.TaskSpec;
import sightline.pipeline.Sample;

/** Policies and specs that change while frames pass. */
class VersionsTest {
  private static ControlRecord policy(String version, long from) {
    return ControlRecord.of(new PolicyVersion(
        new Policy(
            version,
            List.of(new Hiding(DetectorKind.FACE, 0.5, Growth.even(0), 0)),
            0,
            DrawnFootage.LIKE_ANY_OTHER),
        Instant.ofEpochMilli(from)));
  }

  private static void frames(DecideHarness harness, int from, int to) throws Exception {
    for (int index = from; index < to; index++) {
      harness.frame(Sample.assessed("s", index, 100L * index, 100L * index, index));
    }
  }

  private static List<String> versions(DecideHarness harness) {
    return harness.extractOutputValues().stream().map(Directive::policy).toList();
  }

  @Test
  void aPolicyHoldsForFramesAppendedFromItsMomentOnAndStandsInTheirDirectives() throws Exception {
    try (DecideHarness harness = DecideHarness.open(Map.of())) {
      frames(harness, 0, 3);
      harness.control(policy("p-2", 400));
      harness.control(policy("p-1", 200));
      frames(harness, 3, 6);
      harness.processWatermark(Long.MAX_VALUE);
      assertThat(versions(harness))
          .containsExactly("household-1", "household-1", "p-1", "p-1", "p-2", "p-2");
    }
  }

  @Test
  void itMakesNoDifferenceWhetherItWasKnownBefore() throws Exception {
    try (DecideHarness harness =
        DecideHarness.open(Map.of(), policy("p-1", 200), policy("p-2", 400))) {
      frames(harness, 0, 6);
      harness.processWatermark(Long.MAX_VALUE);
      assertThat(versions(harness))
          .containsExactly("household-1", "household-1", "p-1", "p-1", "p-2", "p-2");
    }
  }

  @Test
  void ofTwoPoliciesOfOneMomentTheGreaterNameHolds() throws Exception {
    try (DecideHarness harness = DecideHarness.open(Map.of())) {
      harness.control(policy("p-2", 0));
      harness.control(policy("p-1", 0));
      frames(harness, 0, 1);
      harness.processWatermark(Long.MAX_VALUE);
      assertThat(versions(harness)).containsExactly("p-2");
    }
  }

  @Test
  void aRestoredTaskStillKnowsThem() throws Exception {
    OperatorSubtaskState snapshot;
    try (DecideHarness harness = DecideHarness.open(Map.of())) {
      harness.control(policy("p-1", 200));
      frames(harness, 0, 3);
      snapshot = harness.snapshot(1, 1);
    }
    try (DecideHarness harness = DecideHarness.restored(Map.of(), snapshot)) {
      frames(harness, 3, 4);
      harness.processWatermark(Long.MAX_VALUE);
      assertThat(versions(harness)).containsExactly("household-1", "household-1", "p-1", "p-1");
    }
  }

  @Test
  void aTasksSpecSaysFromWhereItIsFilmedFromItsMomentOn() throws Exception {
    Detection lap = new Detection(new Box(20, 70, 120, 50), 0.9);
    try (DecideHarness harness = DecideHarness.open(Map.of())) {
      harness.control(ControlRecord.of(
          TaskSpec.of("free", "2", FramingSpec.tripod(), Instant.ofEpochMilli(10_000))));
      harness.control(
          ControlRecord.of(TaskSpec.of("dishes", "2", FramingSpec.tripod(), Instant.EPOCH)));
      for (int index = 0; index < 2; index++) {
        harness.frame(Sample.showing(
            Sample.assessed("s", index, 10_000L * index, 10_000L * index, index),
            DetectorKind.PERSON,
            lap));
      }
      harness.processWatermark(Long.MAX_VALUE);
      List<Directive> finals = harness.extractOutputValues();
      assertThat(finals.get(0).regions()).isEmpty();
      assertThat(finals.get(1).regions())
          .extracting(region -> region.reason())
          .containsExactly(RegionReason.THIRD_PARTY);
    }
  }

  @Test
  void aSpecsTolerancesAndFloorsMakeTheScoreFromItsMomentOnAndNeverBefore() throws Exception {
    List<FrameScore> without = scores();
    List<FrameScore> with = scores(demanding("free"));
    assertThat(with.get(0)).isEqualTo(without.get(0));
    assertThat(without).extracting(FrameScore::scoring).containsOnly("household-2");
    assertThat(with)
        .extracting(FrameScore::scoring)
        .containsExactly("household-2", "household-2+free/2");
    assertThat(utility(with.get(1))).isLessThan(utility(without.get(1)));
  }

  @Test
  void aSpecOfAnotherTaskChangesNoScore() throws Exception {
    assertThat(scores(demanding("dishes"))).isEqualTo(scores());
  }

  /** Ten thousand pixels are enough for it, on any device. */
  private static ControlRecord demanding(String task) {
    TaskSpec usual = TaskSpec.of(task, "2", FramingSpec.household(), Instant.ofEpochMilli(10_000));
    return ControlRecord.of(new TaskSpec(
        usual.task(),
        usual.version(),
        usual.effectiveAt(),
        usual.objective(),
        usual.completion(),
        usual.requiredBody(),
        usual.forbiddenBody(),
        usual.framing(),
        usual.objects(),
        usual.duration(),
        Map.of(TaskSpec.ANY_DEVICE, 10_000),
        usual.tolerances(),
        usual.sensors(),
        usual.sensitivity(),
        usual.retentionDays(),
        usual.bounds()));
  }

  private static List<FrameScore> scores(ControlRecord... controls) throws Exception {
    try (DecideHarness harness = DecideHarness.open(Map.of())) {
      for (ControlRecord control : controls) {
        harness.control(control);
      }
      for (int index = 0; index < 2; index++) {
        harness.frame(Sample.assessed("s", index, 10_000L * index, 10_000L * index, index));
      }
      harness.processWatermark(Long.MAX_VALUE);
      return harness.side(DecideFrames.SCORES);
    }
  }

  private static double utility(FrameScore score) {
    return score.score().factors().stream()
        .filter(factor -> factor.name() == FactorName.RESOLUTION)
        .mapToDouble(factor -> factor.utility().orThrow())
        .sum();
  }
}
