package sightline.pipeline.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import sightline.domain.assessment.AssessedFrame;
import sightline.domain.assessment.Assessment;
import sightline.domain.frame.Box;
import sightline.domain.frame.FrameHeader;
import sightline.domain.framing.CameraView;
import sightline.domain.framing.Profiles;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.DetectorReading;
import sightline.domain.privacy.Looked;
import sightline.domain.quality.Measure;
import sightline.pipeline.Sample;

/**
 * What a session costs while it is live, as bytes in a checkpoint: frames that wait out the horizon, those that wait for witnesses, and
 * those that bear witness. Frames carry what real first-person frames carry on average (3.7 finds, 106 characters of model versions) and
 * half as much again. Prints the figure.
 */
class SessionBytesTest {
  private static final int SESSIONS = 10;
  private static final int FRAMES_PER_SECOND = 30;
  private static final int SECONDS = 8;
  private static final long MOST_BYTES = 96 * 1024;
  private static final String MODELS =
      "face/yunet-n-2 verification/face-1 object/yolox-nano-1 hand/palm-192-1 text/ppocrv3-det-1 occlusion/lens-1";

  private final SplittableRandom random = new SplittableRandom(7);

  private AssessedFrame frame(String session, int index) {
    long at = 1_000L * index / FRAMES_PER_SECOND;
    AssessedFrame plain = Sample.assessed(session, index, at, at, index);
    FrameHeader header = plain.header();
    Assessment seen = plain.assessment();
    boolean looks = index % 5 == 0;
    return new AssessedFrame(
        header,
        plain.origin(),
        "%064x".formatted(random.nextLong()),
        plain.footage(),
        plain.permit(),
        plain.speech(),
        new Assessment(
            seen.decoding(),
            seen.upright(),
            seen.exposure(),
            seen.sharpness(),
            seen.noise(),
            seen.lens(),
            seen.view(),
            new CameraView(Measure.of(1.5), profiles()),
            List.of(
                reading(DetectorKind.FACE, true, 2),
                reading(DetectorKind.PERSON, looks, 4),
                reading(DetectorKind.HAND, looks, 4),
                reading(DetectorKind.SCREEN, looks, 1),
                reading(DetectorKind.TEXT, looks, 4),
                reading(DetectorKind.THING, looks, 5)),
            MODELS));
  }

  private Profiles profiles() {
    byte[] columns = new byte[Profiles.COLUMNS];
    byte[] rows = new byte[Profiles.ROWS];
    random.nextBytes(columns);
    random.nextBytes(rows);
    return new Profiles(columns, rows, random.nextLong());
  }

  private DetectorReading reading(DetectorKind kind, boolean looked, int finds) {
    if (!looked) {
      return DetectorReading.without(kind, Looked.NOT_SCHEDULED);
    }
    List<Detection> found = new ArrayList<>();
    for (int find = 0; find < finds; find++) {
      found.add(new Detection(
          new Box(random.nextInt(400), random.nextInt(200), 30, 40),
          random.nextInt(101) / 100.0,
          kind == DetectorKind.FACE ? null : "person"));
    }
    return new DetectorReading(kind, Looked.WITH_MODEL, found);
  }

  private static long bytes(DecideHarness harness, long checkpoint) throws Exception {
    OperatorSubtaskState snapshot = harness.snapshot(checkpoint, checkpoint);
    return snapshot.getStateSize();
  }

  @Test
  void aLiveSessionAtThirtyFramesASecondStaysWithinItsBytes() throws Exception {
    try (DecideHarness harness = DecideHarness.open(Map.of())) {
      harness.frame(frame("first", 0));
      long before = bytes(harness, 1);
      List<String> sessions = new ArrayList<>();
      for (int session = 0; session < SESSIONS; session++) {
        sessions.add(UUID.nameUUIDFromBytes(new byte[] {(byte) session}).toString());
      }
      for (int index = 0; index < FRAMES_PER_SECOND * SECONDS; index++) {
        for (String session : sessions) {
          harness.frame(frame(session, index));
        }
      }
      long each = (bytes(harness, 2) - before) / SESSIONS;
      System.out.printf(
          "a live session at %s frames a second: %,d bytes (aim: %,d)%n",
          FRAMES_PER_SECOND, each, MOST_BYTES);
      assertThat(each).isLessThan(MOST_BYTES);
      harness.processWatermark(Long.MAX_VALUE);
      assertThat(harness.numKeyedStateEntries()).as("nothing is left of them").isZero();
      assertThat(harness.numEventTimeTimers()).isZero();
    }
  }
}
