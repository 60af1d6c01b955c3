package sightline.vision.detection.face;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import sightline.domain.frame.Box;
import sightline.vision.detection.Candidate;
import sightline.vision.detection.DetectionFailed;
import sightline.vision.detection.face.CloseUp.Facing;
import sightline.vision.models.InstalledModel;
import sightline.vision.models.ModelDescription;

/**
 * Asks the network again about every candidate, from close by: larger, smaller, mirrored, and brightened where it is dim
 * there. A face stays a face in all of these; a door knob or a shoe with two dark spots does not.
 */
final class SecondLook implements AutoCloseable {
  /**
   * One way of showing a square.
   *
   * @param pixels to a side, a multiple of 32
   */
  record Showing(int pixels, Facing facing) {}

  private static final List<Showing> AS_IT_IS =
      List.of(new Showing(192, Facing.MIRRORED), new Showing(128, Facing.AS_IT_IS));
  private static final List<Showing> BRIGHTENED =
      List.of(new Showing(192, Facing.AS_IT_IS), new Showing(128, Facing.MIRRORED));

  /** A look that does not confirm counts 0; what scores less than this is as good as that. */
  private static final float LEAST_SCORE = 0.02f;

  /** A box longer than this many times the picture is nonsense that no square can be cut around. */
  private static final double MOST_REACH = 2;

  private final YuNet network;
  private final Brightening brightening;
  private final double context;
  private final double sameBox;

  SecondLook(InstalledModel installed, Brightening brightening) {
    ModelDescription description = installed.description();
    this.context = description.threshold("closeContext");
    this.sameBox = description.threshold("closeOverlap");
    this.brightening = brightening;
    this.network = new YuNet(installed, LEAST_SCORE);
  }

  /**
   * @param bgr the picture in which the candidate was found
   * @return the same box with the score that all looks together give it; as it was where it is too large to be cut out
   * @throws DetectionFailed where the network fails
   */
  Candidate confirmed(Mat bgr, Candidate first) {
    if (!canBeCutOut(bgr, first.box())) {
      return first;
    }
    CloseUp close = CloseUp.around(first.box(), context);
    try (PointerScope scope = new PointerScope()) {
      Mat square = close.cut(bgr);
      List<Double> plain = scores(square, close, first.box(), AS_IT_IS);
      List<Double> bright = List.of();
      if (brightening.worthwhile(Brightening.meanLuma(square))) {
        bright = scores(brightening.of(square), close, first.box(), BRIGHTENED);
      }
      return new Candidate(first.box(), (float) combined(first.score(), plain, bright));
    }
  }

  static boolean canBeCutOut(Mat bgr, Box box) {
    return Math.max(box.width(), box.height()) <= MOST_REACH * Math.max(bgr.cols(), bgr.rows());
  }

  /**
   * The mean of the first look and the plain looks, or the mean of the brightened looks where that is more: in the dark only
   * the latter see.
   */
  static double combined(double first, List<Double> plain, List<Double> bright) {
    List<Double> looks = new ArrayList<>(plain);
    looks.add(first);
    return Math.max(mean(looks), bright.isEmpty() ? 0 : mean(bright));
  }

  private static double mean(List<Double> scores) {
    return scores.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  private List<Double> scores(Mat square, CloseUp close, Box box, List<Showing> showings) {
    List<Double> scores = new ArrayList<>();
    for (Showing showing : showings) {
      Mat shown = CloseUp.shown(square, showing.pixels(), showing.facing());
      Box wanted = close.place(box, showing.pixels(), showing.facing());
      scores.add(network.candidates(YuNetInput.of(shown, showing.pixels())).stream()
          .filter(found -> found.box().overlap(wanted) >= sameBox)
          .mapToDouble(Candidate::score)
          .max()
          .orElse(0));
    }
    return scores;
  }

  @Override
  public void close() {
    network.close();
  }
}
