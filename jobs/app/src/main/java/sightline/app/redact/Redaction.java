package sightline.app.redact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import sightline.app.footage.MediaFile;
import sightline.vision.redaction.RedactionMethod;

/** Redacts media files under what an analysis decided about them, several side by side. */
public final class Redaction {
  private static final long TICK_NANOS = 250_000_000;

  private final Decisions decisions;
  private final RedactionMethod method;
  private final int parallelism;
  private final Consumer<Moment> watcher;
  private final AtomicInteger filesDone = new AtomicInteger();
  private final AtomicLong framesDone = new AtomicLong();
  private final long started = System.nanoTime();
  private long lastSaid = started - TICK_NANOS;

  /** A moment of a run, for whoever shows its progress. */
  public record Moment(int filesDone, int files, long framesDone, long frames, double seconds) {}

  /**
   * @param parallelism files redacted side by side, above 0
   * @param watcher called by one thread at a time
   */
  public Redaction(
      Decisions decisions, RedactionMethod method, int parallelism, Consumer<Moment> watcher) {
    this.parallelism = parallelism;
    this.decisions = decisions;
    this.method = method;
    this.watcher = watcher;
  }

  /**
   * @throws IllegalArgumentException where two files would come to lie in one place, or on a source
   */
  public void check(List<MediaFile> media, Path out) throws IOException {
    targets(media, out);
  }

  /**
   * @param out an existing folder
   * @return one for each file, in the same order
   * @throws IllegalArgumentException where {@link #check} does
   */
  public List<Redacted> run(List<MediaFile> media, Path out)
      throws IOException, InterruptedException {
    Map<MediaFile, Path> targets = targets(media, out);
    long frames =
        media.stream().mapToLong(file -> decisions.lines(file.session())).sum();
    ExecutorService side = Executors.newFixedThreadPool(parallelism);
    try {
      List<Future<Redacted>> underWay = new ArrayList<>();
      for (MediaFile file : media) {
        RedactMedia redact = new RedactMedia(method, more -> {
          framesDone.addAndGet(more);
          say(media.size(), frames);
        });
        underWay.add(side.submit(() -> {
          Redacted redacted = redacted(redact, file, targets.getOrDefault(file, out));
          filesDone.incrementAndGet();
          return redacted;
        }));
      }
      List<Redacted> all = new ArrayList<>();
      for (Future<Redacted> one : underWay) {
        all.add(one.get());
      }
      watcher.accept(moment(media.size(), frames));
      return all;
    } catch (ExecutionException failure) {
      throw new IOException("a file could not be redacted", failure.getCause());
    } finally {
      side.shutdownNow();
    }
  }

  private Redacted redacted(RedactMedia redact, MediaFile file, Path target) throws IOException {
    // what an earlier run wrote must not outlive a refusal
    Files.deleteIfExists(target);
    Decided decided = decisions.of(file.session());
    if (decided instanceof Decided.Complete complete) {
      return redact.redact(file, complete.finals(), target, decisions.overrides(file.session()));
    }
    return new Redacted.Refused(file.session(), ((Decided.Incomplete) decided).refusal());
  }

  private static Map<MediaFile, Path> targets(List<MediaFile> media, Path out) throws IOException {
    Set<Path> sources = new HashSet<>();
    for (MediaFile file : media) {
      sources.add(file.file().toRealPath());
    }
    Map<MediaFile, Path> targets = new LinkedHashMap<>();
    Set<Path> taken = new HashSet<>();
    for (MediaFile file : media) {
      Path target = out.resolve(RedactMedia.name(file));
      if (Files.exists(target) && sources.contains(target.toRealPath())) {
        throw new IllegalArgumentException(
            "%s would be written over: name a folder with --out that does not hold the footage itself"
                .formatted(target));
      }
      if (!taken.add(target)) {
        throw new IllegalArgumentException(
            "two files would be written to %s: rename one of them and analyze again"
                .formatted(target));
      }
      targets.put(file, target);
    }
    return targets;
  }

  private synchronized void say(int files, long frames) {
    if (System.nanoTime() - lastSaid >= TICK_NANOS) {
      lastSaid = System.nanoTime();
      watcher.accept(moment(files, frames));
    }
  }

  private Moment moment(int files, long frames) {
    return new Moment(
        filesDone.get(), files, framesDone.get(), frames, (System.nanoTime() - started) / 1e9);
  }
}
