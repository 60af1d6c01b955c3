package sightline.vision.detection.face;

import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import java.util.List;
import sightline.vision.detection.Candidate;
import sightline.vision.detection.DetectionFailed;
import sightline.vision.detection.OnnxModel;
import sightline.vision.models.InstalledModel;
import sightline.vision.models.Tensor;

/** The network itself: what it sees in one input, in pixels of that input, before suppression. */
final class YuNet implements AutoCloseable {
  private final OnnxModel model;
  private final Predictor<YuNetInput, List<Candidate>> predictor;

  /**
   * @param minScore what scores less is not told, 0 to 1
   */
  YuNet(InstalledModel installed, float minScore) {
    List<String> outputs =
        installed.description().outputs().stream().map(Tensor::name).toList();
    this.model = OnnxModel.share(installed.weights());
    this.predictor = model.predictor(new YuNetTranslator(outputs, minScore));
  }

  /**
   * @throws DetectionFailed where the network fails or answers nonsense
   */
  List<Candidate> candidates(YuNetInput input) {
    try {
      return predictor.predict(input);
    } catch (TranslateException failure) {
      throw new DetectionFailed("the face model failed", failure);
    }
  }

  @Override
  public void close() {
    predictor.close();
    model.close();
  }
}
