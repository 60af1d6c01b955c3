package sightline.vision.detection.face;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.Looked;
import sightline.vision.decode.Picture;
import sightline.vision.detection.Candidate;
import sightline.vision.detection.Detector;
import sightline.vision.models.InstalledModel;
import sightline.vision.models.ModelDescription;

/**
 * Faces by YuNet, in two steps. First the whole picture at two sizes, and brightened where it is dark; everything from a low
 * score on is a candidate. Then a {@link SecondLook} at each: the confidence is what all looks together say, so that the
 * policy's one threshold decides what is hidden. Where a {@link FaceVerifier} is there, it has a word in that confidence. The
 * models' cards say what they find and miss.
 */
public final class YuNetFaces implements Detector {
  private final YuNet network;
  private final SecondLook secondLook;
  private final @Nullable FaceVerifier verifier;
  private final Brightening brightening;
  private final String version;
  private final int longSide;
  private final int fineLeast;
  private final int fineMost;
  private final double dark;
  private final double maxOverlap;
  private final int closeMost;
  private final double minScore;

  /**
   * Whose confidence is what the looks say, and nothing else.
   *
   * @param installed a model whose weights were verified
   */
  public YuNetFaces(InstalledModel installed) {
    this(installed, Optional.empty());
  }

  /**
   * @param installed a model whose weights were verified
   * @param secondOpinion the verifier's, likewise; empty leaves the confidence to the looks
   */
  public YuNetFaces(InstalledModel installed, Optional<InstalledModel> secondOpinion) {
    ModelDescription description = installed.description();
    this.longSide = (int) description.threshold("longSide");
    this.fineLeast = (int) description.threshold("fineLeast");
    this.fineMost = (int) description.threshold("fineMost");
    this.dark = description.threshold("dark");
    this.maxOverlap = description.threshold("overlap");
    this.closeMost = (int) description.threshold("closeMost");
    this.minScore = description.threshold("score");
    this.verifier = secondOpinion.map(FaceVerifier::new).orElse(null);
    this.version =
        verifier == null ? description.id() : description.id() + " " + verifier.version();
    this.brightening =
        new Brightening(description.threshold("litTo"), description.threshold("gainMost"));
    this.network = new YuNet(installed, (float) minScore);
    this.secondLook = new SecondLook(installed, brightening);
  }

  @Override
  public List<Detection> detect(Picture picture) {
    List<Candidate> candidates = candidates(picture.bgr());
    List<Candidate> confirmed = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      // in a crowd the least likely ones keep their first score for looks, which cost most
      Candidate seen = i < closeMost
          ? secondLook.confirmed(picture.bgr(), candidates.get(i))
          : candidates.get(i);
      confirmed.add(verified(picture.bgr(), seen));
    }
    return confirmed.stream()
        .filter(face -> face.score() >= minScore)
        .sorted(Candidate.BEST_FIRST)
        .map(face -> new Detection(picture.toStored(face.box()), face.score()))
        .toList();
  }

  private Candidate verified(Mat bgr, Candidate seen) {
    return verifier == null || !SecondLook.canBeCutOut(bgr, seen.box())
        ? seen
        : verifier.verified(bgr, seen);
  }

  /** What the looks at the whole picture propose, best first. */
  private List<Candidate> candidates(Mat bgr) {
    int fine = fineLongSide(Math.max(bgr.cols(), bgr.rows()), fineLeast, fineMost);
    List<Candidate> all = new ArrayList<>(look(bgr, longSide));
    all.addAll(look(bgr, fine));
    if (Brightening.meanLuma(bgr) < dark) {
      try (Mat bright = brightening.of(bgr)) {
        all.addAll(look(bright, longSide));
        all.addAll(look(bright, fine));
      }
    }
    return Candidate.suppressed(all, maxOverlap);
  }

  /** Twice the picture's size, within bounds: small faces need the pixels, large pictures would cost too much. */
  static int fineLongSide(int pictureLongSide, int least, int most) {
    return Math.max(least, Math.min(most, 2 * pictureLongSide));
  }

  private List<Candidate> look(Mat bgr, int size) {
    try (PointerScope scope = new PointerScope()) {
      YuNetInput input = YuNetInput.of(bgr, size);
      return network.candidates(input).stream()
          .map(face -> new Candidate(face.box().unscaled(input.scale()), face.score()))
          .toList();
    }
  }

  @Override
  public Looked looked() {
    return Looked.WITH_MODEL;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public void close() {
    if (verifier != null) {
      verifier.close();
    }
    secondLook.close();
    network.close();
  }
}
