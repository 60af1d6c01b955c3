package sightline.app.analyze;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How far a run in this JVM has come. Operators reach it by name, as they are copied on their way into the cluster. */
final class Progress implements AutoCloseable {
  private static final Map<String, Progress> RUNS = new ConcurrentHashMap<>();

  final LongAdder framesRead = new LongAdder();
  final LongAdder filesDone = new LongAdder();
  final LongAdder finals = new LongAdder();
  final LongAdder rejected = new LongAdder();
  private final String run = UUID.randomUUID().toString();

  private Progress() {}

  static Progress start() {
    Progress progress = new Progress();
    RUNS.put(progress.run, progress);
    return progress;
  }

  static Progress of(String run) {
    Progress progress = RUNS.get(run);
    if (progress == null) {
      throw new IllegalStateException("the run is over");
    }
    return progress;
  }

  String run() {
    return run;
  }

  @Override
  public void close() {
    RUNS.remove(run);
  }
}
