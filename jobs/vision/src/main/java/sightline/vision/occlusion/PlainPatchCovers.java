package sightline.vision.occlusion;

import java.util.BitSet;
import sightline.domain.quality.GridMask;
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
final class PlainPatchCovers {
  private static final int MIN_CELLS = 5;
  private static final double DARKER_THAN = 0.65;
  private static final double MIN_SOFT = 0.55;

  /** Mean step between pixels, in grey levels, below which a cell has no texture. */
  private static final double MAX_TEXTURE = 1.6;

  private static final double MAX_LUMA_STEP = 10;
  private static final double MIN_SCENE_LUMA = 40;
  private static final double MAX_PLAIN_SHARE = 0.9;

  private PlainPatchCovers() {}

  static Occlusion measure(Picture picture) {
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
    GridMask mask = Cells.mask(covered);
    return mask == null ? Occlusion.none() : Occlusion.covered(mask);
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
}
