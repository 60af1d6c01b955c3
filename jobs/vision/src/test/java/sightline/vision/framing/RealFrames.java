package sightline.vision.framing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point2f;
import org.bytedeco.opencv.opencv_core.Rect;
import sightline.vision.Assets;
import sightline.vision.decode.VideoReader;

/** Frames of first-person clips, and photographs, turned and moved by a known amount. Whoever gets a Mat closes it. */
final class RealFrames {
  private RealFrames() {}

  static List<Path> clips() throws Exception {
    try (Stream<Path> files = Files.list(Assets.media("videos/ego_home"))) {
      return files.filter(file -> file.toString().endsWith(".mp4")).sorted().toList();
    }
  }

  /** Every so manyeth frame of a clip. */
  static List<Mat> of(Path clip, int every) throws Exception {
    List<Mat> frames = new ArrayList<>();
    try (VideoReader video = VideoReader.open(clip)) {
      while (video.hasNext()) {
        var frame = video.next();
        if (frame.index() % every == every / 2) {
          frames.add(decoded(frame.jpeg()));
        }
      }
    }
    return frames;
  }

  /** The first frames of a clip. */
  static List<Mat> first(Path clip, int count) throws Exception {
    List<Mat> frames = new ArrayList<>();
    try (VideoReader video = VideoReader.open(clip)) {
      while (video.hasNext() && frames.size() < count) {
        frames.add(decoded(video.next().jpeg()));
      }
    }
    return frames;
  }

  static Mat decoded(byte[] image) {
    try (Mat coded = new Mat(1, image.length, opencv_core.CV_8U, new BytePointer(image))) {
      return opencv_imgcodecs.imdecode(coded, opencv_imgcodecs.IMREAD_COLOR);
    }
  }

  /** Turned clockwise about its middle and cut to what every turn of up to 30 degrees leaves whole. */
  static Mat turned(Mat frame, double degrees) {
    try (PointerScope scope = new PointerScope()) {
      int width = frame.cols();
      int height = frame.rows();
      Mat turn =
          opencv_imgproc.getRotationMatrix2D(new Point2f(width / 2f, height / 2f), -degrees, 1);
      Mat turned = new Mat();
      opencv_imgproc.warpAffine(
          frame,
          turned,
          turn,
          frame.size(),
          opencv_imgproc.INTER_CUBIC,
          opencv_core.BORDER_CONSTANT,
          new org.bytedeco.opencv.opencv_core.Scalar(0));
      double sine = Math.sin(Math.toRadians(30));
      double cosine = Math.cos(Math.toRadians(30));
      double scale = Math.min(
          width / (width * cosine + height * sine), height / (width * sine + height * cosine));
      int cutWidth = (int) (width * scale) - 2;
      int cutHeight = (int) (height * scale) - 2;
      Rect cut = new Rect((width - cutWidth) / 2, (height - cutHeight) / 2, cutWidth, cutHeight);
      Mat whole = new Mat(turned, cut).clone();
      whole.retainReference();
      return whole;
    }
  }

  /** The part of a frame, 0.7 of its sides, whose corner lies at these pixels. */
  static Mat cut(Mat frame, int left, int top) {
    try (PointerScope scope = new PointerScope()) {
      Rect cut = new Rect(left, top, (int) (0.7 * frame.cols()), (int) (0.7 * frame.rows()));
      Mat part = new Mat(frame, cut).clone();
      part.retainReference();
      return part;
    }
  }
}
