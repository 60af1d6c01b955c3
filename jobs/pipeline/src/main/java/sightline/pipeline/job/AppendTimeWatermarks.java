package sightline.pipeline.job;

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
 * quiet partition only counts as read to its end when the reader's other partitions are quiet too, or are read within half a
 * silence of their appending: a reader that works through a backlog may not have come to this partition yet.
 */
final class AppendTimeWatermarks implements WatermarkGenerator<Incoming> {
  private final long silenceMillis;
  private final int idleCalls;
  private final WallClock clock;
  private final Reader reader;
  private long latestAppend = Long.MIN_VALUE;
  private long emitted = Long.MIN_VALUE;
  private int quietCalls;
  private int readerQuietCalls;
  private long readerEventsSeen;

  /** Milliseconds since the epoch. */
  @FunctionalInterface
  interface WallClock extends java.io.Serializable {
    long millis();
  }

  /** What the partitions of one reader know of each other. */
  private static final class Reader {
    private long events;
    private long lagMillis;
  }

  /** Makes the generators of a reader's partitions; each reader has a copy of its own. */
  static final class Supplier implements WatermarkGeneratorSupplier<Incoming> {
    private final long silenceMillis;
    private final long periodMillis;
    private final WallClock clock;
    private transient @Nullable Reader reader;

    /**
     * @param periodMillis between periodic calls
     */
    Supplier(long silenceMillis, long periodMillis, WallClock clock) {
      this.silenceMillis = silenceMillis;
      this.periodMillis = periodMillis;
      this.clock = clock;
    }

    @Override
    public AppendTimeWatermarks createWatermarkGenerator(@Nullable Context context) {
      Reader shared = reader == null ? new Reader() : reader;
      reader = shared;
      return new AppendTimeWatermarks(
          silenceMillis, (int) Math.max(1, silenceMillis / 2 / periodMillis), clock, shared);
    }
  }

  private AppendTimeWatermarks(long silenceMillis, int idleCalls, WallClock clock, Reader reader) {
    this.silenceMillis = silenceMillis;
    this.idleCalls = idleCalls;
    this.clock = clock;
    this.reader = reader;
  }

  @Override
  public void onEvent(Incoming frame, long appendedAt, WatermarkOutput output) {
    latestAppend = Math.max(latestAppend, appendedAt);
    quietCalls = 0;
    reader.events++;
    reader.lagMillis = clock.millis() - appendedAt;
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    quietCalls++;
    readerQuietCalls = reader.events == readerEventsSeen ? readerQuietCalls + 1 : 0;
    readerEventsSeen = reader.events;
    long latest = readToItsEnd() ? Math.max(latestAppend, clock.millis()) : latestAppend;
    if (latest != Long.MIN_VALUE && latest - silenceMillis - 1 > emitted) {
      emitted = latest - silenceMillis - 1;
      output.emitWatermark(new Watermark(emitted));
    }
  }

  /** A reader that has not seen anything yet may still be connecting, so it gets twice the patience. */
  private boolean readToItsEnd() {
    boolean readerQuiet = readerQuietCalls > (reader.events == 0 ? 2 * idleCalls : idleCalls);
    boolean othersUpToDate = reader.events > 0 && reader.lagMillis <= silenceMillis / 2;
    return readerQuiet || (quietCalls > idleCalls && othersUpToDate);
  }
}
