package sightline.vision.sound;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightline.domain.sound.Heard;
import sightline.domain.sound.Sound;
import sightline.domain.sound.Speech;
import sightline.vision.models.ModelStore;

/** Listens to the sound that goes with frames, where there is a model to listen with. One instance a subtask; not for several threads. */
public final class Ears implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ears.class);

  private final @Nullable Listener voices;

  Ears(@Nullable Listener voices) {
    this.voices = voices;
  }

  /**
   * Opens the voice model if its weights are there.
   *
   * @throws sightline.vision.models.ModelCorrupt where weights are not the ones described
   */
  public static Ears open(ModelStore models) {
    Optional<Listener> voices = models.verified("voice").map(VoiceActivity::new);
    return new Ears(voices.orElse(null));
  }

  /** Hears nothing, and says so of every sound. */
  public static Ears deaf() {
    return new Ears(null);
  }

  /** A pure function of the sound. Never throws for anything in it: a failing model is a value. */
  public Speech hear(@Nullable Sound sound) {
    if (sound == null) {
      return Speech.NO_SOUND;
    }
    if (voices == null) {
      return Speech.unheard(Heard.NOT_AT_ALL, sound);
    }
    try {
      return voices.listen(sound);
    } catch (RuntimeException failure) {
      LOG.warn(
          "the sound of a frame could not be listened to: {}",
          failure.getClass().getName());
      return Speech.unheard(Heard.FAILED, sound);
    }
  }

  /** The model that listens, such as voice/silero-vad-1, or "none". */
  public String version() {
    return voices == null ? "none" : voices.version();
  }

  @Override
  public void close() {
    if (voices != null) {
      voices.close();
    }
  }
}
