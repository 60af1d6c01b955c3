package sightline.vision.occlusion;

import java.util.Arrays;
import sightline.domain.quality.GridMask;
import sightline.domain.quality.Occlusion;
import sightline.domain.quality.Unassessed;
import sightline.vision.decode.Picture;
import sightline.vision.detection.Network;
import sightline.vision.models.InstalledModel;
import sightline.vision.models.ModelDescription;

/** Covers by the project's own net: a likelihood for each of {@value #COLUMNS} x {@value #ROWS} cells. */
final class CoverNet implements AutoCloseable {
  static final int COLUMNS = 16;
  static final int ROWS = 9;
  private static final int LIKELIEST = 4;

  private final Network<CoverInput, float[]> network;
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
    this.cell = description.threshold("cell");
    this.sure = description.threshold("sure");
    this.leastSure = (int) description.threshold("leastSure");
    this.leastLight = description.threshold("leastLight");
    this.leastTextured = (int) description.threshold("leastTextured");
    this.network = new Network<>(installed, new CoverTranslator());
  }

  Covers measure(Picture picture) {
    CoverInput input = CoverInput.of(picture);
    if (input.light() < leastLight) {
      return Covers.unassessed(Unassessed.TOO_DARK);
    }
    if (input.texturedCells() < leastTextured) {
      return Covers.unassessed(Unassessed.NOTHING_TO_MEASURE);
    }
    float[] planes = likelihoods(input);
    return new Covers(occlusion(planes, 0), occlusion(planes, ROWS * COLUMNS));
  }

  /** Few cells that are sure raise the alarm; how far it reaches is for the likely ones to say. */
  private Occlusion occlusion(float[] planes, int from) {
    float[] plane = Arrays.copyOfRange(planes, from, from + ROWS * COLUMNS);
    Occlusion found =
        above(sure, plane) < leastSure ? Occlusion.none() : Occlusion.covered(mask(plane));
    return found.certain(mostLikely(plane));
  }

  /** Mean of the likeliest cells. */
  private static double mostLikely(float[] plane) {
    float[] sorted = plane.clone();
    Arrays.sort(sorted);
    double sum = 0;
    for (int i = sorted.length - LIKELIEST; i < sorted.length; i++) {
      sum += sorted[i];
    }
    return sum / LIKELIEST;
  }

  private static int above(double bound, float[] plane) {
    int cells = 0;
    for (float likelihood : plane) {
      cells += likelihood > bound ? 1 : 0;
    }
    return cells;
  }

  private float[] likelihoods(CoverInput input) {
    return network.answer(input);
  }

  private GridMask mask(float[] likelihoods) {
    boolean[][] covered = new boolean[ROWS][COLUMNS];
    for (int i = 0; i < ROWS * COLUMNS; i++) {
      covered[i / COLUMNS][i % COLUMNS] = likelihoods[i] > cell;
    }
    return GridMask.of(covered);
  }

  String version() {
    return network.version();
  }

  @Override
  public void close() {
    network.close();
  }
}
