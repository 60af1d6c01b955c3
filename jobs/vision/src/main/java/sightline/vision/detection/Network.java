package sightline.vision.detection;

import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import ai.djl.translate.Translator;
import sightline.vision.models.InstalledModel;

/**
 * An installed model that answers, for one thread: its weights are shared, its predictor is not.
 *
 * @param <I> what it is shown
 * @param <O> what it answers
 */
public final class Network<I, O> implements AutoCloseable {
  private final OnnxModel model;
  private final Predictor<I, O> predictor;
  private final String version;

  /**
   * @param installed a model whose weights were verified
   * @throws IllegalStateException where the runtime cannot load them
   */
  public Network(InstalledModel installed, Translator<I, O> translator) {
    this.version = installed.description().id();
    this.model = OnnxModel.share(installed.weights());
    this.predictor = model.predictor(translator);
  }

  /**
   * @throws DetectionFailed where the network fails or answers nonsense
   */
  public O answer(I input) {
    try {
      return predictor.predict(input);
    } catch (TranslateException failure) {
      throw new DetectionFailed(version + " failed", failure);
    }
  }

  /** Task, name and version, as in face/yunet-n-2. */
  public String version() {
    return version;
  }

  @Override
  public void close() {
    predictor.close();
    model.close();
  }
}
