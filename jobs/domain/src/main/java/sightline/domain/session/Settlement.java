package sightline.domain.session;

/** How it became clear that a session has no more frames on their way. */
public enum Settlement {
  /** Its last frame said so, and every index up to it had come. */
  COMPLETE,
  /** Nothing more came for as long as the silence, or the input ended. */
  SILENCE
}
