package sightline.vision.framing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point2d;
import org.bytedeco.opencv.opencv_core.Size;
import org.junit.jupiter.api.Test;
import sightline.domain.framing.Motion;
import sightline.domain.framing.Profiles;
import sightline.vision.Drawing;
import sightline.vision.decode.Picture;

class MotionOnRealFramesTest {
  private static final long SEED = 20261121;
  private static final int FRAMES_OF_A_CLIP = 100;

  /** Response of the phase correlation above which its word is taken. */
  private static final double SURE = 0.3;

  private static Profiles profiles(Mat frame) {
    try (Picture picture = Drawing.picture(frame.clone())) {
      Profiles profiles = new CameraViewMeter().measure(picture).profiles();
      assertThat(profiles).isNotNull();
      return profiles;
    }
  }

  private static String line(String what, List<Double> errors, int of) {
    errors.sort(null);
    return "%s, seed %d: %d of %d assessed; error in %% of a side: median %.2f, 90%% %.2f, 98%% %.2f; beyond 2%%: %d"
        .formatted(
            what,
            SEED,
            errors.size(),
            of,
            100 * errors.get(errors.size() / 2),
            100 * errors.get(errors.size() * 9 / 10),
            100 * errors.get(errors.size() * 98 / 100),
            errors.stream().filter(error -> error > 0.02).count());
  }

  @Test
  void findsKnownShiftsOfRealFrames() throws Exception {
    Random random = new Random(SEED);
    List<Double> errors = new ArrayList<>();
    int pairs = 0;
    for (Path clip : RealFrames.clips()) {
      for (Mat frame : RealFrames.of(clip, 30)) {
        int spareX = (int) (0.3 * frame.cols()) - 1;
        int spareY = (int) (0.3 * frame.rows()) - 1;
        for (int i = 0; i < 4; i++) {
          // moves of up to 0.15 of the part that is cut out
          int dx = (int) ((random.nextDouble() - 0.5) * 0.3 * 0.7 * frame.cols());
          int dy = (int) ((random.nextDouble() - 0.5) * 0.3 * 0.7 * frame.rows());
          try (Mat before = RealFrames.cut(frame, spareX / 2, spareY / 2);
              Mat after = RealFrames.cut(frame, spareX / 2 - dx, spareY / 2 - dy)) {
            Motion motion = Motion.between(profiles(before), profiles(after));
            pairs++;
            if (motion.assessed()) {
              double right = motion.right().orThrow() - (double) dx / before.cols();
              double down = motion.down().orThrow() - (double) dy / before.rows();
              errors.add(Math.max(Math.abs(right), Math.abs(down)));
            }
          }
        }
        frame.close();
      }
    }
    System.out.println(line("known shifts up to 15%", errors, pairs));
    assertThat(errors.size()).isGreaterThan(pairs / 2);
    assertThat(errors.get(errors.size() / 2)).isLessThan(0.01);
  }

  @Test
  void agreesWithPhaseCorrelationOnConsecutiveFrames() throws Exception {
    List<Double> right = new ArrayList<>();
    List<Double> down = new ArrayList<>();
    List<Double> moved = new ArrayList<>();
    int pairs = 0;
    for (Path clip : RealFrames.clips()) {
      Mat before = null;
      for (Mat frame : RealFrames.first(clip, FRAMES_OF_A_CLIP)) {
        if (before != null) {
          double[] reference = phase(before, frame);
          Motion motion = Motion.between(profiles(before), profiles(frame));
          pairs++;
          if (reference[2] > SURE && motion.assessed()) {
            right.add(Math.abs(motion.right().orThrow() - reference[0]));
            down.add(Math.abs(motion.down().orThrow() - reference[1]));
            moved.add(Math.max(Math.abs(reference[0]), Math.abs(reference[1])));
          }
          before.close();
        }
        before = frame;
      }
    }
    System.out.println(line("right, against phase correlation", right, pairs));
    System.out.println(line("down, against phase correlation", down, pairs));
    System.out.println(line("the motion itself", moved, pairs));
    assertThat(right.get(right.size() / 2)).isLessThan(0.002);
    assertThat(down.get(down.size() / 2)).isLessThan(0.003);
  }

  /** Right and down as shares, and the response. */
  private static double[] phase(Mat before, Mat after) {
    try (PointerScope scope = new PointerScope()) {
      Mat from = grey(before);
      Mat to = grey(after);
      Mat window = new Mat();
      opencv_imgproc.createHanningWindow(window, from.size(), opencv_core.CV_32F);
      DoublePointer response = new DoublePointer(1);
      Point2d shift = opencv_imgproc.phaseCorrelate(from, to, window, response);
      return new double[] {shift.x() / from.cols(), shift.y() / from.rows(), response.get()};
    }
  }

  private static Mat grey(Mat frame) {
    Mat small = new Mat();
    opencv_imgproc.resize(frame, small, new Size(256, 144), 0, 0, opencv_imgproc.INTER_AREA);
    opencv_imgproc.cvtColor(small, small, opencv_imgproc.COLOR_BGR2GRAY);
    small.convertTo(small, opencv_core.CV_32F);
    return small;
  }
}
