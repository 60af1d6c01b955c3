package sightline.vision.redaction;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import sightline.domain.redaction.Audible;
import sightline.vision.decode.SoundBlock;
import sightline.vision.decode.SoundReader;

/** The sound of a video with silence wherever it may not be heard. Not for several threads. */
public final class RedactedSound {
  /** Fades lie in what may be heard and end where silence begins, so that nothing of what is silenced sounds on. */
  private static final int FADE_MILLIS = 5;

  /** Blocks whose stated time is off by less follow each other all the same. */
  private static final int JITTER_MILLIS = 40;

  private static final long MICROS_IN_A_SECOND = 1_000_000;

  private final SoundReader source;
  private final Audible audible;
  private final Instant start;
  private final Deque<Placed> ahead = new ArrayDeque<>();
  private long written;
  private long read;
  private boolean begun;
  private boolean ended;

  /** Samples of one channel from {@code first} on. */
  private record Placed(long first, short[] samples) {}

  /**
   * @param source read from here on by this object alone
   * @param start capture time of the start of the video
   */
  public RedactedSound(SoundReader source, Audible audible, Instant start) {
    this.source = source;
    this.audible = audible;
    this.start = start;
  }

  int sampleRate() {
    return source.sampleRate();
  }

  int channels() {
    return source.channels();
  }

  /** What follows what was given last, up to this time from the start of the video; silence where the file has no sound. */
  short[] until(long millis) {
    long end = Math.max(written, millis * sampleRate() / 1000);
    short[] out = new short[Math.toIntExact((end - written) * channels())];
    readAhead(end);
    while (!ahead.isEmpty()) {
      Placed block = ahead.getFirst();
      copy(block, out, end);
      if (endOf(block) > end) {
        break;
      }
      ahead.removeFirst();
    }
    silence(out, end);
    written = end;
    return out;
  }

  private void readAhead(long end) {
    while (!ended && (!begun || read < end)) {
      Optional<SoundBlock> next = source.next();
      if (next.isEmpty()) {
        ended = true;
        return;
      }
      SoundBlock block = next.get();
      long stated = Math.floorDiv(block.micros() * sampleRate(), MICROS_IN_A_SECOND);
      boolean follows =
          begun && Math.abs(stated - read) <= (long) JITTER_MILLIS * sampleRate() / 1000;
      Placed placed = new Placed(follows ? read : stated, block.samples());
      read = endOf(placed);
      begun = true;
      ahead.addLast(placed);
    }
  }

  private long endOf(Placed block) {
    return block.first() + block.samples().length / channels();
  }

  private void copy(Placed block, short[] out, long end) {
    long from = Math.max(block.first(), written);
    long to = Math.min(endOf(block), end);
    if (from < to) {
      System.arraycopy(
          block.samples(),
          Math.toIntExact((from - block.first()) * channels()),
          out,
          Math.toIntExact((from - written) * channels()),
          Math.toIntExact((to - from) * channels()));
    }
  }

  private void silence(short[] out, long end) {
    int span = 0;
    for (long at = written; at < end; at++) {
      while (span < audible.spans().size() && last(audible.spans().get(span)) <= at) {
        span++;
      }
      double gain = span == audible.spans().size() ? 0 : gain(audible.spans().get(span), at);
      for (int channel = 0; channel < channels(); channel++) {
        int place = Math.toIntExact((at - written) * channels() + channel);
        out[place] = (short) Math.round(out[place] * gain);
      }
    }
  }

  /** 0 outside the span, 1 well inside, rising and falling between. */
  private double gain(Audible.Span span, long at) {
    long inside = Math.min(at - first(span), last(span) - 1 - at);
    double fade = FADE_MILLIS * sampleRate() / 1000.0;
    return Math.max(0, Math.min(1, inside / fade));
  }

  private long first(Audible.Span span) {
    return -Math.floorDiv(-sampleAt(span.from()), MICROS_IN_A_SECOND);
  }

  private long last(Audible.Span span) {
    return Math.floorDiv(sampleAt(span.to()), MICROS_IN_A_SECOND);
  }

  /** In millionths of a sample. */
  private long sampleAt(Instant time) {
    return Math.multiplyExact(Duration.between(start, time).toNanos() / 1000, (long) sampleRate());
  }
}
