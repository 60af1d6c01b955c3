package sightline.app.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import sightline.app.consent.RunReceipts;
import sightline.app.footage.Footage;
import sightline.app.footage.FrameRecords;
import sightline.app.footage.Shot;
import sightline.wire.Topics;

/** Devices that play their recordings into the topic {@code frames}, each at its own pace, until told to stop. */
public final class Fleet implements AutoCloseable {
  private static final long BETWEEN_RECORDINGS_MILLIS = 250;

  private final KafkaProducer<byte[], byte[]> producer;
  private final RunReceipts receipts;
  private final double speed;
  private final Turns turns;
  private final List<Thread> threads = new ArrayList<>();
  private final LongAdder sent = new LongAdder();
  private final Set<String> broken = ConcurrentHashMap.newKeySet();
  private final Set<String> visitors = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private volatile boolean stopping;

  /** How often each device plays its recordings. */
  public enum Turns {
    ONCE,
    UNTIL_STOPPED
  }

  /**
   * @param receipts signs one for each recording
   * @param speed 1 is real time, 2 twice as fast; 0 as fast as the broker takes them
   */
  public Fleet(String bootstrap, RunReceipts receipts, double speed, Turns turns) {
    this.receipts = receipts;
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", bootstrap);
    properties.setProperty("max.request.size", "6291456");
    properties.setProperty("linger.ms", "5");
    properties.setProperty("delivery.timeout.ms", "60000");
    properties.setProperty("request.timeout.ms", "20000");
    this.producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    this.speed = speed;
    this.turns = turns;
  }

  public void start(List<Device> devices) {
    for (Device device : devices) {
      Thread thread = new Thread(() -> play(device), "device " + device.name());
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  /** Frames sent so far. */
  public long sent() {
    return sent.sum();
  }

  /** Files that could not be read, or broke off in the middle, with the reason; ascending by name. */
  public List<String> broken() {
    return broken.stream().sorted().toList();
  }

  /** Whether a visitor was drawn into this frame. */
  boolean hadVisitor(String session, int index) {
    return visitors.contains(session + "#" + index);
  }

  int visitorFrames() {
    return visitors.size();
  }

  /**
   * Lets every device end its session with a last frame that says so, and waits until the broker has all of them.
   *
   * @throws IllegalStateException where a device failed on the way
   */
  public void stop() throws InterruptedException {
    stopping = true;
    await();
  }

  /** Waits until every device has played all it had. */
  public void await() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
    producer.flush();
    Throwable broken = failure.get();
    if (broken != null) {
      throw new IllegalStateException(
          "the fleet could not send its frames: " + broken.getMessage(), broken);
    }
  }

  @Override
  public void close() {
    stopping = true;
    producer.close();
  }

  private void play(Device device) {
    try {
      while (device.recordings().hasNext() && !stopping && failure.get() == null) {
        long started = System.nanoTime();
        try (Recording recording = device.recordings().next()) {
          play(device, recording);
        }
        // A photo has no length of its own, and a file that cannot be read has none at all.
        pause(started, BETWEEN_RECORDINGS_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
    }
  }

  private void play(Device device, Recording recording) throws InterruptedException {
    Instant start = Instant.now();
    String receipt = receipts.sign(device.labels(), start);
    long started = System.nanoTime();
    Footage footage = recording.footage();
    boolean more = footage.hasNext();
    while (more) {
      Shot shot = footage.next();
      pause(started, shot.offsetMillis());
      more = !(stopping && turns == Turns.UNTIL_STOPPED) && footage.hasNext();
      boolean last = !more && (stopping || footage.brokenOff() == null);
      if (recording.visitors().in(shot.index())) {
        visitors.add(recording.session() + "#" + shot.index());
      }
      send(
          recording.session(),
          FrameRecords.encode(recording.session(), device.labels(), receipt, shot, start, last));
    }
    if (!footage.hasNext() && footage.brokenOff() != null) {
      broken.add("%s: %s".formatted(recording.name(), footage.brokenOff()));
    }
  }

  private void send(String session, byte[] value) {
    var unused = producer.send(
        new ProducerRecord<>(Topics.FRAMES, session.getBytes(StandardCharsets.UTF_8), value),
        (metadata, refused) -> {
          if (refused != null) {
            failure.compareAndSet(null, refused);
          } else {
            sent.increment();
          }
        });
  }

  private void pause(long started, long offsetMillis) throws InterruptedException {
    if (speed > 0) {
      long wait = (long) (offsetMillis / speed) - (System.nanoTime() - started) / 1_000_000;
      if (wait > 0 && !stopping) {
        Thread.sleep(wait);
      }
    }
  }
}
