package sightline.vision.models;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/** Gives out models whose weights are there and are the ones described. */
public final class ModelStore {
  private final ModelCatalogue catalogue;

  public ModelStore(ModelCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * @param modelsRoot the folder of model descriptions
   * @throws ModelCatalogueInvalid where the descriptions are wrong, or the project's own weights missing
   */
  public static ModelStore under(Path modelsRoot) {
    return new ModelStore(ModelCatalogue.read(modelsRoot));
  }

  /**
   * The newest model for a task among those whose weights are there.
   *
   * @return empty where none has its weights
   * @throws ModelCorrupt where its weights are other ones: stopping is better than looking with unknown eyes
   */
  public Optional<InstalledModel> verified(String task) {
    Optional<InstalledModel> newest = catalogue.models().stream()
        .filter(model -> model.description().task().equals(task) && model.hasWeights())
        .max(Comparator.comparing(
                (InstalledModel model) -> model.description().version(), ModelStore::byNumber)
            .thenComparing(model -> model.description().name()));
    newest.ifPresent(model -> Checksum.require(
        model.description(), model.weights(), "in " + model.weights().getFileName()));
    return newest;
  }

  /** 10 comes after 9; what is no number comes by its letters. */
  private static int byNumber(String one, String other) {
    boolean numbers = one.matches("\\d{1,9}") && other.matches("\\d{1,9}");
    return numbers
        ? Integer.compare(Integer.parseInt(one), Integer.parseInt(other))
        : one.compareTo(other);
  }
}
