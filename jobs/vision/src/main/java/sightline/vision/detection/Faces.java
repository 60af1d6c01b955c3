package sightline.vision.detection;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightline.vision.models.ModelCatalogue;
import sightline.vision.models.ModelStore;

/** Chooses who looks for faces: the model where its weights are there, else the stand-in, else nobody. */
public final class Faces {
  private static final Logger LOG = LoggerFactory.getLogger(Faces.class);
  private static final String TASK = "face";
  private static final String SECOND_OPINION = "verification";

  private Faces() {}

  /**
   * @param modelsRoot the folder of model descriptions
   * @throws sightline.vision.models.ModelCatalogueInvalid where the descriptions are wrong
   * @throws sightline.vision.models.ModelCorrupt where weights are not the ones described
   */
  public static Detector under(Path modelsRoot) {
    ModelStore store = new ModelStore(ModelCatalogue.read(modelsRoot));
    return store
        .verified(TASK)
        .<Detector>map(model -> new YuNetFaces(model, store.verified(SECOND_OPINION)))
        .orElseGet(Faces::standIn);
  }

  private static Detector standIn() {
    try {
      return new HaarFaces();
    } catch (RuntimeException | UnsatisfiedLinkError missing) {
      LOG.warn(
          "neither a face model nor the stand-in can look; every frame will be withheld", missing);
      return new NoDetector();
    }
  }
}
