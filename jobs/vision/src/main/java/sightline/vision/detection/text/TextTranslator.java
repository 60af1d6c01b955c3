package sightline.vision.detection.text;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import java.nio.FloatBuffer;
import sightline.vision.detection.DetectionFailed;

/** Between pixels and the tensors of the text model; gives its map of the part that shows the picture. */
final class TextTranslator implements NoBatchifyTranslator<TextInput, TextMap> {
  private int width;
  private int height;
  private int across;
  private int down;

  @Override
  public NDList processInput(TranslatorContext context, TextInput input) {
    width = input.width();
    height = input.height();
    across = input.across();
    down = input.down();
    Shape shape = new Shape(1, 3, height, width);
    NDArray planes =
        context.getNDManager().create(FloatBuffer.wrap(input.planes()), shape, DataType.FLOAT32);
    return new NDList(planes);
  }

  @Override
  public TextMap processOutput(TranslatorContext context, NDList answer) {
    if (answer.size() != 1) {
      throw new DetectionFailed(
          "the text model answered with %s tensors instead of 1".formatted(answer.size()));
    }
    return TextMap.cut(answer.get(0).toFloatArray(), width, height, across, down);
  }
}
