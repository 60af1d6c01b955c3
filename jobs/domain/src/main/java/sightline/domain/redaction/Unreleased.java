package sightline.domain.redaction;

/** Why nothing of a frame goes out. Closed vocabulary; each FINAL that does not go out is counted under one of them. */
public enum Unreleased {
  /** Its directive, with the overrides known by then, withholds it. */
  WITHHELD,
  /** Its directive cannot be read. */
  UNREADABLE_DIRECTIVE,
  /** The directive may still be replaced by a stricter one. */
  NOT_FINAL,
  /** Its directive is so old that overrides of it may be forgotten. */
  TOO_OLD,
  /** Its directive names no record of {@code frames}. */
  NO_ORIGIN,
  /** It was withheld after it had gone out, and has been taken back. */
  TAKEN_BACK,
  /** The record that its directive names is not kept any more, or never was. */
  RECORD_GONE,
  /** No broker handed the record out, nor did one within minutes; or the image that it refers to was not to be had. */
  UNAVAILABLE,
  /** The record that its directive names is no frame that can be read, or another one. */
  OTHER_RECORD,
  /** The record refers to its image, and not to where this job may fetch from. */
  REFERENCED,
  /** These are not the bytes that were assessed. */
  OTHER_BYTES,
  /** A region lies outside the picture. */
  OTHER_RASTER,
  /** The pixels cannot be read. */
  UNDECODABLE,
  /** The picture is larger than a record of {@code frames-redacted} may be. */
  TOO_LARGE,
  /** An override cannot be read: its whole session is withheld. */
  UNREADABLE_OVERRIDE,
  /** A revocation cannot be read: where its key names a session, that is withheld. */
  UNREADABLE_REVOCATION,
  /** Its pixels could not be hidden or coded. */
  NOT_CODED;

  public static Unreleased of(Release.Why why) {
    return switch (why) {
      case NOT_FINAL -> NOT_FINAL;
      case NO_ORIGIN -> NO_ORIGIN;
      case TAKEN_BACK -> TAKEN_BACK;
    };
  }
}
