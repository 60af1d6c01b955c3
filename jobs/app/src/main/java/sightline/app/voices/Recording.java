package sightline.app.voices;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import sightline.domain.sound.Sound;

/**
 * Sound in memory.
 *
 * @param samples -1 to 1, mono
 */
record Recording(int rateHz, double[] samples) {
  private static final double FULL_SCALE = 32_768;

  /**
   * @param file 16-bit mono WAV
   * @throws IOException where it cannot be read as one
   */
  static Recording read(java.nio.file.Path file, long fromMillis, long toMillis)
      throws IOException {
    try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile())) {
      AudioFormat format = in.getFormat();
      if (format.getSampleSizeInBits() != 16 || format.getChannels() != 1 || format.isBigEndian()) {
        throw new IOException("%s is no 16-bit mono WAV".formatted(file.getFileName()));
      }
      int rate = Math.round(format.getSampleRate());
      in.skipNBytes(2 * fromMillis * rate / 1000);
      byte[] pcm = in.readNBytes((int) (2 * ((toMillis - fromMillis) * rate / 1000)));
      var shorts = ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
      double[] samples = new double[shorts.remaining()];
      for (int at = 0; at < samples.length; at++) {
        samples[at] = shorts.get(at) / FULL_SCALE;
      }
      return new Recording(rate, samples);
    } catch (UnsupportedAudioFileException unreadable) {
      throw new IOException("%s is no WAV".formatted(file.getFileName()), unreadable);
    }
  }

  /** The same with a noise so many decibels below its own mean power. */
  Recording with(HouseholdNoise noise, double decibelsBelow, long seed) {
    double[] added = noise.samples(samples.length, rateHz, seed);
    double scale = Math.sqrt(HouseholdNoise.power(samples)) * Math.pow(10, -decibelsBelow / 20);
    double[] mixed = samples.clone();
    for (int at = 0; at < mixed.length; at++) {
      mixed[at] += scale * added[at];
    }
    return new Recording(rateHz, mixed);
  }

  /** The sound of frames that follow each other at these steps, the first captured at 0. */
  List<Sound> framed(long stepMillis) {
    List<Sound> frames = new ArrayList<>();
    for (long from = 0; from * rateHz / 1000 < samples.length; from += stepMillis) {
      int start = (int) (from * rateHz / 1000);
      int end = (int) Math.min(samples.length, (from + stepMillis) * rateHz / 1000);
      ByteBuffer pcm = ByteBuffer.allocate(2 * (end - start)).order(ByteOrder.LITTLE_ENDIAN);
      for (int at = start; at < end; at++) {
        double clipped = Math.max(-1, Math.min(1, samples[at]));
        pcm.putShort((short) Math.round(clipped * (FULL_SCALE - 1)));
      }
      frames.add(new Sound(rateHz, Instant.ofEpochMilli(from), pcm.array()));
    }
    return frames;
  }
}
