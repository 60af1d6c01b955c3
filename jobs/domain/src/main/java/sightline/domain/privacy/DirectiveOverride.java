package sightline.domain.privacy;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Appended after FINAL directives, which are never rewritten. Together they are read as the strictest disposition with the
 * union of regions; nothing in here can loosen a directive.
 *
 * @param index the frame, null for every frame of the session
 * @param revision counts the overrides of this session and frame from 2 (the FINAL is revision 1)
 */
public record DirectiveOverride(
    String session,
    @Nullable Integer index,
    int revision,
    Instant effectiveAt,
    OverrideCause cause,
    Disposition disposition,
    List<Region> regions)
    implements Serializable {
  public DirectiveOverride {
    regions = List.copyOf(regions);
    if (revision < 2) {
      throw new IllegalArgumentException(
          "an override follows a FINAL, so its revision is 2 or more, got " + revision);
    }
    if (disposition == Disposition.RELEASE
        || (disposition == Disposition.REDACT && regions.isEmpty())) {
      throw new IllegalArgumentException("an override hides something, got %s with %s regions"
          .formatted(disposition, regions.size()));
    }
  }

  /** Whether this override speaks about the frame of {@code directive}. */
  public boolean concerns(Directive directive) {
    return session.equals(directive.session()) && (index == null || index == directive.index());
  }

  /** The directive as it reads with this override applied. The order in which overrides are applied does not matter. */
  public Directive over(Directive directive) {
    if (!concerns(directive)) {
      return directive;
    }
    Disposition strictest = directive.disposition().strictest(disposition);
    Set<Region> union = new LinkedHashSet<>(directive.regions());
    union.addAll(regions);
    Set<WithholdReason> because = new LinkedHashSet<>(directive.withheldBecause());
    if (disposition == Disposition.WITHHOLD) {
      because.add(WithholdReason.OVERRIDDEN);
    }
    return new Directive(
        directive.session(),
        directive.index(),
        directive.capturedAt(),
        directive.origin(),
        directive.sha256(),
        strictest,
        new ArrayList<>(because),
        new ArrayList<>(union),
        strictest == Disposition.WITHHOLD ? Audio.MUTE : directive.audio(),
        strictest == Disposition.WITHHOLD ? List.of() : directive.muted(),
        directive.finality(),
        Math.max(directive.revision(), revision),
        directive.lateness(),
        directive.consent(),
        directive.purposes(),
        directive.policy(),
        directive.models(),
        directive.doubt(),
        directive.looks());
  }
}
