package sightline.domain.privacy;

/** What happens to the sound that goes with a frame. There is no "keep": sound is heard only where a model listened and consent allows it. */
public enum Audio {
  /** Nobody hears any of it. */
  MUTE,
  /** Nobody hears the spans that the directive names; a model listened to the rest, and consent allows it. */
  MUTE_SPANS
}
