package sightline.vision.occlusion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import java.nio.FloatBuffer;
import sightline.vision.detection.DetectionFailed;

/** Between pixels and the lens net; gives its planes one after the other, the lens first. */
final class CoverTranslator implements NoBatchifyTranslator<CoverInput, float[]> {
  @Override
  public NDList processInput(TranslatorContext context, CoverInput input) {
    Shape shape = new Shape(1, 3, CoverInput.HEIGHT, CoverInput.WIDTH);
    NDArray planes =
        context.getNDManager().create(FloatBuffer.wrap(input.planes()), shape, DataType.FLOAT32);
    return new NDList(planes);
  }

  @Override
  public float[] processOutput(TranslatorContext context, NDList answer) {
    float[] cells = answer.get(0).toFloatArray();
    if (cells.length != 2 * CoverNet.COLUMNS * CoverNet.ROWS) {
      throw new DetectionFailed("the lens model answered with %s cells".formatted(cells.length));
    }
    return cells;
  }
}
