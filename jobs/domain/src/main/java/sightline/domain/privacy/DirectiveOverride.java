package sightline.domain.privacy;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Appended after FINAL directives, which are never rewritten; {@link Overrides#over} reads them together. All but a lift make a
 * directive stricter. A lift takes the place of what detection alone could not say, of one frame.
 *
 * @param index the frame, null for every frame of the session
 * @param revision 2 or more, as it follows the FINAL's 1; what an overridden directive has for a revision is counted by {@link Overrides}
 * @param disposition of a lift: RELEASE where there is nothing more to hide, REDACT where {@code regions} and what the directive hides
 *     already are all that there is; else REDACT or WITHHOLD
 * @param regions what to hide besides the directive's own; never empty when {@code disposition} is REDACT
 * @param lift null where it only makes stricter
 */
public record DirectiveOverride(
    String session,
    @Nullable Integer index,
    int revision,
    Instant effectiveAt,
    OverrideCause cause,
    Disposition disposition,
    List<Region> regions,
    @Nullable Lift lift)
    implements Serializable {
  public DirectiveOverride {
    regions = List.copyOf(regions);
    if (revision < 2) {
      throw new IllegalArgumentException(
          "an override follows a FINAL, so its revision is 2 or more, got " + revision);
    }
    if (disposition == Disposition.REDACT && regions.isEmpty()) {
      throw new IllegalArgumentException("what is hidden has regions");
    }
    if (lift == null && disposition == Disposition.RELEASE) {
      throw new IllegalArgumentException("an override that lifts nothing hides something");
    }
    if (lift != null
        && (index == null
            || cause != OverrideCause.REVIEW
            || disposition == Disposition.WITHHOLD
            || (disposition == Disposition.RELEASE && !regions.isEmpty()))) {
      throw new IllegalArgumentException(
          "a lift is a review of one frame that lets it go, got %s of frame %s, %s with %s regions"
              .formatted(cause, index, disposition, regions.size()));
    }
  }

  /** One that only makes stricter. */
  public DirectiveOverride(
      String session,
      @Nullable Integer index,
      int revision,
      Instant effectiveAt,
      OverrideCause cause,
      Disposition disposition,
      List<Region> regions) {
    this(session, index, revision, effectiveAt, cause, disposition, regions, null);
  }

  /** Whether this override speaks about the frame of {@code directive}. */
  public boolean concerns(Directive directive) {
    return session.equals(directive.session()) && (index == null || index == directive.index());
  }

  /** Whether it is about the very picture that {@code directive} is about, and somebody was allowed to look at that. */
  boolean lifts(Directive directive) {
    return lift != null
        && concerns(directive)
        && lift.sha256().equals(directive.sha256())
        && directive.mayBeLookedAt();
  }

  /** Reasons that it lifts. */
  List<WithholdReason> lifted() {
    return lift == null ? List.of() : lift.reasons();
  }
}
