package sightline.vision.detection;

import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import java.util.ArrayList;
import java.util.List;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.Looked;
import sightline.vision.decode.Picture;
import sightline.vision.models.InstalledModel;
import sightline.vision.models.ModelDescription;
import sightline.vision.models.Tensor;

/**
 * Hands by MediaPipe's palm model, anybody's. A detection's box is the whole hand, grown from the palm. Palms are read from a
 * low score on: what counts as a hand is for the rule that counts them to say. A wide or tall picture costs three looks, any
 * other one.
 */
public final class PalmHands implements Detector {
  private final OnnxModel model;
  private final Predictor<PalmInput, List<Palm>> predictor;
  private final String version;
  private final double maxOverlap;
  private final double size;
  private final double towardsFingers;

  /**
   * @param installed a model whose weights were verified
   */
  public PalmHands(InstalledModel installed) {
    ModelDescription description = installed.description();
    float minScore = (float) description.threshold("score");
    List<String> outputs = description.outputs().stream().map(Tensor::name).toList();
    this.maxOverlap = description.threshold("overlap");
    this.size = description.threshold("handSize");
    this.towardsFingers = description.threshold("handShift");
    this.version = description.id();
    this.model = OnnxModel.share(installed.weights());
    this.predictor =
        model.predictor(new PalmTranslator(outputs, "Identity", "Identity_1", minScore));
  }

  @Override
  public List<Detection> detect(Picture picture) {
    List<Palm> palms = new ArrayList<>();
    try {
      for (PalmInput look : PalmInput.looks(picture)) {
        predictor.predict(look).forEach(palm -> palms.add(look.inPicture(palm)));
      }
    } catch (TranslateException failure) {
      throw new DetectionFailed("the palm model failed", failure);
    }
    return Palm.suppressed(palms, maxOverlap).stream()
        .map(palm -> new Detection(picture.toStored(palm.hand(size, towardsFingers)), palm.score()))
        .toList();
  }

  @Override
  public Looked looked() {
    return Looked.WITH_MODEL;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public void close() {
    predictor.close();
    model.close();
  }
}
