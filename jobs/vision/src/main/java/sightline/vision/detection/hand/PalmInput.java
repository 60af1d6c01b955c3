package sightline.vision.detection.hand;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import sightline.domain.frame.Box;
import sightline.vision.decode.Picture;

/**
 * A picture, or a square of it, as the palm model reads it: interleaved R, G and B, 0 to 1, centred in a black square.
 *
 * @param pixels row by row
 * @param scale pixels of the input a pixel of the picture
 * @param padLeft black pixels left of the picture
 * @param padTop black pixels above the picture
 * @param cutLeft pixels of the picture left of the square it was cut from
 * @param cutTop pixels of the picture above the square
 * @param parts what of the picture this is; of a nearly square one it is both
 */
record PalmInput(
    float[] pixels,
    double scale,
    int padLeft,
    int padTop,
    int cutLeft,
    int cutTop,
    Set<Part> parts) {
  /** What a look takes in. */
  enum Part {
    WHOLE,
    SQUARE
  }

  /** A picture longer than this times its short side leaves too few pixels for a hand, and is looked at again in squares. */
  private static final double NEARLY_SQUARE = 1.2;

  /**
   * The whole picture; where that is wide or tall, then also the square at each of its ends, in which a hand gets up to twice
   * the pixels.
   */
  static List<PalmInput> looks(Picture picture) {
    int width = picture.width();
    int height = picture.height();
    int side = Math.min(width, height);
    List<PalmInput> looks = new ArrayList<>();
    if (Math.max(width, height) <= NEARLY_SQUARE * side) {
      looks.add(of(picture, 0, 0, width, height, Set.of(Part.WHOLE, Part.SQUARE)));
      return looks;
    }
    looks.add(of(picture, 0, 0, width, height, Set.of(Part.WHOLE)));
    looks.add(of(picture, 0, 0, side, side, Set.of(Part.SQUARE)));
    looks.add(of(picture, width - side, height - side, side, side, Set.of(Part.SQUARE)));
    return looks;
  }

  private static PalmInput of(
      Picture picture, int left, int top, int width, int height, Set<Part> parts) {
    double scale = (double) PalmAnchors.SIDE / Math.max(width, height);
    int across = Math.max(1, (int) Math.round(width * scale));
    int down = Math.max(1, (int) Math.round(height * scale));
    int padLeft = (PalmAnchors.SIDE - across) / 2;
    int padTop = (PalmAnchors.SIDE - down) / 2;
    try (PointerScope scope = new PointerScope()) {
      Mat cut = picture.bgr().apply(new Rect(left, top, width, height));
      Mat sized = new Mat();
      int how = scale < 1 ? opencv_imgproc.INTER_AREA : opencv_imgproc.INTER_LINEAR;
      opencv_imgproc.resize(cut, sized, new Size(across, down), 0, 0, how);
      Mat boxed = new Mat();
      opencv_core.copyMakeBorder(
          sized,
          boxed,
          padTop,
          PalmAnchors.SIDE - down - padTop,
          padLeft,
          PalmAnchors.SIDE - across - padLeft,
          opencv_core.BORDER_CONSTANT,
          new Scalar());
      return new PalmInput(interleaved(boxed), scale, padLeft, padTop, left, top, parts);
    }
  }

  /** The numbers of a BGR square of {@value PalmAnchors#SIDE} pixels as the model reads them. */
  static float[] interleaved(Mat boxed) {
    Mat rgb = new Mat();
    opencv_imgproc.cvtColor(boxed, rgb, opencv_imgproc.COLOR_BGR2RGB);
    Mat shares = new Mat();
    rgb.convertTo(shares, opencv_core.CV_32F, 1 / 255.0, 0);
    FloatBuffer buffer = shares.createBuffer();
    float[] pixels = new float[3 * PalmAnchors.SIDE * PalmAnchors.SIDE];
    buffer.get(pixels);
    return pixels;
  }

  /** Takes a palm seen in this input back into the picture. */
  Palm inPicture(Palm seen) {
    Box box = seen.box();
    return new Palm(
        new Box(x(box.left()), y(box.top()), (float) (box.width() / scale), (float)
            (box.height() / scale)),
        x(seen.wristX()),
        y(seen.wristY()),
        x(seen.knuckleX()),
        y(seen.knuckleY()),
        seen.score());
  }

  private float x(float seen) {
    return (float) ((seen - padLeft) / scale + cutLeft);
  }

  private float y(float seen) {
    return (float) ((seen - padTop) / scale + cutTop);
  }
}
