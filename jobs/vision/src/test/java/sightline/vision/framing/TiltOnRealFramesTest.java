package sightline.vision.framing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import sightline.domain.quality.Measure;
import sightline.vision.Assets;
import sightline.vision.Drawing;
import sightline.vision.decode.Picture;

/** The change of the measured tilt under known turns: what a frame's own tilt is, nobody knows. */
class TiltOnRealFramesTest {
  private static final long SEED = 20261121;
  private static final int TURNS = 6;

  private static Measure tilt(Mat drawing) {
    try (Picture picture = Drawing.picture(drawing)) {
      return new CameraViewMeter().measure(picture).tiltDegrees();
    }
  }

  /** What became of all turns of all frames. */
  private record Outcome(int frames, int assessed, int turns, List<Double> errors) {
    static Outcome of(List<Mat> frames) {
      Random random = new Random(SEED);
      int assessed = 0;
      int turns = 0;
      List<Double> errors = new ArrayList<>();
      for (Mat frame : frames) {
        Measure before = tilt(RealFrames.turned(frame, 0));
        assessed += before.assessed() ? 1 : 0;
        for (int i = 0; i < TURNS; i++) {
          double degrees = random.nextDouble() * 60 - 30;
          Measure after = tilt(RealFrames.turned(frame, degrees));
          turns++;
          if (before.assessed() && after.assessed()) {
            errors.add(Math.abs(after.orThrow() - before.orThrow() - degrees));
          }
        }
        frame.close();
      }
      errors.sort(null);
      return new Outcome(frames.size(), assessed, turns, errors);
    }

    double quantile(double share) {
      return errors.get((int) (share * (errors.size() - 1)));
    }

    long wrong() {
      return errors.stream().filter(error -> error > 10).count();
    }

    @Override
    public String toString() {
      return "seed %d: %d of %d frames assessed; of %d turns %d had a tilt before and after; error median %.2f, 90%% %.2f, more than 10 degrees in %d"
          .formatted(
              SEED, assessed, frames, turns, errors.size(), quantile(0.5), quantile(0.9), wrong());
    }
  }

  @Test
  void followsTurnsOfFirstPersonFrames() throws Exception {
    List<Mat> frames = new ArrayList<>();
    for (Path clip : RealFrames.clips()) {
      frames.addAll(RealFrames.of(clip, 50));
    }
    holds(Outcome.of(frames), 0.4);
  }

  @Test
  void followsTurnsOfPhotographs() throws Exception {
    List<Mat> frames = new ArrayList<>();
    for (Path photo : Assets.pictures(Assets.media("photos/bsds500"))) {
      frames.add(RealFrames.decoded(Files.readAllBytes(photo)));
    }
    holds(Outcome.of(frames), 0.3);
  }

  private static void holds(Outcome outcome, double coverage) {
    System.out.println("tilt, " + outcome);
    assertThat((double) outcome.errors().size() / outcome.turns())
        .as("%s", outcome)
        .isGreaterThan(coverage);
    assertThat(outcome.quantile(0.5)).as("%s", outcome).isLessThan(1);
    assertThat((double) outcome.wrong() / outcome.errors().size())
        .as("%s", outcome)
        .isLessThan(0.03);
  }
}
