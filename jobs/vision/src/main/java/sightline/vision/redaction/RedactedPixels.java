package sightline.vision.redaction;

import org.bytedeco.opencv.opencv_core.Mat;

/** Pixels that may be seen: hidden as directed, upright, in native memory until {@link #close()}. One thread at a time. */
public final class RedactedPixels implements AutoCloseable {
  private final Mat bgr;

  RedactedPixels(Mat bgr) {
    this.bgr = bgr;
  }

  /** 8 bits a channel, upright; belongs to these pixels. */
  Mat bgr() {
    return bgr;
  }

  /** Pixels of the upright picture. */
  public int width() {
    return bgr.cols();
  }

  /** Pixels of the upright picture. */
  public int height() {
    return bgr.rows();
  }

  /** Coded anew from the pixels alone, without a word about them. */
  public byte[] coded(PictureCoding coding) {
    return coding.code(bgr);
  }

  @Override
  public void close() {
    bgr.close();
  }
}
