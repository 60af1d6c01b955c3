package sightline.pipeline.redact;

import sightline.domain.privacy.Directive;

/**
 * A frame that went out to those who may see it.
 *
 * @param directive that it went out under: the final one, with its overrides applied
 */
public record SentOut(Directive directive, Occasion occasion) {
  /** Why it went out now. */
  public enum Occasion {
    /** It had not been out before. */
    FIRST,
    /**
     * It had been out before the job was started anew, and a leak was found then: the start forgot the count, not the override, so it
     * counts again without being looked at.
     */
    FIRST_AND_FOUND_BEFORE,
    /** More of it is hidden than before. */
    AGAIN
  }
}
