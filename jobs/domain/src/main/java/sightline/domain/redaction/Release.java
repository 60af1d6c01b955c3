package sightline.domain.redaction;

import sightline.domain.privacy.Directive;

/** What becomes of one frame on its way to those who may see it. */
public sealed interface Release {
  /**
   * The pixels go out, hidden as the directive says; black where it is WITHHOLD. Where something looser went out before, this takes its
   * place under the same key.
   *
   * @param directive the final one with its overrides applied
   */
  record Emit(Directive directive) implements Release {}

  /** What went out is taken back: an empty record under its key, for consumers who must never see more. */
  record Tombstone() implements Release {}

  /** What went out is as strict as it must be, or nothing of it is kept any more. */
  record Leave() implements Release {}

  /** Nothing may go out. */
  record Refuse(Why why) implements Release {}

  /** Closed vocabulary. */
  enum Why {
    /** The directive may still be replaced by a stricter one. */
    NOT_FINAL,
    /** Nobody knows where the pixels lie. */
    NO_ORIGIN,
    /** It was withheld after it had gone out, and has been taken back. */
    TAKEN_BACK
  }
}
