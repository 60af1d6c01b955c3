package sightline.vision.detection.hand;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import java.nio.FloatBuffer;
import java.util.List;
import sightline.vision.detection.DetectionFailed;

/** Between pixels and the tensors of the palm model; gives palms in pixels of the input, before suppression. */
final class PalmTranslator implements NoBatchifyTranslator<float[], List<Palm>> {
  private static final Shape SHAPE = new Shape(1, PalmAnchors.SIDE, PalmAnchors.SIDE, 3);

  private final int boxes;
  private final int scores;
  private final int outputs;
  private final float minScore;

  /**
   * @param outputs names of the model's outputs in its own order
   * @param boxes name of the one that holds boxes and points
   * @param scores name of the one that holds logits
   */
  PalmTranslator(List<String> outputs, String boxes, String scores, float minScore) {
    this.outputs = outputs.size();
    this.boxes = outputs.indexOf(boxes);
    this.scores = outputs.indexOf(scores);
    this.minScore = minScore;
    if (this.boxes < 0 || this.scores < 0) {
      throw new IllegalArgumentException(
          "the palm model has outputs %s and %s, got %s".formatted(boxes, scores, outputs));
    }
  }

  @Override
  public NDList processInput(TranslatorContext context, float[] square) {
    NDArray pixels =
        context.getNDManager().create(FloatBuffer.wrap(square), SHAPE, DataType.FLOAT32);
    return new NDList(pixels);
  }

  @Override
  public List<Palm> processOutput(TranslatorContext context, NDList answer) {
    if (answer.size() != outputs) {
      throw new DetectionFailed("the palm model answered with %s tensors instead of %s"
          .formatted(answer.size(), outputs));
    }
    return PalmAnchors.read(
        answer.get(boxes).toFloatArray(), answer.get(scores).toFloatArray(), minScore);
  }
}
