package sightline.pipeline.ingest;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sightline.domain.frame.RejectReason;
import sightline.domain.sound.Sound;
import sightline.wire.avro.Frame;
import sightline.wire.avro.Pcm;

/** The checks on the sound that a sender sends with a frame. Pure. */
final class SoundChecks {
  private static final int LOWEST_RATE_HZ = 8_000;
  private static final int HIGHEST_RATE_HZ = 48_000;
  private static final Duration LONGEST = Duration.ofSeconds(10);
  /** One clock made both times; sound that starts a minute off belongs to another frame. */
  private static final Duration FURTHEST = Duration.ofMinutes(1);

  private SoundChecks() {}

  /**
   * @return null where the frame comes without sound
   * @throws Refused naming the first check that failed
   */
  static @Nullable Sound sound(Frame frame) throws Refused {
    Pcm pcm = frame.getAudio();
    if (pcm == null || !pcm.getSamples().hasRemaining()) {
      return null;
    }
    int rate = pcm.getSampleRateHz();
    if (rate < LOWEST_RATE_HZ || rate > HIGHEST_RATE_HZ) {
      throw absurd(rate, rate < LOWEST_RATE_HZ ? LOWEST_RATE_HZ : HIGHEST_RATE_HZ);
    }
    ByteBuffer samples = pcm.getSamples();
    long mostBytes = 2L * rate * LONGEST.toSeconds();
    if (samples.remaining() % 2 != 0 || samples.remaining() > mostBytes) {
      throw absurd(samples.remaining(), mostBytes);
    }
    Instant captured = frame.getCapturedAt();
    if (pcm.getStartsAt().isBefore(captured.minus(FURTHEST))
        || pcm.getStartsAt().isAfter(captured.plus(FURTHEST))) {
      throw new Refused(RejectReason.METADATA_ABSURD, null, FURTHEST.toMillis());
    }
    byte[] bytes = new byte[samples.remaining()];
    samples.duplicate().get(bytes);
    return new Sound(rate, pcm.getStartsAt(), bytes);
  }

  private static Refused absurd(long measured, long limit) {
    return new Refused(RejectReason.METADATA_ABSURD, measured, limit);
  }
}
