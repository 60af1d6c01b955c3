package sightline.vision.detection.face;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.jspecify.annotations.Nullable;
import sightline.domain.frame.Box;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.Looked;
import sightline.vision.decode.Picture;
import sightline.vision.detection.Candidate;
import sightline.vision.detection.Detector;
import sightline.vision.detection.face.CloseUp.Facing;
import sightline.vision.models.InstalledModel;
import sightline.vision.models.ModelDescription;

/**
 * Faces as {@link YuNetFaces} sees them, with no regard to the time it takes: the whole picture at more sizes, its quarters enlarged, all of
 * them mirrored too and brightened where it is dim. It is for looking again at a few frames that went out, not for every frame: it finds
 * some of what the quick look misses, and far more that is no face.
 */
public final class ThoroughFaces implements Detector {
  private static final int[] WHOLE = {640, 960, 1280, 1920};
  private static final int QUARTER = 1280;
  /** Share of the picture's side that a quarter takes, so that what lies between two lies wholly in one. */
  private static final double QUARTER_SHARE = 0.625;
  /** Lower than for the quick look: what is faint in one showing is clearer in another. */
  private static final float LEAST_SCORE = 0.1f;
  /** Mean luma from which a picture is bright enough as it is. */
  private static final double DIM = 0.40;

  private final YuNet network;
  private final SecondLook secondLook;
  private final @Nullable FaceVerifier verifier;
  private final Brightening brightening;
  private final String version;
  private final double maxOverlap;
  private final int closeMost;

  /**
   * @param installed a model whose weights were verified
   * @param secondOpinion the verifier's, likewise; empty leaves the confidence to the looks
   */
  public ThoroughFaces(InstalledModel installed, Optional<InstalledModel> secondOpinion) {
    ModelDescription description = installed.description();
    this.maxOverlap = description.threshold("overlap");
    this.closeMost = 4 * (int) description.threshold("closeMost");
    this.brightening =
        new Brightening(description.threshold("litTo"), description.threshold("gainMost"));
    this.network = new YuNet(installed, LEAST_SCORE);
    this.secondLook = new SecondLook(installed, brightening);
    this.verifier = secondOpinion.map(FaceVerifier::new).orElse(null);
    this.version = version(installed, secondOpinion);
  }

  /** What a pass made of these would call itself. */
  public static String version(InstalledModel installed, Optional<InstalledModel> secondOpinion) {
    String face = installed.description().id();
    return secondOpinion.map(opinion -> face + " " + opinion.description().id()).orElse(face);
  }

  @Override
  public List<Detection> detect(Picture picture) {
    Mat bgr = picture.bgr();
    List<Candidate> candidates = candidates(bgr);
    List<Candidate> judged = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      judged.add(i < closeMost ? judged(bgr, candidates.get(i)) : candidates.get(i));
    }
    return judged.stream()
        .sorted(Candidate.BEST_FIRST)
        .map(face -> new Detection(picture.toStored(face.box()), face.score()))
        .toList();
  }

  private Candidate judged(Mat bgr, Candidate first) {
    Candidate seen = secondLook.confirmed(bgr, first);
    return verifier == null || !SecondLook.canBeCutOut(bgr, seen.box())
        ? seen
        : verifier.verified(bgr, seen);
  }

  private List<Candidate> candidates(Mat bgr) {
    List<Candidate> all = new ArrayList<>(shown(bgr));
    if (Brightening.meanLuma(bgr) < DIM) {
      try (Mat bright = brightening.of(bgr)) {
        all.addAll(shown(bright));
      }
    }
    return Candidate.suppressed(all, maxOverlap);
  }

  private List<Candidate> shown(Mat bgr) {
    List<Candidate> all = new ArrayList<>();
    Rect whole = new Rect(0, 0, bgr.cols(), bgr.rows());
    for (Facing facing : Facing.values()) {
      for (int size : WHOLE) {
        look(bgr, whole, size, facing, all);
      }
      for (Rect quarter : quarters(bgr.cols(), bgr.rows())) {
        look(bgr, quarter, QUARTER, facing, all);
      }
    }
    return all;
  }

  private static List<Rect> quarters(int width, int height) {
    int across = (int) Math.ceil(width * QUARTER_SHARE);
    int down = (int) Math.ceil(height * QUARTER_SHARE);
    return List.of(
        new Rect(0, 0, across, down),
        new Rect(width - across, 0, across, down),
        new Rect(0, height - down, across, down),
        new Rect(width - across, height - down, across, down));
  }

  private void look(Mat bgr, Rect part, int size, Facing facing, List<Candidate> into) {
    try (PointerScope scope = new PointerScope()) {
      Mat shown = new Mat(bgr, part);
      if (facing == Facing.MIRRORED) {
        Mat mirrored = new Mat();
        opencv_core.flip(shown, mirrored, 1);
        shown = mirrored;
      }
      YuNetInput input = YuNetInput.of(shown, size);
      for (Candidate face : network.candidates(input)) {
        Box there = face.box().unscaled(input.scale());
        float left = facing == Facing.MIRRORED ? part.width() - there.right() : there.left();
        into.add(new Candidate(
            new Box(part.x() + left, part.y() + there.top(), there.width(), there.height()),
            face.score()));
      }
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
