package sightline.vision.sound;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.PointerScope;
import sightline.domain.sound.Sound;
import sightline.vision.detection.DetectionFailed;

/** Samples as the voice model wants them. Other rates are brought to its own by FFmpeg's libswresample. */
final class Pcm {
  static final int RATE_HZ = 16_000;
  private static final float FULL_SCALE = 32_768f;

  private Pcm() {}

  /**
   * @return -1 to 1, {@value #RATE_HZ} a second
   * @throws DetectionFailed where the library cannot resample
   */
  static float[] at16kHz(Sound sound) {
    return sound.sampleRateHz() == RATE_HZ ? floats(sound.samples()) : resampled(sound);
  }

  private static float[] floats(byte[] pcm) {
    var shorts = ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    float[] samples = new float[shorts.remaining()];
    for (int at = 0; at < samples.length; at++) {
      samples[at] = shorts.get(at) / FULL_SCALE;
    }
    return samples;
  }

  private static float[] resampled(Sound sound) {
    int given = sound.samples().length / 2;
    int wanted = (int) (((long) given * RATE_HZ + sound.sampleRateHz() - 1) / sound.sampleRateHz());
    SwrContext resampler = new SwrContext();
    try (PointerScope scope = new PointerScope()) {
      AVChannelLayout mono = new AVChannelLayout();
      avutil.av_channel_layout_default(mono, 1);
      require(swresample.swr_alloc_set_opts2(
          resampler,
          mono,
          AV_SAMPLE_FMT_FLT,
          RATE_HZ,
          mono,
          AV_SAMPLE_FMT_S16,
          sound.sampleRateHz(),
          0,
          null));
      require(swresample.swr_init(resampler));
      return converted(resampler, new BytePointer(sound.samples()), given, wanted);
    } finally {
      swresample.swr_free(resampler);
    }
  }

  /** In one go and then what the filter still holds; what is missing to the sound's length is silence. */
  private static float[] converted(SwrContext resampler, BytePointer pcm, int given, int wanted) {
    FloatPointer out = new FloatPointer(wanted);
    PointerPointer<FloatPointer> into = new PointerPointer<FloatPointer>(1).put(0, out);
    PointerPointer<BytePointer> from = new PointerPointer<BytePointer>(1).put(0, pcm);
    int done = require(swresample.swr_convert(resampler, into, wanted, from, given));
    into.put(0, out.getPointer(FloatPointer.class, done));
    done += require(swresample.swr_convert(resampler, into, wanted - done, null, 0));
    float[] samples = new float[wanted];
    out.position(0).get(samples, 0, done);
    return samples;
  }

  private static int require(int status) {
    if (status < 0) {
      throw new DetectionFailed("sound could not be resampled: status " + status);
    }
    return status;
  }
}
