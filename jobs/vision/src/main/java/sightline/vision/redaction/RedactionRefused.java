package sightline.vision.redaction;

/** Thrown where a picture must not go out, as what was decided may not be about it. */
public final class RedactionRefused extends Exception {
  private static final long serialVersionUID = 1L;

  /** Closed vocabulary. */
  public enum Why {
    /** The directive may still be replaced by a stricter one. */
    NOT_FINAL,
    /** These are not the bytes that were assessed. */
    OTHER_BYTES,
    /** A region lies outside the picture, so the directive is of another raster. */
    OTHER_RASTER,
    /** The pixels cannot be read. */
    UNDECODABLE
  }

  private final Why why;

  RedactionRefused(Why why) {
    super("redaction refused: " + why);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
