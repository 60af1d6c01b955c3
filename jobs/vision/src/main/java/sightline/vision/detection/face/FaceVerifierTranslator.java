package sightline.vision.detection.face;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import java.nio.FloatBuffer;
import sightline.vision.detection.DetectionFailed;

/**
 * Between a square's planes of B, G and R, 0 to 255, and the one likelihood that the verifier gives.
 *
 * @param pixels to a side of the square
 */
record FaceVerifierTranslator(int pixels) implements NoBatchifyTranslator<float[], Float> {
  @Override
  public NDList processInput(TranslatorContext context, float[] planes) {
    Shape shape = new Shape(1, 3, pixels, pixels);
    NDArray square =
        context.getNDManager().create(FloatBuffer.wrap(planes), shape, DataType.FLOAT32);
    return new NDList(square);
  }

  @Override
  public Float processOutput(TranslatorContext context, NDList answer) {
    float[] likelihood = answer.get(0).toFloatArray();
    if (likelihood.length != 1 || !(likelihood[0] >= 0 && likelihood[0] <= 1)) {
      throw new DetectionFailed("the face verifier answered with no likelihood");
    }
    return likelihood[0];
  }
}
