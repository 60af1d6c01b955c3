package sightline.vision.detection.face;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sightline.vision.detection.Candidate;
import sightline.vision.detection.DetectionFailed;

/** Between pixels and the tensors of YuNet; gives candidates in pixels of the input, before suppression. */
final class YuNetTranslator implements NoBatchifyTranslator<YuNetInput, List<Candidate>> {
  private static final int[] STRIDES = {8, 16, 32};

  private final List<String> outputs;
  private final float minScore;
  private int width;
  private int height;

  /**
   * @param outputs names of the model's outputs in its own order
   */
  YuNetTranslator(List<String> outputs, float minScore) {
    this.outputs = outputs;
    this.minScore = minScore;
  }

  @Override
  public NDList processInput(TranslatorContext context, YuNetInput input) {
    width = input.width();
    height = input.height();
    Shape shape = new Shape(1, 3, input.height(), input.width());
    NDArray planes =
        context.getNDManager().create(FloatBuffer.wrap(input.planes()), shape, DataType.FLOAT32);
    return new NDList(planes);
  }

  @Override
  public List<Candidate> processOutput(TranslatorContext context, NDList answer) {
    if (answer.size() != outputs.size()) {
      throw new DetectionFailed("the face model answered with %s tensors instead of %s"
          .formatted(answer.size(), outputs.size()));
    }
    Map<String, float[]> numbers = new HashMap<>();
    for (int i = 0; i < answer.size(); i++) {
      numbers.put(outputs.get(i), answer.get(i).toFloatArray());
    }
    List<Candidate> candidates = new ArrayList<>();
    for (int stride : STRIDES) {
      head(numbers, stride).collect(minScore, candidates);
    }
    return candidates;
  }

  private YuNetHead head(Map<String, float[]> numbers, int stride) {
    return new YuNetHead(
        stride,
        width / stride,
        height / stride,
        tensor(numbers, "cls_" + stride),
        tensor(numbers, "obj_" + stride),
        tensor(numbers, "bbox_" + stride));
  }

  private static float[] tensor(Map<String, float[]> numbers, String name) {
    float[] tensor = numbers.get(name);
    if (tensor == null) {
      throw new DetectionFailed("the face model has no output " + name);
    }
    return tensor;
  }
}
