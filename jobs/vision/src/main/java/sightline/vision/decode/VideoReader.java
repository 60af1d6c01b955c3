package sightline.vision.decode;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;
import org.bytedeco.javacv.OpenCVFrameConverter;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;
import sightline.domain.frame.Rotation;

/**
 * The frames of one video file in decode order, each coded as JPEG; {@link SoundTrack} reads its sound. A video that breaks in the middle
 * ends the iteration, and {@link #endedEarly()} says so. Not for several threads.
 */
public final class VideoReader implements Iterator<VideoFrame>, AutoCloseable {
  /** High enough that measures and detectors see what they would have seen in the video itself. */
  private static final int JPEG_QUALITY = 95;

  private static final long MICROS_IN_A_MILLI = 1000;

  /** Files are whatever a person drops in: a playlist among them must not make FFmpeg open other files or the network. */
  private static final String CONTAINERS =
      "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,ogg,gif,flv,asf";

  private final FFmpegFrameGrabber grabber;
  private final OpenCVFrameConverter.ToMat converter = new OpenCVFrameConverter.ToMat();
  private int read;
  private long lastMicros;
  private boolean broken;
  private boolean ended;
  private @Nullable VideoFrame next;

  private VideoReader(FFmpegFrameGrabber grabber) {
    this.grabber = grabber;
  }

  /**
   * @throws UnreadableVideo where the file is no video that can be read, or not even its first frame decodes
   */
  public static VideoReader open(Path file) throws UnreadableVideo {
    FFmpegFrameGrabber grabber = grabber(file);
    grabber.setVideoOption("threads", "1");
    grabber.setImageMode(FrameGrabber.ImageMode.COLOR);
    VideoReader reader = new VideoReader(grabber);
    try {
      grabber.start(true);
    } catch (FrameGrabber.Exception | RuntimeException failure) {
      reader.close();
      throw new UnreadableVideo("%s is no video that can be read".formatted(name(file)), failure);
    }
    if (!reader.hasNext()) {
      reader.close();
      throw new UnreadableVideo("%s has no frame that can be decoded".formatted(name(file)));
    }
    return reader;
  }

  /** Reads this file and no other. */
  static FFmpegFrameGrabber grabber(Path file) {
    avutil.av_log_set_level(avutil.AV_LOG_ERROR);
    FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toFile());
    grabber.setOption("protocol_whitelist", "file");
    grabber.setOption("format_whitelist", CONTAINERS);
    return grabber;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** The turn that brings the stored frames upright, as the container's display matrix asks for. */
  public Rotation rotation() {
    // the matrix states how far to turn against the clock
    int quarters = Math.floorMod((int) -Math.round(grabber.getDisplayRotation() / 90), 4);
    return Rotation.ofDegrees(quarters * 90);
  }

  /** How the stored pixels are to be shown. */
  public Appearance appearance() {
    AVFormatContext container = grabber.getFormatContext();
    if (container == null || grabber.getVideoStream() < 0) {
      return Appearance.UNKNOWN;
    }
    AVCodecParameters video = container.streams(grabber.getVideoStream()).codecpar();
    AVRational aspect = video.sample_aspect_ratio();
    return new Appearance(
        video.color_space(),
        video.color_primaries(),
        video.color_trc(),
        aspect.num() > 0 && aspect.den() > 0 ? (double) aspect.num() / aspect.den() : 1);
  }

  /** Frames a second as the container states them, 0 where it does not. */
  public double framesPerSecond() {
    return Math.max(0, grabber.getVideoFrameRate());
  }

  @Override
  public boolean hasNext() {
    if (next == null && !ended) {
      next = grab();
      ended = next == null;
    }
    return next != null;
  }

  @Override
  public VideoFrame next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException("the video has no more frames");
    }
    VideoFrame frame = next;
    next = null;
    return frame;
  }

  private @Nullable VideoFrame grab() {
    // no scope around the grabber: what it makes on the way it keeps for the next frame, and frees
    // in close()
    try {
      Frame frame = grabber.grabImage();
      Mat bgr = frame == null ? null : converter.convert(frame);
      if (bgr == null) {
        return null;
      }
      lastMicros = after(lastMicros, frame.timestamp);
      return new VideoFrame(
          read++,
          lastMicros / MICROS_IN_A_MILLI,
          bgr.cols(),
          bgr.rows(),
          Encoder.jpeg(bgr, JPEG_QUALITY));
    } catch (FrameGrabber.Exception | RuntimeException failure) {
      broken = true;
      return null;
    }
  }

  /** Some containers leave single frames without a time, and time must not run backwards. */
  private long after(long previous, long stated) {
    return read == 0 || stated > previous
        ? Math.max(0, stated)
        : previous + Math.max(1, (long) frameMicros());
  }

  private double frameMicros() {
    return framesPerSecond() > 0 ? 1e6 / framesPerSecond() : 0;
  }

  /**
   * Whether the iteration ended before the video did: the decoder broke off, or the container promises clearly more time than
   * there were frames for. Only meaningful once {@link #hasNext()} gave false.
   */
  public boolean endedEarly() {
    double promised = promisedMicros();
    double missing = promised - (lastMicros + frameMicros());
    return broken || missing > Math.max(0.05 * promised, 5 * frameMicros());
  }

  /**
   * How long the video says it is: its own stream's duration, as sound may run longer; for an AVI its frame count, as one cut
   * short is given a duration that fits its new size; 0 where the container says nothing of the video itself.
   */
  private double promisedMicros() {
    AVFormatContext container = grabber.getFormatContext();
    if (container == null || grabber.getVideoStream() < 0) {
      return 0;
    }
    AVStream video = container.streams(grabber.getVideoStream());
    if (video.duration() != avutil.AV_NOPTS_VALUE && video.duration() > 0) {
      double stated =
          1e6 * video.duration() * video.time_base().num() / video.time_base().den();
      boolean avi = "avi".equals(container.iformat().name().getString());
      return avi ? Math.max(stated, video.nb_frames() * frameMicros()) : stated;
    }
    return container.nb_streams() == 1 ? (double) grabber.getLengthInTime() : 0;
  }

  @Override
  public void close() {
    converter.close();
    try {
      grabber.close();
    } catch (FrameGrabber.Exception failure) {
      // nothing is left to be done with a file that was only read
      broken = true;
    }
  }
}
