package sightline.domain.privacy;

/** Why a region must be hidden. */
public enum RegionReason {
  /** A face model saw a face. */
  FACE_DETECTED,
  /** No face model was there, but the stand-in saw something like a face. */
  FACE_SUSPECTED,
  /** A body, or part of one, that is not certainly the worker's. */
  THIRD_PARTY,
  /** The worker's own body without a hand in it, which the worker did not allow to be seen. */
  OWN_BODY,
  /** A display, lit or dark. */
  SCREEN_DETECTED,
  /** Text that could be read. */
  TEXT_DETECTED,
  /** Looks at frames before or after this one saw it, and this one's may have missed it. */
  TRACKED,
  /** Too faint to be hidden, but sure enough for somebody to look: only where the frame is withheld for REVIEW. */
  DOUBTFUL,
  /** Somebody who looked at the frame asked for it to be hidden. */
  REVIEWED
}
