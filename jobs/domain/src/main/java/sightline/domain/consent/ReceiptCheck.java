package sightline.domain.consent;

/** What came of checking a frame's consent receipt. */
public enum ReceiptCheck {
  /** This run does not ask for receipts. */
  NOT_ASKED,
  /** Signed by a known key, in force, for this worker's task and device. */
  VERIFIED,
  /** The frame carries none. */
  MISSING,
  /** It does not read as a receipt, or no known key signed it. */
  INVALID,
  /** Its time is over, or has not begun. */
  EXPIRED,
  /** It was given for another task, device or region, or by another worker. */
  NOT_FOR_THIS,
  /** The worker, the session or the receipt was revoked, which no receipt can mend. */
  REVOKED
}
