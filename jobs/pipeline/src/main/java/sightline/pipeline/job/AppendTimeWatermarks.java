package sightline.pipeline.job;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.jspecify.annotations.Nullable;
import sightline.domain.frame.Incoming;

/**
 * The watermark of one partition: its latest append time minus the silence; once nothing is left to read, wall clock minus the
 * silence, so that a session settles even when its partition, or the whole topic, falls silent.
 *
 * <p>A watermark that ran ahead of unread records would make them late, so "nothing left" is judged with care. Quiet is
 * counted in periodic calls, not read off the clock: a task that was blocked for a minute was not idle for a minute. And a
 * quiet partition only counts as read to its end when each of the reader's other partitions is quiet too, or is read within
 * half a silence of its appending: a reader that works through a backlog may not have come to this partition yet.
 */
final class AppendTimeWatermarks implements WatermarkGenerator<Incoming> {
  private final long silenceMillis;
  private final int idleCalls;
  private final WallClock clock;
  private final List<AppendTimeWatermarks> reader;
  private long latestAppend = Long.MIN_VALUE;
  private long lagMillis;
  private long emitted = Long.MIN_VALUE;
  private int quietCalls;

  /** Milliseconds since the epoch. */
  @FunctionalInterface
  interface WallClock extends java.io.Serializable {
    long millis();
  }

  /** Makes the generators of a reader's partitions; each reader has a copy of its own. */
  static final class Supplier implements WatermarkGeneratorSupplier<Incoming> {
    private final long silenceMillis;
    private final long periodMillis;
    private final WallClock clock;
    private transient @Nullable List<AppendTimeWatermarks> reader;

    /**
     * @param periodMillis between periodic calls
     */
    Supplier(long silenceMillis, long periodMillis, WallClock clock) {
      this.silenceMillis = silenceMillis;
      this.periodMillis = periodMillis;
      this.clock = clock;
    }

    /**
     * Flink asks first for a generator of the reader as a whole, whose word bypasses the minimum over the partitions. Records
     * of Kafka never pass it, so it must say nothing.
     */
    @Override
    public WatermarkGenerator<Incoming> createWatermarkGenerator(@Nullable Context context) {
      if (reader == null) {
        reader = new ArrayList<>();
        return new Mute();
      }
      return partition(reader);
    }

    private AppendTimeWatermarks partition(List<AppendTimeWatermarks> siblings) {
      int idleCalls = (int) Math.max(1, silenceMillis / 2 / periodMillis);
      AppendTimeWatermarks partition =
          new AppendTimeWatermarks(silenceMillis, idleCalls, clock, siblings);
      siblings.add(partition);
      return partition;
    }
  }

  /** Says nothing. */
  private static final class Mute implements WatermarkGenerator<Incoming> {
    @Override
    public void onEvent(Incoming frame, long appendedAt, WatermarkOutput output) {}

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {}
  }

  private AppendTimeWatermarks(
      long silenceMillis, int idleCalls, WallClock clock, List<AppendTimeWatermarks> reader) {
    this.silenceMillis = silenceMillis;
    this.idleCalls = idleCalls;
    this.clock = clock;
    this.reader = reader;
  }

  @Override
  public void onEvent(Incoming frame, long appendedAt, WatermarkOutput output) {
    latestAppend = Math.max(latestAppend, appendedAt);
    lagMillis = clock.millis() - appendedAt;
    quietCalls = 0;
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    quietCalls++;
    long latest = readToItsEnd() ? Math.max(latestAppend, clock.millis()) : latestAppend;
    if (latest != Long.MIN_VALUE && latest - silenceMillis - 1 > emitted) {
      emitted = latest - silenceMillis - 1;
      output.emitWatermark(new Watermark(emitted));
    }
  }

  /** A reader that has not seen anything yet may still be connecting, so it gets twice the patience. */
  private boolean readToItsEnd() {
    boolean fresh = reader.stream().allMatch(partition -> partition.latestAppend == Long.MIN_VALUE);
    return quietCalls > (fresh ? 2 * idleCalls : idleCalls)
        && reader.stream()
            .allMatch(partition -> partition.quiet() || partition.lagMillis <= silenceMillis / 2);
  }

  private boolean quiet() {
    return quietCalls > idleCalls;
  }
}
