package sightline.pipeline.redact;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightline.domain.leak.Outcome;
import sightline.domain.leak.WorkerMarks;
import sightline.vision.detection.Detector;

/**
 * Examines frames that went out, one after the other in a thread of its own a subtask, so that neither what is released nor a
 * checkpoint ever waits for a look of a second or more. What waits is in the checkpoint, and looked at after a restart.
 *
 * <p><b>When more is drawn than can be looked at</b>, frames that find {@link #MOST_WAITING} others before them, or that waited for
 * {@link #LONGEST_WAIT}, are not looked at and count as {@link Outcome#OVERRUN}, never as clean. Nobody has seen their pixels by then, so
 * a frame is not dropped for what it shows. Still this is no second fair draw: it hits busy times, and frames that come right behind
 * dear ones (large, dim, full of things like faces), which may be alike. While the share of OVERRUN is small that hardly matters;
 * where it is not, the rate speaks of the frames examined alone: lower the share drawn, or add tasks.
 */
final class ExamineFrames extends RichAsyncFunction<SentOut, Examined> {
  /** Frames: a minute or so of looking. */
  static final int MOST_WAITING = 64;

  /** With a broker that does not answer each look takes long: whoever waits behind that is let go. */
  static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  /** Flink's own list of those in flight; larger than ours, or it would hold up the stream. */
  static final int IN_FLIGHT = 4 * MOST_WAITING;

  private static final Logger LOG = LoggerFactory.getLogger(ExamineFrames.class);
  private static final long PATIENCE_SECONDS = 10;

  private final ExamineSettings settings;
  private final FrameRecords.Opener records;
  private final ThoroughPass.Opener pass;
  private final Duration longestWait;
  private transient @Nullable FrameRecords opened;
  private transient @Nullable Detector looking;
  private transient @Nullable ThreadPoolExecutor worker;
  private transient ExamineFrame examine;

  ExamineFrames(ExamineSettings settings, FrameRecords.Opener records, ThoroughPass.Opener pass) {
    this(settings, records, pass, LONGEST_WAIT);
  }

  @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else
  ExamineFrames(
      ExamineSettings settings,
      FrameRecords.Opener records,
      ThoroughPass.Opener pass,
      Duration longestWait) {
    this.settings = settings;
    this.records = records;
    this.pass = pass;
    this.longestWait = longestWait;
  }

  @Override
  public void open(OpenContext context) {
    FrameRecords frames = records.open();
    opened = frames;
    Detector detector = pass.open();
    looking = detector;
    examine = new ExamineFrame(
        new OriginalFrames(frames, settings.references()),
        detector,
        settings.rule(),
        new WorkerMarks(settings.seed().read()),
        Clock.systemUTC());
    worker = new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(MOST_WAITING),
        work -> new Thread(work, "examine frames"));
  }

  @Override
  public void asyncInvoke(SentOut sent, ResultFuture<Examined> result) {
    long since = System.nanoTime();
    try {
      if (worker != null) {
        worker.execute(() -> examine(sent, since, result));
      }
    } catch (RejectedExecutionException full) {
      result.complete(List.of(Examined.not(Outcome.OVERRUN)));
    }
  }

  private void examine(SentOut sent, long since, ResultFuture<Examined> result) {
    try {
      boolean late = System.nanoTime() - since > longestWait.toNanos();
      result.complete(List.of(late ? Examined.not(Outcome.OVERRUN) : examine.of(sent)));
    } catch (InterruptException stopped) {
      LOG.debug("stopped while a frame was looked at", stopped);
    } catch (Throwable broken) {
      // of one frame nothing comes here, so it is the code or the machine: the job must know
      result.completeExceptionally(broken);
    }
  }

  /** Flink's own limit on one element; ours comes first. */
  @Override
  public void timeout(SentOut sent, ResultFuture<Examined> result) {
    result.complete(List.of(Examined.not(Outcome.OVERRUN)));
  }

  @Override
  public void close() throws Exception {
    if (worker != null) {
      worker.shutdownNow();
      if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        // it may be inside native code, from under which nothing must be closed
        LOG.warn("a look did not end in {} s; its model stays open", PATIENCE_SECONDS);
        return;
      }
    }
    if (looking != null) {
      looking.close();
    }
    if (opened != null) {
      opened.close();
    }
  }
}
