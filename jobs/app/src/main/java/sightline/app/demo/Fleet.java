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
import sightline.app.footage.FrameRecords;
import sightline.app.footage.Shot;
import sightline.wire.Topics;

/** Devices that play their recordings into the topic {@code frames}, each at its own pace, until told to stop. */
public final class Fleet implements AutoCloseable {
  private final KafkaProducer<byte[], byte[]> producer;
  private final double speed;
  private final boolean once;
  private final List<Thread> threads = new ArrayList<>();
  private final LongAdder sent = new LongAdder();
  private final Set<String> visitors = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private volatile boolean stopping;

  /** How often each device plays its recordings. */
  public enum Turns {
    ONCE,
    UNTIL_STOPPED
  }

  /**
   * @param speed 1 is real time, 2 twice as fast; 0 as fast as the broker takes them
   */
  public Fleet(String bootstrap, double speed, Turns turns) {
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", bootstrap);
    properties.setProperty("max.request.size", "6291456");
    properties.setProperty("linger.ms", "5");
    properties.setProperty("delivery.timeout.ms", "60000");
    properties.setProperty("request.timeout.ms", "20000");
    this.producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    this.speed = speed;
    this.once = turns == Turns.ONCE;
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
      do {
        if (!device.recordings().hasNext()) {
          return;
        }
        try (Recording recording = device.recordings().next()) {
          play(device, recording);
        }
      } while (!stopping && failure.get() == null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
    }
  }

  private void play(Device device, Recording recording) throws InterruptedException {
    Instant start = Instant.now();
    long started = System.nanoTime();
    boolean last = !recording.shots().hasNext();
    while (!last) {
      Shot shot = recording.shots().next();
      pause(started, shot.offsetMillis());
      last = (stopping && !once) || !recording.shots().hasNext();
      if (recording.visitors().in(shot.index())) {
        visitors.add(recording.session() + "#" + shot.index());
      }
      byte[] value = FrameRecords.encode(recording.session(), device.labels(), shot, start, last);
      var unused = producer.send(
          new ProducerRecord<>(
              Topics.FRAMES, recording.session().getBytes(StandardCharsets.UTF_8), value),
          (metadata, broken) -> {
            if (broken != null) {
              failure.compareAndSet(null, broken);
            } else {
              sent.increment();
            }
          });
    }
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
