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
  /** Consent is required and no receipt was verified. Written by versions that could not verify any; the next six say why. */
  CONSENT_UNVERIFIED,
  /** Consent is required, and the frame carries no receipt. */
  CONSENT_MISSING,
  /** Its receipt does not read as one, or no known key signed it. */
  CONSENT_INVALID,
  /** Its receipt's time is over, or has not begun. */
  CONSENT_EXPIRED,
  /** Its receipt was given by another worker, or for another task, device or region. */
  CONSENT_NOT_FOR_THIS,
  /** Its receipt does not allow something that the frame shows and that is not hidden. */
  CONSENT_SCOPE,
  /** Consent was taken back. */
  CONSENT_REVOKED,
  /** More frames of the session wait than its buffer holds. */
  OVERLOAD,
  /** So near to showing what the policy hides that people have to look first. */
  REVIEW,
  /** An override without a detection behind it: revocation, deletion or a review. */
  OVERRIDDEN;

  /**
   * Whether somebody who looked at the frame can take its place: only what detection could not say by itself. Consent, revocation, deletion
   * and what nobody can have seen are never lifted.
   */
  public boolean mayBeLifted() {
    return switch (this) {
      case MODEL_MISSING, DETECTOR_FAILED, DETECTION_STALE, NOT_SEEN_WELL, REVIEW -> true;
      case UNDECODABLE,
          LATE,
          CONSENT_UNVERIFIED,
          CONSENT_MISSING,
          CONSENT_INVALID,
          CONSENT_EXPIRED,
          CONSENT_NOT_FOR_THIS,
          CONSENT_SCOPE,
          CONSENT_REVOKED,
          OVERLOAD,
          OVERRIDDEN -> false;
    };
  }
}
