package sightline.vision.sound;

import sightline.domain.sound.Sound;
import sightline.domain.sound.Speech;

/** Listens for speech. The same sound always gives the same spans. */
interface Listener extends AutoCloseable {
  /**
   * @throws sightline.vision.detection.DetectionFailed where it could not listen, or answered nonsense
   */
  Speech listen(Sound sound);

  /** The model behind it, such as voice/silero-vad-1. */
  String version();

  @Override
  void close();
}
