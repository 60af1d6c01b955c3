package sightline.vision.detection;

import ai.djl.MalformedModelException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.Translator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The weights of one file, loaded once a JVM and shared: each holder makes its own predictors, and the last one to close
 * frees the memory.
 */
final class OnnxModel implements AutoCloseable {
  private static final Map<Path, OnnxModel> LOADED = new HashMap<>();

  static {
    // the library reports its start to its makers otherwise
    System.setProperty("ai.djl.offline", "true");
  }

  private final Path file;
  private final ZooModel<NDList, NDList> model;
  private int holders;

  private OnnxModel(Path file, ZooModel<NDList, NDList> model) {
    this.file = file;
    this.model = model;
  }

  /**
   * @param file weights whose checksum was verified
   * @throws IllegalStateException where the runtime cannot load them
   */
  static OnnxModel share(Path file) {
    synchronized (LOADED) {
      OnnxModel shared = LOADED.computeIfAbsent(file.toAbsolutePath().normalize(), OnnxModel::load);
      shared.holders++;
      return shared;
    }
  }

  private static OnnxModel load(Path file) {
    Criteria<NDList, NDList> criteria = Criteria.builder()
        .setTypes(NDList.class, NDList.class)
        .optEngine("OnnxRuntime")
        .optModelPath(file)
        .optOption("intraOpNumThreads", "1")
        .optOption("interOpNumThreads", "1")
        .build();
    try {
      return new OnnxModel(file, criteria.loadModel());
    } catch (IOException | ModelNotFoundException | MalformedModelException failure) {
      throw new IllegalStateException(
          "%s cannot be loaded as a model".formatted(file.getFileName()), failure);
    }
  }

  <I, O> Predictor<I, O> predictor(Translator<I, O> translator) {
    return model.newPredictor(translator);
  }

  @Override
  public void close() {
    synchronized (LOADED) {
      if (--holders == 0) {
        LOADED.remove(file);
        model.close();
      }
    }
  }
}
