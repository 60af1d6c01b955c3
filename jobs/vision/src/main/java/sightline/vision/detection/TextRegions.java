package sightline.vision.detection;

import java.nio.file.Path;
import sightline.vision.models.ModelCatalogue;
import sightline.vision.models.ModelStore;

/** Chooses who looks for text: the model where its weights are there, else nobody. */
public final class TextRegions {
  private static final String TASK = "text";

  private TextRegions() {}

  /**
   * @param modelsRoot the folder of model descriptions
   * @throws sightline.vision.models.ModelCatalogueInvalid where the descriptions are wrong
   * @throws sightline.vision.models.ModelCorrupt where weights are not the ones described
   */
  public static Detector under(Path modelsRoot) {
    return new ModelStore(ModelCatalogue.read(modelsRoot))
        .verified(TASK)
        .<Detector>map(DbText::new)
        .orElseGet(NoDetector::new);
  }
}
