package sightline.domain.sound;

import java.time.Instant;

/**
 * Sound that goes with a frame. Like the pixels, it never leaves the task that read it.
 *
 * @param sampleRateHz samples per second, above 0
 * @param startsAt when the first sample was captured, by the device's clock
 * @param samples 16-bit signed little-endian, mono
 */
public record Sound(int sampleRateHz, Instant startsAt, byte[] samples) {
  public Sound {
    if (sampleRateHz < 1 || samples.length % 2 != 0) {
      throw new IllegalArgumentException(
          "sound has a sample rate and two bytes a sample, got %s Hz and %s bytes"
              .formatted(sampleRateHz, samples.length));
    }
  }

  /** Milliseconds from the first sample to the end of the last, rounded up. */
  public long millis() {
    return (samples.length / 2 * 1000L + sampleRateHz - 1) / sampleRateHz;
  }
}
