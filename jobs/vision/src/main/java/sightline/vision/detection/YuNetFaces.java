package sightline.vision.detection;

import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import java.util.List;
import sightline.domain.frame.Box;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.Looked;
import sightline.vision.decode.Picture;
import sightline.vision.models.InstalledModel;
import sightline.vision.models.ModelDescription;
import sightline.vision.models.Tensor;

/**
 * Faces by YuNet. Boxes are read from a low score on, so that the policy decides what is hidden; the model's card says what
 * it finds and misses.
 */
public final class YuNetFaces implements Detector {
  private final OnnxModel model;
  private final Predictor<YuNetInput, List<Candidate>> predictor;
  private final String version;
  private final int longSide;
  private final double maxOverlap;

  /**
   * @param installed a model whose weights were verified
   */
  public YuNetFaces(InstalledModel installed) {
    this(installed, (int) installed.description().threshold("longSide"));
  }

  YuNetFaces(InstalledModel installed, int longSide) {
    ModelDescription description = installed.description();
    float minScore = (float) description.threshold("score");
    List<String> outputs = description.outputs().stream().map(Tensor::name).toList();
    this.longSide = longSide;
    this.maxOverlap = description.threshold("overlap");
    this.version = description.id();
    this.model = OnnxModel.share(installed.weights());
    this.predictor = model.predictor(new YuNetTranslator(outputs, minScore));
  }

  @Override
  public List<Detection> detect(Picture picture) {
    YuNetInput input = YuNetInput.of(picture, longSide);
    try {
      List<Candidate> candidates = predictor.predict(input);
      return Candidate.suppressed(candidates, maxOverlap).stream()
          .map(face ->
              new Detection(picture.toStored(unscaled(face.box(), input.scale())), face.score()))
          .toList();
    } catch (TranslateException failure) {
      throw new DetectionFailed("the face model failed", failure);
    }
  }

  private static Box unscaled(Box box, double scale) {
    return new Box(
        (float) (box.left() / scale),
        (float) (box.top() / scale),
        (float) (box.width() / scale),
        (float) (box.height() / scale));
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
