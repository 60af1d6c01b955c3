package sightline.domain.preflight;

/** How it became clear that a test clip is over. */
public enum EndedBy {
  /** The sender marked its last frame. */
  LAST_FRAME,
  /** The first frame of the recording itself came. */
  RECORDING,
  /** Nothing came any more. */
  SILENCE
}
