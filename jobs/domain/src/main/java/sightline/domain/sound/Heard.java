package sightline.domain.sound;

/** How listening to a frame's sound went. */
public enum Heard {
  /** The frame came without sound. */
  NO_SOUND,
  /** A model listened; what it did not hear counts as not there, up to its measured miss rate. */
  WITH_MODEL,
  /** There is sound, and no model to listen to it. */
  NOT_AT_ALL,
  /** The model threw or answered nonsense, or the sound could not be read. */
  FAILED
}
