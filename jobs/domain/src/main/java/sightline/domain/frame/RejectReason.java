package sightline.domain.frame;

/** The closed vocabulary of why a record is not a frame. Every record read ends as a FINAL directive or with one of these. */
public enum RejectReason {
  /** The record does not decode as a frame of any known wire version. */
  UNREADABLE_RECORD,
  /** The payload says it is encrypted; no key of this deployment opens it. */
  CIPHER_UNSUPPORTED,
  /** A field that every frame needs is empty. */
  METADATA_MISSING,
  /** A field is present but cannot be true (negative index, rotation of 37 degrees, a session id of 10,000 characters). */
  METADATA_ABSURD,
  /** The task is not among those configured. */
  UNKNOWN_TASK,
  /** No image bytes and no reference. */
  EMPTY_IMAGE,
  /** More bytes than the limit (default 5 MB). */
  TOO_MANY_BYTES,
  /** Neither JPEG nor PNG by its first bytes. */
  NOT_AN_IMAGE,
  /** The image ends before its own structure says it may. */
  TRUNCATED,
  /** The image's structure contradicts itself. */
  MALFORMED_IMAGE,
  /** A colour model or coding that is not read: CMYK, arithmetic or lossless JPEG, more than 8 bits a channel in JPEG, PNG
   * with transparency (a second picture that only some viewers show). */
  COLOUR_MODEL_UNSUPPORTED,
  /** Several pictures in one file; a directive can speak for one only. */
  MULTIPLE_IMAGES,
  /** Smaller than any measure can work on (default 16 pixels a side). */
  TOO_SMALL,
  /** More pixels than the limit (default 8K); refused from its header, never decoded. */
  TOO_MANY_PIXELS,
  /** The size the record declares is not the size the image has. */
  SIZE_MISMATCH,
  /** A reference outside the configured prefixes, or no prefix is configured. */
  REFERENCE_NOT_ALLOWED,
  /** An allowed reference that did not answer in time, redirects, or is gone. */
  REFERENCE_UNAVAILABLE,
  /** A frame of the same session and index, or a lifecycle event of the same id, was accepted before; the lowest offset wins. */
  DUPLICATE,
  /** The session's books no longer reach back to this index, so it cannot be told from a duplicate. */
  INDEX_EXPIRED,
  /** A media file that could not be opened or decoded at all. */
  UNREADABLE_FILE,
  /** A review that no known key signed, that does not read to the letter, or that contradicts itself. */
  REVIEW_INVALID,
  /** A review whose time is over, has not begun, or began longer ago than frames are kept. */
  REVIEW_EXPIRED,
  /** A review that decides something that this version does not know. */
  REVIEW_DECISION_UNKNOWN,
  /** A review that names a reason for withholding that no look at a frame can lift, such as consent. */
  REVIEW_NOT_LIFTABLE,
  /** A review that rejects a session for what its worker cannot change, such as a dark room or an old phone. */
  REVIEW_CONDITION_NO_FAULT,
  /** A step of an assignment that lacks what it cannot do without, or says what cannot be. */
  LIFECYCLE_INVALID,
  /** A step that came too long after one that happened later. */
  LIFECYCLE_LATE,
  /** A step that cannot follow what came before it, such as a decision on what was never uploaded. */
  LIFECYCLE_IMPOSSIBLE,
  /** A step that names another worker, task or cohort than its assignment. */
  LIFECYCLE_CONTRADICTORY,
  /** More steps than any one assignment has. */
  LIFECYCLE_TOO_MANY
}
