package sightline.vision.occlusion;

import org.jspecify.annotations.Nullable;
import sightline.domain.quality.Occlusion;
import sightline.domain.quality.Unassessed;
import sightline.vision.decode.Picture;
import sightline.vision.models.InstalledModel;
import sightline.vision.models.ModelStore;

/**
 * How much of the lens something covers: a finger, strap, tape, dirt, condensation, cloth or hair, on the lens or right before
 * it. The mask is of the upright picture. The project's own net judges where its description lies under the models, else a
 * classical form ({@link PlainPatchCovers}) that misses most covers that are hardly darker than the scene.
 *
 * <p>Not assessed is what is too dark to tell a cover from the night, and what is plain all over, which may be a covered lens
 * or a wall. One instance a subtask; not for several threads.
 */
public final class LensOcclusionMeter implements AutoCloseable {
  private final @Nullable CoverNet net;

  /** Without a model. */
  public LensOcclusionMeter() {
    this.net = null;
  }

  /**
   * @param installed a model whose weights were verified
   */
  public LensOcclusionMeter(InstalledModel installed) {
    this.net = new CoverNet(installed);
  }

  /**
   * With the model where it is there, else without.
   *
   * @throws sightline.vision.models.ModelCorrupt where weights are not the ones described
   */
  public static LensOcclusionMeter open(ModelStore models) {
    return models
        .verified("occlusion")
        .map(LensOcclusionMeter::new)
        .orElseGet(LensOcclusionMeter::new);
  }

  /** What lies on the lens. */
  public Occlusion measure(Picture picture) {
    return covers(picture).lens();
  }

  /** What lies on the lens, and what is parked before the workspace; the latter needs the model. */
  public Covers covers(Picture picture) {
    return net == null
        ? new Covers(
            PlainPatchCovers.measure(picture), Occlusion.unassessed(Unassessed.MODEL_MISSING))
        : net.measure(picture);
  }

  /** The model behind it, such as occlusion/lens-1, or "none". */
  public String version() {
    return net == null ? "none" : net.version();
  }

  @Override
  public void close() {
    if (net != null) {
      net.close();
    }
  }
}
