package sightline.vision.sound;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import sightline.vision.detection.DetectionFailed;

/** Between a window with its state and the tensors of the net. */
record HeedTranslator() implements NoBatchifyTranslator<Heed, Heed.Answer> {
  @Override
  public NDList processInput(TranslatorContext context, Heed heed) {
    NDManager manager = context.getNDManager();
    return new NDList(
        manager.create(
            FloatBuffer.wrap(heed.samples()),
            new Shape(1, heed.samples().length),
            DataType.FLOAT32),
        manager.create(FloatBuffer.wrap(heed.state()), new Shape(2, 1, 128), DataType.FLOAT32),
        manager.create(LongBuffer.wrap(new long[] {Pcm.RATE_HZ}), new Shape(), DataType.INT64));
  }

  @Override
  public Heed.Answer processOutput(TranslatorContext context, NDList answer) {
    float[] probability = answer.get(0).toFloatArray();
    float[] state = answer.get(1).toFloatArray();
    if (probability.length != 1
        || !(probability[0] >= 0 && probability[0] <= 1)
        || state.length != VoiceActivity.STATE) {
      throw new DetectionFailed("the voice model answered with no probability");
    }
    return new Heed.Answer(probability[0], state);
  }
}
