package sightline.vision.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every model described under a folder, as {@code <task>/<name>-<version>/model.json}, in the order of their paths. */
public record ModelCatalogue(List<InstalledModel> models) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public ModelCatalogue {
    models = List.copyOf(models);
  }

  /**
   * @throws ModelCatalogueInvalid with every problem, where the folder is missing or any description is wrong
   */
  public static ModelCatalogue read(Path root) {
    if (!Files.isDirectory(root)) {
      throw new ModelCatalogueInvalid(List.of("%s is no folder".formatted(root)));
    }
    List<String> problems = new ArrayList<>();
    List<InstalledModel> models = new ArrayList<>();
    for (Path file : descriptions(root)) {
      String where = root.relativize(file).toString().replace('\\', '/');
      try {
        models.add(installed(root, where, problems));
      } catch (JsonProcessingException unreadable) {
        problems.add("%s: no JSON (%s)".formatted(where, unreadable.getOriginalMessage()));
      } catch (IOException unreadable) {
        throw new UncheckedIOException("%s cannot be read".formatted(where), unreadable);
      }
    }
    if (!problems.isEmpty()) {
      throw new ModelCatalogueInvalid(problems);
    }
    return new ModelCatalogue(models);
  }

  private static List<Path> descriptions(Path root) {
    try (Stream<Path> files = Files.walk(root, 3)) {
      return files
          .filter(file -> file.endsWith("model.json") && root.relativize(file).getNameCount() == 3)
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("%s cannot be listed".formatted(root), unreadable);
    }
  }

  private static InstalledModel installed(Path root, String where, List<String> problems)
      throws IOException {
    ModelDescription description = new DescriptionReader(where, problems)
        .read(JSON.readTree(root.resolve(where).toFile()));
    if (!where.equals(description.id() + "/model.json")) {
      problems.add(
          "%s: describes %s, which belongs in another folder".formatted(where, description.id()));
    }
    InstalledModel model = new InstalledModel(description, root.resolve(description.id()));
    if (description.origin() instanceof WeightsOrigin.OwnRecipe && !model.hasWeights()) {
      problems.add("%s: %s is part of the project and is not there: check it out again"
          .formatted(where, description.file()));
    }
    return model;
  }
}
