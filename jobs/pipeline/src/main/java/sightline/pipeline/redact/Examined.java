package sightline.pipeline.redact;

import org.jspecify.annotations.Nullable;
import sightline.domain.leak.Outcome;
import sightline.domain.privacy.DirectiveOverride;

/**
 * What came of a second look at one frame.
 *
 * @param deviceClass empty where the frame could not be had
 * @param region empty likewise
 * @param worker {@link sightline.domain.leak.WorkerMarks mark} of who filmed it, 0 likewise
 * @param override hides what was found, null where nothing was
 */
public record Examined(
    Outcome outcome,
    String deviceClass,
    String region,
    long worker,
    @Nullable DirectiveOverride override) {
  /** Nobody looked. */
  static Examined not(Outcome why) {
    return new Examined(why, "", "", 0, null);
  }
}
