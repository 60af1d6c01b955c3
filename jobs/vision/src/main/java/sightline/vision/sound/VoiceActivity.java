package sightline.vision.sound;

import java.util.ArrayList;
import java.util.List;
import sightline.domain.sound.Heard;
import sightline.domain.sound.Sound;
import sightline.domain.sound.Speech;
import sightline.domain.sound.SpeechSpan;
import sightline.vision.detection.DetectionFailed;
import sightline.vision.detection.Network;
import sightline.vision.models.InstalledModel;
import sightline.vision.models.ModelDescription;

/**
 * The Silero voice activity detector (snakers4/silero-vad), window by window of 32 ms. Every sound is judged by itself, from
 * the state that silence leaves, as frames are assessed one by one. The net hears little in so short a time, so that it is
 * believed from a far lower probability on than its makers' 0.5: the model's card has the figures.
 */
final class VoiceActivity implements Listener {
  static final int WINDOW = 512;
  static final int CONTEXT = 64;
  static final int STATE = 2 * 128;
  private static final long WINDOW_MILLIS = 1000L * WINDOW / Pcm.RATE_HZ;

  private final Network<Heed, Heed.Answer> network;
  private final double speech;
  private final double speechOfLong;
  private final long longMillis;
  private final long joinedMillis;

  /**
   * @param installed a model whose weights were verified
   */
  VoiceActivity(InstalledModel installed) {
    ModelDescription description = installed.description();
    this.speech = description.threshold("speech");
    this.speechOfLong = description.threshold("speechOfLong");
    this.longMillis = (long) description.threshold("longMillis");
    this.joinedMillis = (long) description.threshold("joinedMillis");
    this.network = new Network<>(installed, new HeedTranslator());
  }

  /**
   * @return spans of whole windows in which somebody may be speaking, cut to the sound
   * @throws DetectionFailed where the sound cannot be resampled, or the net fails or answers nonsense
   */
  @Override
  public Speech listen(Sound sound) {
    float[] probabilities = probabilities(Pcm.at16kHz(sound));
    long from = sound.startsAt().toEpochMilli();
    long to = from + sound.millis();
    double believed = sound.millis() < longMillis ? speech : speechOfLong;
    List<SpeechSpan> spans = new ArrayList<>();
    for (int window = 0; window < probabilities.length; window++) {
      long start = from + window * WINDOW_MILLIS;
      if (probabilities[window] >= believed && start < to) {
        spans.add(
            new SpeechSpan(start, Math.min(to, start + WINDOW_MILLIS), probabilities[window]));
      }
    }
    return new Speech(Heard.WITH_MODEL, from, to, SpeechSpan.joined(spans, joinedMillis));
  }

  /** One a window; the last window is filled up with silence. */
  private float[] probabilities(float[] samples) {
    float[] probabilities = new float[(samples.length + WINDOW - 1) / WINDOW];
    float[] state = new float[STATE];
    float[] heard = new float[CONTEXT + WINDOW];
    for (int window = 0; window < probabilities.length; window++) {
      float[] next = new float[CONTEXT + WINDOW];
      System.arraycopy(heard, WINDOW, next, 0, CONTEXT);
      int start = window * WINDOW;
      System.arraycopy(samples, start, next, CONTEXT, Math.min(WINDOW, samples.length - start));
      Heed.Answer answer = network.answer(new Heed(next, state));
      probabilities[window] = answer.probability();
      state = answer.state();
      heard = next;
    }
    return probabilities;
  }

  @Override
  public String version() {
    return network.version();
  }

  @Override
  public void close() {
    network.close();
  }
}
