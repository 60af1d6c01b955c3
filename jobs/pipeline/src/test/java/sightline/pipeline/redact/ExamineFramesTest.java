package sightline.pipeline.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.functions.async.CollectionSupplier;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Origin;
import sightline.domain.leak.LeakRule;
import sightline.domain.leak.LeakWindow;
import sightline.domain.leak.Outcome;
import sightline.domain.leak.PassQuality;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Look;
import sightline.domain.privacy.Looked;
import sightline.pipeline.Sample;
import sightline.pipeline.redact.SentOut.Occasion;
import sightline.vision.decode.Picture;
import sightline.vision.detection.Detector;
import sightline.wire.reference.ReferenceSettings;

class ExamineFramesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final SentOut SENT = new SentOut(
      ExamineFrameTest.directive(
          1, List.of(new Look(DetectorKind.FACE, Looked.WITH_MODEL, 0L)), "frames"),
      Occasion.FIRST);

  private final CountDownLatch mayLook = new CountDownLatch(1);
  private final List<Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());
  private ExamineFrames examine;

  @BeforeEach
  void open() {
    examine = new ExamineFrames(settings(1), Records::new, Slow::new);
    examine.open(new OpenContext() {});
  }

  @AfterEach
  void close() throws Exception {
    mayLook.countDown();
    examine.close();
  }

  @Test
  void moreThanCanBeLookedAtHoldsNobodyUpAndIsNotClean() {
    int drawn = 3 * ExamineFrames.MOST_WAITING;
    for (int frame = 0; frame < drawn; frame++) {
      examine.asyncInvoke(SENT, new Outcomes());
    }
    int letGo = drawn - ExamineFrames.MOST_WAITING - 1;
    assertThat(outcomes).as("at once").hasSize(letGo).containsOnly(Outcome.OVERRUN);

    mayLook.countDown();
    await().atMost(PATIENCE).until(() -> outcomes.size() == drawn);
    assertThat(outcomes.subList(letGo, drawn)).containsOnly(Outcome.CLEAN);
  }

  @Test
  void whatWaitedTooLongIsNotLookedAt() throws Exception {
    examine.close();
    examine = new ExamineFrames(settings(1), Records::new, Slow::new, Duration.ZERO);
    examine.open(new OpenContext() {});
    mayLook.countDown();
    examine.asyncInvoke(SENT, new Outcomes());
    await().atMost(PATIENCE).until(() -> outcomes.size() == 1);
    assertThat(outcomes).containsExactly(Outcome.OVERRUN);
  }

  @Test
  void aCheckpointWaitsForNoLookAndWhatWaitedIsLookedAtAfterARestart() throws Exception {
    OperatorSubtaskState state;
    try (var stuck = harness()) {
      stuck.open();
      for (int frame = 0; frame < 5; frame++) {
        stuck.processElement(new StreamRecord<>(SENT));
      }
      state = stuck.snapshot(1, 1);
      assertThat(stuck.extractOutputValues()).as("nobody has looked yet").isEmpty();
    }
    mayLook.countDown();
    try (var restarted = harness()) {
      restarted.initializeState(state);
      restarted.open();
      restarted.endInput();
      assertThat(restarted.extractOutputValues())
          .extracting(Examined::outcome)
          .hasSize(5)
          .containsOnly(Outcome.CLEAN);
    }
  }

  private OneInputStreamOperatorTestHarness<SentOut, Examined> harness() throws Exception {
    return new OneInputStreamOperatorTestHarness<>(
        new AsyncWaitOperatorFactory<>(
            new ExamineFrames(settings(1), Records::new, Slow::new),
            0,
            ExamineFrames.IN_FLIGHT,
            AsyncDataStream.OutputMode.UNORDERED),
        TypeInformation.of(SentOut.class).createSerializer(new SerializerConfigImpl()));
  }

  @Test
  void flinksListOfThoseInFlightNeverFillsUp() {
    assertThat(ExamineFrames.IN_FLIGHT).isGreaterThan(ExamineFrames.MOST_WAITING + 1);
  }

  static ExamineSettings settings(double rate) {
    return new ExamineSettings(
        "none:1",
        rate,
        new SampleSeed("", 7L),
        "models",
        "test",
        LeakRule.from(0.5),
        new PassQuality(100, 20, 1_000, 10),
        LeakWindow.DAY,
        2,
        ReferenceSettings.NONE);
  }

  private final class Outcomes implements ResultFuture<Examined> {
    @Override
    public void complete(Collection<Examined> result) {
      result.forEach(examined -> outcomes.add(examined.outcome()));
    }

    @Override
    public void complete(CollectionSupplier<Examined> supplier) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void completeExceptionally(Throwable error) {
      throw new IllegalStateException(error);
    }
  }

  private static final class Records implements FrameRecords {
    @Override
    public byte[] at(Origin origin) {
      return Sample.record("s", 0);
    }

    @Override
    public void close() {}
  }

  private final class Slow implements Detector {
    @Override
    public List<Detection> detect(Picture picture) {
      try {
        mayLook.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return List.of();
    }

    @Override
    public Looked looked() {
      return Looked.WITH_MODEL;
    }

    @Override
    public String version() {
      return "test";
    }

    @Override
    public void close() {}
  }
}
