package sightline.pipeline.redact;

import sightline.domain.redaction.Unreleased;

/** Thrown where a frame must not go out. */
final class Unreleasable extends Exception {
  private static final long serialVersionUID = 1L;

  private final Unreleased why;

  Unreleasable(Unreleased why) {
    super("not released: " + why);
    this.why = why;
  }

  Unreleased why() {
    return why;
  }
}
