package sightline.vision.decode;

import java.nio.Buffer;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;

/** The sound of one video file, block by block. Not for several threads. */
public final class SoundReader implements AutoCloseable {
  private static final int STEREO = 2;

  /** Rates that every player knows; sound of another rate is brought to the last of them. */
  private static final Set<Integer> RATES = Set.of(8_000, 16_000, 22_050, 32_000, 44_100, 48_000);

  private static final int USUAL_RATE = 48_000;

  private final FFmpegFrameGrabber grabber;

  private SoundReader(FFmpegFrameGrabber grabber) {
    this.grabber = grabber;
  }

  /** Empty where the file has no sound that can be read. */
  public static Optional<SoundReader> open(Path file) {
    FFmpegFrameGrabber probe = VideoReader.grabber(file);
    try (SoundReader first = new SoundReader(probe)) {
      probe.start(true);
      if (!probe.hasAudio() || probe.getAudioChannels() < 1 || probe.getSampleRate() < 1) {
        return Optional.empty();
      }
      FFmpegFrameGrabber grabber = VideoReader.grabber(file);
      grabber.setSampleMode(FrameGrabber.SampleMode.SHORT);
      grabber.setAudioChannels(Math.min(STEREO, probe.getAudioChannels()));
      grabber.setSampleRate(
          RATES.contains(probe.getSampleRate()) ? probe.getSampleRate() : USUAL_RATE);
      SoundReader reader = new SoundReader(grabber);
      try {
        grabber.start(true);
        return Optional.of(reader);
      } catch (FrameGrabber.Exception | RuntimeException unreadable) {
        reader.close();
        return Optional.empty();
      }
    } catch (FrameGrabber.Exception | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  /** Samples a second of each channel. */
  public int sampleRate() {
    return grabber.getSampleRate();
  }

  /** 1 or 2. */
  public int channels() {
    return grabber.getAudioChannels();
  }

  /** The next block, empty at the end of the sound or where it breaks. */
  public Optional<SoundBlock> next() {
    try {
      Frame frame = grabber.grabSamples();
      if (frame == null || frame.samples == null || frame.samples.length != 1) {
        return Optional.empty();
      }
      Buffer decoded = frame.samples[0];
      if (!(decoded instanceof ShortBuffer samples)) {
        return Optional.empty();
      }
      short[] block = new short[samples.remaining()];
      samples.get(block);
      return Optional.of(new SoundBlock(frame.timestamp, block));
    } catch (FrameGrabber.Exception | RuntimeException broken) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try {
      grabber.close();
    } catch (FrameGrabber.Exception failure) {
      throw new IllegalStateException("a file that was only read could not be closed", failure);
    }
  }
}
