package sightline.vision.redaction;

import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.FrameRecorder;
import org.bytedeco.javacv.OpenCVFrameConverter;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;
import sightline.vision.decode.Appearance;

/**
 * Writes redacted frames as an MP4 that says nothing but its pixels: no place, date, device or title. H.264 (by OpenH264, as
 * the FFmpeg that comes along is built without GPL parts); MPEG-4 part 2 where H.264 does not hold the size. Where a side is odd its
 * last row or column stands there twice, as neither has odd sides. Not for several threads.
 */
public final class VideoWriter implements AutoCloseable {
  /** What files that it writes are called, with the dot. */
  public static final String EXTENSION = ".mp4";

  /** A clock of whole milliseconds, so that each frame keeps the time that {@link sightline.vision.decode.VideoReader} read. */
  private static final int TICKS_A_SECOND = 1000;

  /** A fixed quantiser: every frame as good as the next. From 0, the best, to 51. */
  private static final String H264_QUANTISER = "20";

  /** From 1, the best, to 31. */
  private static final int MPEG4_QUANTISER = 2;

  /** OpenH264 holds no more. */
  private static final long MOST_H264_PIXELS = 36_864L * 16 * 16;

  private static final int SOUND_BITS_A_SECOND = 192_000;

  private static final int FRAMES_BETWEEN_KEYS = 60;

  /** No bound that a fixed quantiser would meet. */
  private static final int BITS_A_SECOND = 100_000_000;

  private final FFmpegFrameRecorder recorder;
  private final OpenCVFrameConverter.ToMat converter = new OpenCVFrameConverter.ToMat();
  private final @Nullable RedactedSound sound;
  private long lastMillis = -1;

  private VideoWriter(FFmpegFrameRecorder recorder, @Nullable RedactedSound sound) {
    this.recorder = recorder;
    this.sound = sound;
  }

  /**
   * @param file is replaced
   * @param width pixels of every frame to come
   * @param height pixels of every frame to come
   * @param appearance of the frames to come, upright
   * @param sound what will be heard with it, null for a video without a sound track
   */
  public static VideoWriter create(
      Path file, int width, int height, Appearance appearance, @Nullable RedactedSound sound)
      throws IOException {
    avutil.av_log_set_level(avutil.AV_LOG_ERROR);
    FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(
        file.toFile(), even(width), even(height), sound == null ? 0 : sound.channels());
    if (sound != null) {
      recorder.setAudioCodec(avcodec.AV_CODEC_ID_AAC);
      recorder.setSampleRate(sound.sampleRate());
      recorder.setAudioBitrate(SOUND_BITS_A_SECOND);
    }
    recorder.setFormat("mp4");
    recorder.setOption("fflags", "+bitexact");
    recorder.setFrameRate(TICKS_A_SECOND);
    recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
    recorder.setGopSize(FRAMES_BETWEEN_KEYS);
    recorder.setVideoBitrate(BITS_A_SECOND);
    if ((long) width * height <= MOST_H264_PIXELS) {
      recorder.setVideoCodecName("libopenh264");
      recorder.setVideoOption("rc_mode", "quality");
      recorder.setVideoOption("qmin", H264_QUANTISER);
      recorder.setVideoOption("qmax", H264_QUANTISER);
    } else {
      recorder.setVideoCodecName("mpeg4");
      recorder.setVideoQuality(MPEG4_QUANTISER);
    }
    shown(recorder, appearance);
    VideoWriter writer = new VideoWriter(recorder, sound);
    try {
      recorder.start();
      return writer;
    } catch (FrameRecorder.Exception failure) {
      writer.close();
      throw new IOException(
          "%s x %s pixels cannot be written as a video".formatted(width, height), failure);
    }
  }

  /**
   * @param millis from the start of the video, after the frame before
   */
  public void add(RedactedPixels frame, long millis) throws IOException {
    // frames closer than the clock's tick are kept apart
    lastMillis = Math.max(millis, lastMillis + 1);
    heardUntil(lastMillis);
    recorder.setTimestamp(lastMillis * (1_000_000 / TICKS_A_SECOND));
    // no scope around the recorder: what it makes on the way it keeps for the next frame, and frees
    // in close()
    try (Mat padded = new Mat()) {
      recorder.record(converter.convert(evenSided(frame.bgr(), padded)));
    } catch (FrameRecorder.Exception failure) {
      throw new IOException("a frame could not be written", failure);
    }
  }

  /** The pixels themselves where both their sides are even. */
  private static Mat evenSided(Mat pixels, Mat padded) {
    int below = even(pixels.rows()) - pixels.rows();
    int right = even(pixels.cols()) - pixels.cols();
    if (below == 0 && right == 0) {
      return pixels;
    }
    opencv_core.copyMakeBorder(pixels, padded, 0, below, 0, right, opencv_core.BORDER_REPLICATE);
    return padded;
  }

  /**
   * Frames are read and written with the same matrix, whichever theirs is, so that what the source says of its colours stays true. Their range
   * does not: what is written is of the narrow range.
   */
  private static void shown(FFmpegFrameRecorder recorder, Appearance appearance) {
    recorder.setAspectRatio(appearance.pixelAspect());
    recorder.setVideoOption("colorspace", String.valueOf(appearance.matrix()));
    recorder.setVideoOption("color_primaries", String.valueOf(appearance.primaries()));
    recorder.setVideoOption("color_trc", String.valueOf(appearance.transfer()));
    recorder.setVideoOption("color_range", String.valueOf(avutil.AVCOL_RANGE_MPEG));
  }

  private static int even(int side) {
    return side + side % 2;
  }

  /** Writes the sound up to a time, as players want it beside its frames. */
  public void heardUntil(long millis) throws IOException {
    if (sound == null) {
      return;
    }
    short[] samples = sound.until(millis);
    try {
      if (samples.length > 0) {
        recorder.recordSamples(sound.sampleRate(), sound.channels(), ShortBuffer.wrap(samples));
      }
    } catch (FrameRecorder.Exception failure) {
      throw new IOException("sound could not be written", failure);
    }
  }

  /** Ends the file. */
  @Override
  public void close() throws IOException {
    converter.close();
    try {
      recorder.close();
    } catch (FrameRecorder.Exception failure) {
      throw new IOException("the video could not be ended", failure);
    }
  }
}
