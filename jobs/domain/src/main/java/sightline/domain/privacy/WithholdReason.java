package sightline.domain.privacy;

/** Why nobody may see a frame. */
public enum WithholdReason {
  /** A detector that the policy requires is not installed. */
  MODEL_MISSING,
  /** A detector that the policy requires failed on this frame. */
  DETECTOR_FAILED,
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
