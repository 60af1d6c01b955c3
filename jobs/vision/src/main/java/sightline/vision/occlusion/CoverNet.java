package sightline.vision.occlusion;

import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import sightline.domain.quality.GridMask;
import sightline.domain.quality.Occlusion;
import sightline.domain.quality.Unassessed;
import sightline.vision.decode.Picture;
import sightline.vision.detection.DetectionFailed;
import sightline.vision.detection.OnnxModel;
import sightline.vision.models.InstalledModel;
import sightline.vision.models.ModelDescription;

/** Covers by the project's own net: a likelihood for each of {@value #COLUMNS} x {@value #ROWS} cells. */
final class CoverNet implements AutoCloseable {
  static final int COLUMNS = 16;
  static final int ROWS = 9;

  private final OnnxModel model;
  private final Predictor<CoverInput, float[]> predictor;
  private final String version;
  private final double cell;
  private final double sure;
  private final int leastSure;
  private final double leastLight;
  private final int leastTextured;

  /**
   * @param installed a model whose weights were verified
   */
  CoverNet(InstalledModel installed) {
    ModelDescription description = installed.description();
    this.version = description.id();
    this.cell = description.threshold("cell");
    this.sure = description.threshold("sure");
    this.leastSure = (int) description.threshold("leastSure");
    this.leastLight = description.threshold("leastLight");
    this.leastTextured = (int) description.threshold("leastTextured");
    this.model = OnnxModel.share(installed.weights());
    this.predictor = model.predictor(new CoverTranslator());
  }

  Occlusion measure(Picture picture) {
    CoverInput input = CoverInput.of(picture);
    if (input.light() < leastLight) {
      return Occlusion.unassessed(Unassessed.TOO_DARK);
    }
    if (input.texturedCells() < leastTextured) {
      return Occlusion.unassessed(Unassessed.NOTHING_TO_MEASURE);
    }
    float[] likelihoods = likelihoods(input);
    // few cells that are sure raise the alarm; how far it reaches is for the likely ones to say
    return above(sure, likelihoods) < leastSure
        ? Occlusion.none()
        : Occlusion.covered(mask(likelihoods));
  }

  private static int above(double bound, float[] likelihoods) {
    int cells = 0;
    for (int i = 0; i < ROWS * COLUMNS; i++) {
      cells += likelihoods[i] > bound ? 1 : 0;
    }
    return cells;
  }

  private float[] likelihoods(CoverInput input) {
    try {
      return predictor.predict(input);
    } catch (TranslateException failure) {
      throw new DetectionFailed("the lens model failed", failure);
    }
  }

  private GridMask mask(float[] likelihoods) {
    boolean[][] covered = new boolean[ROWS][COLUMNS];
    for (int i = 0; i < ROWS * COLUMNS; i++) {
      covered[i / COLUMNS][i % COLUMNS] = likelihoods[i] > cell;
    }
    return GridMask.of(covered);
  }

  String version() {
    return version;
  }

  @Override
  public void close() {
    predictor.close();
    model.close();
  }
}
