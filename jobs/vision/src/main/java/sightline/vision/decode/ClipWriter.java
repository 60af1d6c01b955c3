package sightline.vision.decode;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Java2DFrameConverter;
import org.jspecify.annotations.Nullable;

/**
 * Writes drawn pictures as Motion JPEG in an AVI, at 30 frames a second unless told otherwise: every frame by itself, so that none hangs on its neighbours,
 * and by an encoder that no licence ties up. Not for several threads.
 */
public final class ClipWriter implements AutoCloseable {
  private static final double FRAMES_A_SECOND = 30;

  /** FFmpeg's scale for this codec: 2 is the best, 31 the worst. */
  private static final double QUALITY = 2;

  private final Path file;
  private final double framesPerSecond;
  private final Java2DFrameConverter converter = new Java2DFrameConverter();
  private @Nullable FFmpegFrameRecorder recorder;

  /**
   * @param file its name ends in .avi; the video is as large as the first picture
   */
  public ClipWriter(Path file) {
    this(file, FRAMES_A_SECOND);
  }

  /**
   * @param file its name ends in .avi; the video is as large as the first picture
   * @param framesPerSecond above 0
   */
  public ClipWriter(Path file, double framesPerSecond) {
    this.file = file;
    this.framesPerSecond = framesPerSecond;
  }

  public void add(BufferedImage picture) throws IOException {
    if (recorder == null) {
      recorder = started(picture.getWidth(), picture.getHeight());
    }
    recorder.record(converter.convert(bgr(picture)));
  }

  private FFmpegFrameRecorder started(int width, int height) throws FFmpegFrameRecorder.Exception {
    avutil.av_log_set_level(avutil.AV_LOG_ERROR);
    FFmpegFrameRecorder started = new FFmpegFrameRecorder(file.toFile(), width, height);
    started.setFormat("avi");
    started.setVideoCodec(avcodec.AV_CODEC_ID_MJPEG);
    started.setFrameRate(framesPerSecond);
    started.setVideoQuality(QUALITY);
    // one thread and no name of the library, so that the same pictures give the same bytes
    started.setVideoOption("threads", "1");
    started.setOption("fflags", "+bitexact");
    started.start();
    return started;
  }

  /** The layout that the encoder takes without mixing up the colours. */
  private static BufferedImage bgr(BufferedImage picture) {
    BufferedImage bgr =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    bgr.createGraphics().drawImage(picture, 0, 0, null);
    return bgr;
  }

  @Override
  public void close() throws IOException {
    converter.close();
    if (recorder != null) {
      recorder.close();
    }
  }
}
