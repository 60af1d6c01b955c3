package sightline.domain.privacy;

/** What happens to the sound that goes with a frame. There is no "keep" until speech is detected and consent verified. */
public enum Audio {
  MUTE
}
