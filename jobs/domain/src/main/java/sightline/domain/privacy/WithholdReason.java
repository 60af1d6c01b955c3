package sightline.domain.privacy;

/** Why nobody may see a frame. */
public enum WithholdReason {
  /** A detector that the policy requires is not installed. */
  MODEL_MISSING,
  /** A detector that the policy requires failed on this frame. */
  DETECTOR_FAILED,
  /** The last look by a detector that the policy requires is older than its bound. */
  DETECTION_STALE,
  /** Too dark or too blurred for a detector that the policy requires. */
  NOT_SEEN_WELL,
  /** The image passed the header checks but did not decode. */
  UNDECODABLE,
  /** The frame came after its place in the session was settled. */
  LATE,
  /** Consent is required and no receipt was verified. */
  CONSENT_UNVERIFIED,
  /** More frames of the session wait than its buffer holds. */
  OVERLOAD,
  /** An override without a detection behind it: revocation, deletion or a review. */
  OVERRIDDEN
}
