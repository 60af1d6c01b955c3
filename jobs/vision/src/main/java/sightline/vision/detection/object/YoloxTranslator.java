package sightline.vision.detection.object;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import java.nio.FloatBuffer;
import sightline.vision.detection.DetectionFailed;

/** Between pixels and the tensors of YOLOX. */
final class YoloxTranslator implements NoBatchifyTranslator<YoloxInput, YoloxHead> {
  private final int side;

  /**
   * @param side pixels of the square input
   */
  YoloxTranslator(int side) {
    this.side = side;
  }

  @Override
  public NDList processInput(TranslatorContext context, YoloxInput input) {
    Shape shape = new Shape(1, 3, side, side);
    return new NDList(
        context.getNDManager().create(FloatBuffer.wrap(input.planes()), shape, DataType.FLOAT32));
  }

  @Override
  public YoloxHead processOutput(TranslatorContext context, NDList answer) {
    if (answer.size() != 1) {
      throw new DetectionFailed(
          "the object model answered with %s tensors instead of one".formatted(answer.size()));
    }
    return new YoloxHead(side, answer.get(0).toFloatArray());
  }
}
