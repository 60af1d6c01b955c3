package sightline.vision.occlusion;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import sightline.domain.quality.Edge;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Occlusion;
import sightline.domain.quality.Unassessed;
import sightline.vision.decode.Picture;

/**
 * How much of the lens something covers: a finger, a sleeve, a strap. Whatever touches the lens is far out of focus, so it
 * shows as a dark patch without texture that reaches in from the picture's border and fades into the scene; a wall or a dark
 * cupboard ends in an edge instead.
 *
 * <p>In a luma picture of 16 x 12 cells, patches are grown from cells without texture and of like luma. A patch counts where
 * it touches the border, has at least {@value #MIN_CELLS} cells, is darker than {@value #DARKER_THAN} of the median cell
 * outside it, and where at least {@value #MIN_SOFT} of the ways out of it are soft (see {@link SoftEdge}). Cells next to it
 * that are nearer to its luma than to the scene's count too. The share is rounded to four decimals.
 *
 * <p>A first form, set on home footage without covers and on drawn covers so that it raises few false alarms: it misses many
 * covers that are hardly darker than the scene. Dark scenes look covered, so they are not assessed; nor is a picture that is
 * plain all over, which may be a covered lens or a wall.
 */
public final class LensOcclusionMeter {
  private static final int MIN_CELLS = 5;
  private static final double DARKER_THAN = 0.65;
  private static final double MIN_SOFT = 0.55;

  /** Mean step between pixels, in grey levels, below which a cell has no texture. */
  private static final double MAX_TEXTURE = 1.6;

  private static final double MAX_LUMA_STEP = 10;
  private static final double MIN_SCENE_LUMA = 40;
  private static final double MAX_PLAIN_SHARE = 0.9;
  private static final double WHOLE_FROM = 0.5;

  public Occlusion measure(Picture picture) {
    SmallPicture small = SmallPicture.of(picture);
    Patches patches = Patches.in(small, MAX_TEXTURE, MAX_LUMA_STEP);
    if (patches.medianOutside(new BitSet()) < MIN_SCENE_LUMA) {
      return Occlusion.unassessed(Unassessed.TOO_DARK);
    }
    if (patches.plainCells() > MAX_PLAIN_SHARE * Cells.COUNT) {
      return Occlusion.unassessed(Unassessed.NOTHING_TO_MEASURE);
    }
    BitSet covered = new BitSet();
    for (BitSet patch : patches.all()) {
      if (patch.cardinality() >= MIN_CELLS && Cells.touchBorder(patch)) {
        covered.or(cover(small, patches, patch));
      }
    }
    double share = (double) covered.cardinality() / Cells.COUNT;
    return new Occlusion(
        Measure.of(Math.round(share * 1e4) / 1e4), edge(covered), Cells.mask(covered));
  }

  /** The cells that this patch covers, none where it is no cover. */
  private static BitSet cover(SmallPicture small, Patches patches, BitSet patch) {
    double own = patches.meanOf(patch);
    double scene = patches.medianOutside(patch);
    boolean cover = scene >= MIN_SCENE_LUMA
        && own <= DARKER_THAN * scene
        && SoftEdge.share(small, patch, own, scene) >= MIN_SOFT;
    return cover ? patches.withFringe(patch, (own + scene) / 2) : new BitSet();
  }

  private static @Nullable Edge edge(BitSet covered) {
    if (covered.isEmpty()) {
      return null;
    }
    double[] touched = {
      touched(covered, Cells.ROWS, cell -> Cells.column(cell) == 0),
      touched(covered, Cells.ROWS, cell -> Cells.column(cell) == Cells.COLUMNS - 1),
      touched(covered, Cells.COLUMNS, cell -> Cells.row(cell) == 0),
      touched(covered, Cells.COLUMNS, cell -> Cells.row(cell) == Cells.ROWS - 1),
    };
    Edge[] edges = {Edge.LEFT, Edge.RIGHT, Edge.TOP, Edge.BOTTOM};
    int most = 0;
    double least = 1;
    for (int i = 0; i < touched.length; i++) {
      most = touched[i] > touched[most] ? i : most;
      least = Math.min(least, touched[i]);
    }
    return least > WHOLE_FROM ? Edge.WHOLE : edges[most];
  }

  /** Share of one side's cells that are covered. */
  private static double touched(BitSet covered, int cells, IntPredicate onSide) {
    return (double) covered.stream().filter(onSide).count() / cells;
  }
}
