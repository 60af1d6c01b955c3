package sightline.vision.decode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;
import org.jspecify.annotations.Nullable;
import sightline.domain.sound.Sound;

/**
 * The sound of one video file, mono, read piece by piece along with its frames. Where it breaks off it ends: sound that nobody
 * read goes with no frame, and what goes with no frame is heard by nobody. Not for several threads.
 */
public final class SoundTrack implements AutoCloseable {
  private static final int RATE_HZ = 16_000;
  private static final long MICROS = 1_000_000;
  /** No more goes with one frame: a sender may not send more either. */
  private static final int MOST_SAMPLES = 10 * RATE_HZ;
  /** Where the container's times jump ahead by more, there is silence between. */
  private static final int JUMP = RATE_HZ / 10;

  private final FFmpegFrameGrabber grabber;
  private short[] waiting = new short[0];
  /** Place of the first waiting sample, from the start of the video. */
  private long at;

  private boolean started;
  private boolean ended;

  private SoundTrack(FFmpegFrameGrabber grabber) {
    this.grabber = grabber;
  }

  /** Empty where the file has no sound, or none that can be read. */
  public static Optional<SoundTrack> open(Path file) {
    avutil.av_log_set_level(avutil.AV_LOG_ERROR);
    FFmpegFrameGrabber grabber = VideoReader.grabber(file);
    grabber.setAudioChannels(1);
    grabber.setSampleRate(RATE_HZ);
    grabber.setSampleMode(FrameGrabber.SampleMode.SHORT);
    SoundTrack track = new SoundTrack(grabber);
    try {
      grabber.start(true);
    } catch (FrameGrabber.Exception | RuntimeException unreadable) {
      track.close();
      return Optional.empty();
    }
    if (!grabber.hasAudio()) {
      track.close();
      return Optional.empty();
    }
    return Optional.of(track);
  }

  /**
   * A piece that follows those given before; what lies before it and was not given goes with no frame.
   *
   * @param fromMillis of the piece, from the start of the video
   * @param toMillis end of the piece; what is later than ten seconds after its start is left to the next
   * @param start capture time of the video's start
   * @return null where there is no sound
   */
  public @Nullable Sound between(long fromMillis, long toMillis, Instant start) {
    long from = fromMillis * RATE_HZ / 1000;
    long to = Math.min(toMillis * RATE_HZ / 1000, from + MOST_SAMPLES);
    skip(from);
    while (!ended && at + waiting.length < to) {
      read();
    }
    long begins = at;
    short[] piece = taken(to);
    return piece.length == 0
        ? null
        : new Sound(RATE_HZ, start.plusMillis(begins * 1000 / RATE_HZ), bytes(piece));
  }

  private void skip(long to) {
    while (!ended && at + waiting.length < to) {
      taken(to);
      read();
    }
    taken(to);
  }

  private short[] taken(long to) {
    int count = (int) Math.max(0, Math.min(waiting.length, to - at));
    short[] piece = Arrays.copyOf(waiting, count);
    waiting = Arrays.copyOfRange(waiting, count, waiting.length);
    at += count;
    return piece;
  }

  private void read() {
    try {
      Frame frame = grabber.grabSamples();
      if (frame == null || frame.samples == null) {
        ended = true;
        return;
      }
      add((ShortBuffer) frame.samples[0], frame.timestamp * RATE_HZ / MICROS);
    } catch (FrameGrabber.Exception | RuntimeException broken) {
      ended = true;
    }
  }

  private void add(ShortBuffer samples, long place) {
    if (!started) {
      at = Math.max(0, place);
      started = true;
    }
    long next = at + waiting.length;
    int silence = place - next > JUMP ? (int) Math.min(place - next, 60L * RATE_HZ) : 0;
    short[] longer = Arrays.copyOf(waiting, waiting.length + silence + samples.remaining());
    samples.duplicate().get(longer, waiting.length + silence, samples.remaining());
    waiting = longer;
  }

  private static byte[] bytes(short[] samples) {
    ByteBuffer pcm = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    pcm.asShortBuffer().put(samples);
    return pcm.array();
  }

  @Override
  public void close() {
    try {
      grabber.close();
    } catch (FrameGrabber.Exception failure) {
      // nothing is left to be done with a file that was only read
      ended = true;
    }
  }
}
