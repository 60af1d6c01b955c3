package sightline.vision.redaction;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import sightline.domain.privacy.Region;

/** Writes over the pixels of regions, in place. */
final class HideRegions {
  private final RedactionMethod method;

  HideRegions(RedactionMethod method) {
    this.method = method;
  }

  /**
   * @param bgr the stored raster, 8 bits a channel
   * @param regions inside it
   * @param source how it was coded when the regions were found
   */
  void in(Mat bgr, List<Region> regions, PictureCoding source) {
    // what must be black is black in the end, whatever else lies over it
    for (Region region : regions) {
      if (method.on(region.kind()) != RedactionMethod.FILL) {
        hide(bgr, region, source);
      }
    }
    for (Region region : regions) {
      if (method.on(region.kind()) == RedactionMethod.FILL) {
        hide(bgr, region, source);
      }
    }
  }

  private void hide(Mat bgr, Region region, PictureCoding source) {
    HiddenArea area = HiddenArea.around(region, source, bgr.cols(), bgr.rows());
    try (PointerScope scope = new PointerScope()) {
      Mat part = new Mat(bgr, new Rect(area.left(), area.top(), area.width(), area.height()));
      switch (method.on(region.kind())) {
        case FILL -> part.put(new Scalar(0, 0, 0, 0));
        case PIXELATE -> cells(part, area, opencv_imgproc.INTER_NEAREST);
        case BLUR -> cells(part, area, opencv_imgproc.INTER_LINEAR);
      }
    }
  }

  /** Nothing but the means of the cells comes back, so neither way of bringing them back can say more than they do. */
  private static void cells(Mat part, HiddenArea area, int interpolation) {
    Mat cells = new Mat();
    opencv_imgproc.resize(
        part, cells, new Size(area.columns(), area.rows()), 0, 0, opencv_imgproc.INTER_AREA);
    opencv_imgproc.resize(cells, part, new Size(area.width(), area.height()), 0, 0, interpolation);
  }
}
