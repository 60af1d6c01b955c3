package sightline.vision.detection.face;

import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import sightline.domain.frame.Box;

/**
 * A square around a box, in whole pixels of the picture; it may reach beyond the picture's edges, where it is black.
 *
 * @param left of the picture, may be negative
 * @param top of the picture, may be negative
 * @param side pixels of the picture, above 0
 */
record CloseUp(int left, int top, int side) {
  /** The square where nothing of a smaller one could be judged. */
  private static final int LEAST = 8;

  /** Which way round the square is shown. */
  enum Facing {
    AS_IT_IS,
    MIRRORED
  }

  /**
   * @param context the square's side over the longer side of the box
   */
  static CloseUp around(Box box, double context) {
    double longer = Math.max(box.width(), box.height());
    int side = (int) Math.max(LEAST, Math.round(longer * context));
    double centreX = box.left() + box.width() / 2.0;
    double centreY = box.top() + box.height() / 2.0;
    return new CloseUp(
        (int) Math.round(centreX - side / 2.0), (int) Math.round(centreY - side / 2.0), side);
  }

  /** Where a box of the picture lies in the square once that is brought to {@code pixels}. */
  Box place(Box box, int pixels, Facing facing) {
    double scale = (double) pixels / side;
    double fromLeft = (box.left() - left) * scale;
    double width = box.width() * scale;
    return new Box(
        (float) (facing == Facing.MIRRORED ? pixels - fromLeft - width : fromLeft),
        (float) ((box.top() - top) * scale),
        (float) width,
        (float) (box.height() * scale));
  }

  /** The square's pixels, black where it lies outside. All it makes belongs to the caller's pointer scope. */
  Mat cut(Mat picture) {
    int fromX = Math.max(0, left);
    int fromY = Math.max(0, top);
    int toX = Math.min(picture.cols(), left + side);
    int toY = Math.min(picture.rows(), top + side);
    if (fromX >= toX || fromY >= toY) {
      return new Mat(side, side, picture.type(), new Scalar());
    }
    Mat cut = new Mat();
    opencv_core.copyMakeBorder(
        new Mat(picture, new Rect(fromX, fromY, toX - fromX, toY - fromY)),
        cut,
        fromY - top,
        top + side - toY,
        fromX - left,
        left + side - toX,
        opencv_core.BORDER_CONSTANT,
        new Scalar());
    return cut;
  }

  /** A square brought to {@code pixels} a side; belongs to the caller's pointer scope. */
  static Mat shown(Mat square, int pixels, Facing facing) {
    Mat sized = new Mat();
    int how = pixels < square.cols() ? opencv_imgproc.INTER_AREA : opencv_imgproc.INTER_LINEAR;
    opencv_imgproc.resize(square, sized, new Size(pixels, pixels), 0, 0, how);
    if (facing == Facing.MIRRORED) {
      opencv_core.flip(sized, sized, 1);
    }
    return sized;
  }
}
