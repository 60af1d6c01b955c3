package sightline.vision.framing;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import sightline.domain.framing.CameraView;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Unassessed;
import sightline.vision.decode.Picture;

/**
 * How the camera was held and what is kept of the picture to compare it with its neighbours, from luma whose long side is at
 * most {@value #LONG_SIDE} pixels.
 *
 * <p>Tilt comes from lines, as headers carry no gravity vector yet; once they do, it takes the place of
 * {@link #tilt(Picture, Mat)} and the lines answer where it is missing.
 */
public final class CameraViewMeter {
  private static final int LONG_SIDE = 320;
  private static final double MIN_MEAN_LUMA = 20;

  /** Lines are found among pixels; with fewer on the short side there are none to speak of. */
  private static final int MIN_SHORT_SIDE = 48;

  public CameraView measure(Picture picture) {
    try (PointerScope scope = new PointerScope()) {
      Mat luma = new Mat();
      opencv_imgproc.resize(
          picture.gray(), luma, picture.within(LONG_SIDE), 0, 0, opencv_imgproc.INTER_AREA);
      return new CameraView(tilt(picture, luma), ProfileReader.read(luma));
    }
  }

  private static Measure tilt(Picture picture, Mat luma) {
    if (opencv_core.mean(luma).get(0) < MIN_MEAN_LUMA) {
      return Measure.unassessed(Unassessed.TOO_DARK);
    }
    if (Math.min(picture.width(), picture.height()) < MIN_SHORT_SIDE) {
      return Measure.unassessed(Unassessed.TOO_SMALL);
    }
    return Lines.in(luma).tilt();
  }
}
