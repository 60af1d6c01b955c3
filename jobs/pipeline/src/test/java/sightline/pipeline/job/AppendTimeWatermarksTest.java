package sightline.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Incoming;
import sightline.domain.frame.Origin;

class AppendTimeWatermarksTest {
  private static final long SILENCE = 10_000;
  private static final long PERIOD = 200;

  private long wall = 1_000_000;
  private final List<Long> emitted = new ArrayList<>();
  private final AppendTimeWatermarks.Supplier reader =
      new AppendTimeWatermarks.Supplier(SILENCE, PERIOD, () -> wall);
  private final WatermarkGenerator<Incoming> wholeReader = reader.createWatermarkGenerator(null);
  private final WatermarkGenerator<Incoming> generator = reader.createWatermarkGenerator(null);
  private final WatermarkGenerator<Incoming> other = reader.createWatermarkGenerator(null);
  private final WatermarkOutput output = new WatermarkOutput() {
    @Override
    public void emitWatermark(Watermark watermark) {
      emitted.add(watermark.getTimestamp());
    }

    @Override
    public void markIdle() {}

    @Override
    public void markActive() {}
  };

  private void append(long at) {
    append(generator, at);
  }

  private void append(WatermarkGenerator<Incoming> partition, long at) {
    partition.onEvent(new Incoming(new Origin("frames", 0, 0, at), new byte[0]), at, output);
  }

  private void periods(int count) {
    for (int period = 0; period < count; period++) {
      wall += PERIOD;
      wholeReader.onPeriodicEmit(new NobodyMaySpeak());
      generator.onPeriodicEmit(output);
      other.onPeriodicEmit(new Unheard());
    }
  }

  /** Where the generator of the reader as a whole would bypass the minimum over the partitions. */
  private static final class NobodyMaySpeak implements WatermarkOutput {
    @Override
    public void emitWatermark(Watermark watermark) {
      throw new AssertionError("the reader as a whole said " + watermark);
    }

    @Override
    public void markIdle() {}

    @Override
    public void markActive() {}
  }

  private static final class Unheard implements WatermarkOutput {
    @Override
    public void emitWatermark(Watermark watermark) {}

    @Override
    public void markIdle() {}

    @Override
    public void markActive() {}
  }

  @Test
  void followsTheAppendTimeASilenceBehind() {
    append(500_000);
    periods(1);
    assertThat(emitted).containsExactly(500_000 - SILENCE - 1);
  }

  @Test
  void followsTheWallClockOnceNothingWasAppendedForHalfASilence() {
    append(wall);
    long appended = wall;
    periods(25);
    assertThat(emitted).containsExactly(appended - SILENCE - 1);
    periods(30);
    assertThat(emitted).last().isEqualTo(wall - SILENCE - 1);
    assertThat(wall - SILENCE - 1)
        .as("the session settles one silence after its last frame")
        .isGreaterThanOrEqualTo(appended);
  }

  @Test
  void aTaskThatWasBlockedWasNotIdle() {
    append(wall);
    wall += 3_600_000;
    wholeReader.onPeriodicEmit(new NobodyMaySpeak());
    generator.onPeriodicEmit(output);
    assertThat(emitted).containsExactly(1_000_000 - SILENCE - 1);
  }

  @Test
  void aBacklogIsNotOvertakenByTheWallClock() {
    for (int record = 0; record < 200; record++) {
      append(1_000L * record);
      periods(1);
    }
    assertThat(emitted).last().isEqualTo(199_000 - SILENCE - 1);
  }

  @Test
  void neverGoesBack() {
    append(500_000);
    periods(1);
    append(400_000);
    periods(40);
    append(600_000);
    periods(1);
    assertThat(emitted).isSorted();
  }

  @Test
  void anEmptyPartitionHoldsNobodyBack() {
    periods(60);
    assertThat(emitted).last().isEqualTo(wall - SILENCE - 1);
  }

  @Test
  void anEmptyPartitionHoldsNobodyBackWhileTheOthersAreReadAsTheyCome() {
    for (int period = 0; period < 60; period++) {
      append(other, wall);
      periods(1);
    }
    assertThat(emitted).last().isEqualTo(wall - SILENCE - 1);
  }

  @Test
  void aPartitionWhoseTurnHasNotComeInABacklogIsNotTakenForReadToItsEnd() {
    append(wall - 60_000);
    periods(1);
    for (int period = 0; period < 100; period++) {
      append(other, wall - 50_000);
      periods(1);
    }
    assertThat(emitted).containsExactly(1_000_000L - 60_000 - SILENCE - 1);
  }
}
