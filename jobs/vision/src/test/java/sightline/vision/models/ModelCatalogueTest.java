package sightline.vision.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.vision.Assets;

class ModelCatalogueTest {
  private static final String URL = "https://example.org/a.onnx";

  @TempDir
  Path root;

  @Test
  void readsEveryDescription() {
    ModelFolder.describe(root, "one", "1", URL);
    ModelFolder.describe(root, "two", "3", URL);
    assertThat(ModelCatalogue.read(root).models())
        .extracting(model -> model.description().id())
        .containsExactly("face/one-1", "face/two-3");
  }

  @Test
  void readsTheProjectsOwnDescriptions() {
    Path models = Assets.described("face/yunet-n-2").resolve("../../..").normalize();
    ModelDescription faces = described(models, "face/yunet-n-2");
    assertThat(faces.outputs()).hasSize(12);
    assertThat(faces.origin())
        .isInstanceOfSatisfying(
            WeightsOrigin.Published.class,
            published -> assertThat(published.url().getPath()).contains(published.commit()));
    assertThat(described(models, "occlusion/lens-1").origin())
        .isEqualTo(new WeightsOrigin.OwnRecipe("recipe"));
  }

  private static ModelDescription described(Path root, String id) {
    return ModelCatalogue.read(root).models().stream()
        .map(InstalledModel::description)
        .filter(description -> description.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void findsTheProjectsOwnWeightsWithoutFetching() {
    Path models = Assets.described("occlusion/lens-1").resolve("../../..").normalize();
    assertThat(new ModelStore(ModelCatalogue.read(models)).verified("occlusion"))
        .isPresent();
  }

  @Test
  void missesTheProjectsOwnWeights() {
    ModelFolder.write(root, "occlusion/own-1", ModelFolder.ownRecipe("own"));
    assertThatThrownBy(() -> ModelCatalogue.read(root))
        .isInstanceOf(ModelCatalogueInvalid.class)
        .hasMessageContaining("occlusion/own-1/model.json: model.onnx is part of the project");
  }

  @Test
  void namesEveryProblemAtOnce() {
    ModelFolder.write(
        root, "face/bad-1", "{\"task\": \"hand\", \"sha256\": \"xyz\", \"url\": \"ftp://x/y\"}");
    ModelFolder.write(root, "face/worse-1", "{ no json");
    ModelFolder.describe(root, "plain", "1", "http://example.org/a.onnx");
    assertThatThrownBy(() -> ModelCatalogue.read(root))
        .isInstanceOf(ModelCatalogueInvalid.class)
        .hasMessageContainingAll(
            "face/bad-1/model.json: sha256",
            "face/bad-1/model.json: bytes",
            "face/bad-1/model.json: url must be https",
            "belongs in another folder",
            "face/worse-1/model.json: no JSON",
            "face/plain-1/model.json: url must be https");
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    assertThatThrownBy(() -> ModelCatalogue.read(root.resolve("nowhere")))
        .isInstanceOf(ModelCatalogueInvalid.class);
  }

  @Test
  void leavesNoWayOutOfTheFolder() {
    ModelFolder.describe(root, "sly", "1", URL);
    Path file = root.resolve("face/sly-1/model.json");
    try {
      String json = Files.readString(file);
      Files.writeString(file, json.replace("\"model.onnx\"", "\"../model.onnx\""));
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
    assertThatThrownBy(() -> ModelCatalogue.read(root)).hasMessageContaining("file must match");
  }

  @Test
  void givesTheNewestModelWhoseWeightsAreThere() throws IOException {
    Files.write(
        ModelFolder.describe(root, "old", "9", URL).resolve("model.onnx"), ModelFolder.WEIGHTS);
    Files.write(
        ModelFolder.describe(root, "new", "10", URL).resolve("model.onnx"), ModelFolder.WEIGHTS);
    ModelFolder.describe(root, "absent", "11", URL);
    ModelStore store = new ModelStore(ModelCatalogue.read(root));
    assertThat(store.verified("face"))
        .hasValueSatisfying(model -> assertThat(model.description().id()).isEqualTo("face/new-10"));
    assertThat(store.verified("hand")).isEmpty();
  }

  @Test
  void stopsAtWeightsThatAreNotTheOnesDescribed() throws IOException {
    byte[] others = ModelFolder.WEIGHTS.clone();
    others[3]++;
    Files.write(ModelFolder.describe(root, "one", "1", URL).resolve("model.onnx"), others);
    ModelStore store = new ModelStore(ModelCatalogue.read(root));
    assertThatThrownBy(() -> store.verified("face"))
        .isInstanceOf(ModelCorrupt.class)
        .hasMessageContaining("face/one-1");
  }
}
