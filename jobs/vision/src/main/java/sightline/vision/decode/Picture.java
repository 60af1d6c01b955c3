package sightline.vision.decode;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import sightline.domain.frame.Box;
import sightline.domain.frame.Rotation;

/**
 * The pixels of one frame, upright, in native memory until {@link #close()}. Measures read it and must not write on it. One
 * thread at a time.
 */
public final class Picture implements AutoCloseable {
  static {
    // the job's parallelism governs, and one thread keeps every result the same on every run
    opencv_core.setNumThreads(1);
  }

  private final Mat bgr;
  private final Mat gray;
  private final Rotation upright;

  private Picture(Mat bgr, Mat gray, Rotation upright) {
    this.bgr = bgr;
    this.gray = gray;
    this.upright = upright;
  }

  /**
   * Decodes all pixels and turns them upright; the image's own orientation tag is not looked at here.
   *
   * @param header what {@link ImageHeader#read} said of these bytes
   * @param upright the turn that brings the stored raster upright
   * @throws Undecodable where the pixels cannot be read, or are not of the size that the header said
   */
  public static Picture decode(byte[] image, ImageHeader.Accepted header, Rotation upright)
      throws Undecodable {
    try (PointerScope scope = new PointerScope()) {
      Mat coded = new Mat(1, image.length, opencv_core.CV_8U, new BytePointer(image));
      Mat stored = opencv_imgcodecs.imdecode(
          coded, opencv_imgcodecs.IMREAD_COLOR | opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION);
      if (stored.empty() || stored.cols() != header.width() || stored.rows() != header.height()) {
        throw new Undecodable("decoded to %s x %s where the header said %s x %s"
            .formatted(stored.cols(), stored.rows(), header.width(), header.height()));
      }
      return turned(stored, upright);
    } catch (RuntimeException failure) {
      throw new Undecodable("the decoder refused the image", failure);
    }
  }

  /**
   * Takes a copy of pixels that were not decoded from an image.
   *
   * @param stored 8 bits a channel, BGR, not empty
   * @param upright the turn that brings it upright
   */
  public static Picture of(Mat stored, Rotation upright) {
    if (stored.empty() || stored.type() != opencv_core.CV_8UC3) {
      throw new IllegalArgumentException("a picture is BGR with 8 bits a channel");
    }
    try (PointerScope scope = new PointerScope()) {
      return turned(stored.clone(), upright);
    }
  }

  private static Picture turned(Mat stored, Rotation upright) {
    Mat bgr = stored;
    if (upright != Rotation.NONE) {
      bgr = new Mat();
      opencv_core.rotate(stored, bgr, code(upright));
    }
    Mat gray = new Mat();
    opencv_imgproc.cvtColor(bgr, gray, opencv_imgproc.COLOR_BGR2GRAY);
    // both outlive the scope they were made in
    bgr.retainReference();
    gray.retainReference();
    return new Picture(bgr, gray, upright);
  }

  private static int code(Rotation upright) {
    return switch (upright) {
      case NONE -> throw new IllegalArgumentException("nothing to turn");
      case CLOCKWISE_90 -> opencv_core.ROTATE_90_CLOCKWISE;
      case HALF_TURN -> opencv_core.ROTATE_180;
      case CLOCKWISE_270 -> opencv_core.ROTATE_90_COUNTERCLOCKWISE;
    };
  }

  /** 8 bits a channel, BGR, upright. Belongs to this picture: neither write on it nor close it. */
  public Mat bgr() {
    return bgr;
  }

  /** 8 bits of luma (ITU-R BT.601), upright. Belongs to this picture. */
  public Mat gray() {
    return gray;
  }

  /** Pixels of the upright picture. */
  public int width() {
    return bgr.cols();
  }

  /** Pixels of the upright picture. */
  public int height() {
    return bgr.rows();
  }

  public Rotation upright() {
    return upright;
  }

  /** Takes a box of the upright picture back into the stored raster. */
  public Box toStored(Box seen) {
    boolean lying = upright == Rotation.CLOCKWISE_90 || upright == Rotation.CLOCKWISE_270;
    return upright.toStored(seen, lying ? height() : width(), lying ? width() : height());
  }

  /** The size in which the long side has {@code longSide} pixels; never larger than the picture itself. */
  public Size within(int longSide) {
    double scale = Math.min(1, (double) longSide / Math.max(width(), height()));
    return new Size(Math.max(1, (int) Math.round(width() * scale)), Math.max(1, (int)
        Math.round(height() * scale)));
  }

  @Override
  public void close() {
    bgr.close();
    gray.close();
  }
}
