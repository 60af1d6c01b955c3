package sightline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.app.consent.RunReceipts;
import sightline.app.drawn.DrawnScene;
import sightline.domain.control.ControlRecord;
import sightline.domain.control.PolicyVersion;
import sightline.domain.control.Revocation;
import sightline.domain.control.RevocationReason;
import sightline.domain.control.RevokedBy;
import sightline.domain.policy.DrawnFootage;
import sightline.domain.policy.Policy;
import sightline.domain.privacy.Directive;
import sightline.pipeline.job.SightlineJob;
import sightline.wire.JsonLines;

/** Consent, a revocation and a change of policy in the middle of the footage, through the whole job. */
class ConsentReplayIT {
  private static final int SESSIONS = 3;
  private static final int FRAMES = 40;
  private static final long START = 1_000_000;
  private static final RunReceipts RECEIPTS = RunReceipts.withANewKey();

  @TempDir
  private Path folder;

  /** The last session has no receipt, and the one before it is revoked. */
  private static List<Sent> footage() {
    List<Sent> sent = new ArrayList<>();
    String receipt = RECEIPTS.sign(Sent.LABELS, Instant.ofEpochMilli(START));
    for (int number = 0; number < SESSIONS; number++) {
      sent.addAll(Sent.scene(
          "session-" + number,
          number == SESSIONS - 1 ? null : receipt,
          DrawnScene.of(11, number),
          0,
          FRAMES,
          START,
          number == 0));
    }
    return Sent.shuffled(sent, 7, 1_900);
  }

  private List<String> run(List<Sent> footage, int parallelism) throws Exception {
    Path keys = Files.writeString(folder.resolve("keys.json"), RECEIPTS.keys());
    Policy strict =
        new Policy("strict-9", Policy.faceFirst().hidings(), 0, DrawnFootage.LIKE_ANY_OTHER);
    List<ControlRecord> known = List.of(
        ControlRecord.of(new PolicyVersion(strict, Instant.ofEpochMilli(START + 2_000))),
        ControlRecord.of(new Revocation(
            RevokedBy.SESSION,
            "session-1",
            Instant.ofEpochMilli(START),
            RevocationReason.WITHDRAWN)));
    try (ListEnds ends = new ListEnds(footage, known);
        StreamExecutionEnvironment env =
            StreamExecutionEnvironment.createLocalEnvironment(parallelism)) {
      SightlineJob.define(
          env,
          ends,
          TestSettings.drawn(
              Map.of("decide.consent", "required", "consent.keys", keys.toString())));
      env.execute();
      return ends.directives().stream()
          .map(ConsentReplayIT::withoutOrigin)
          .sorted()
          .toList();
    }
  }

  private static String withoutOrigin(Directive directive) {
    return JsonLines.directive(directive).replaceAll("\"origin\":\\{[^}]*}", "");
  }

  @Test
  void theFinalLinesAreTheSameAtAnyParallelismWhateverChangesMidStream() throws Exception {
    List<Sent> footage = footage();
    List<String> alone = run(footage, 1);
    assertThat(alone).hasSize(SESSIONS * FRAMES);
    assertThat(alone.stream().filter(line -> line.contains("\"policy\":\"drawn-scene-2\"")))
        .hasSize(SESSIONS * FRAMES / 2);
    assertThat(alone.stream().filter(line -> line.contains("\"policy\":\"strict-9\"")))
        .hasSize(SESSIONS * FRAMES / 2);
    assertThat(alone.stream().filter(line -> line.contains("CONSENT_REVOKED")))
        .hasSize(FRAMES)
        .allMatch(line -> line.contains("session-1") && line.contains("WITHHOLD"));
    assertThat(alone.stream().filter(line -> line.contains("CONSENT_MISSING")))
        .hasSize(FRAMES)
        .allMatch(line -> line.contains("session-2") && line.contains("WITHHOLD"));
    assertThat(alone.stream()
            .filter(line -> line.contains("session-0") && line.contains("drawn-scene-2")))
        .allMatch(line -> line.contains("\"purposes\":[\"demonstration\",\"human-viewing\"]"))
        .noneMatch(line -> line.contains("WITHHOLD"));
    assertThat(alone).as("nothing of a receipt goes out").noneMatch(line -> line.contains("eyJ"));
    assertThat(run(footage, 4)).isEqualTo(alone);
  }
}
