package sightline.domain.redaction;

import java.time.Instant;
import java.util.List;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Region;

/**
 * What last went out of a frame.
 *
 * @param takenBack whether it was a tombstone
 * @param at when it went out, by the clock of the process that sent it
 */
public record Sent(Disposition disposition, List<Region> regions, boolean takenBack, Instant at) {
  public Sent {
    regions = List.copyOf(regions);
  }

  static Sent of(Directive directive, Instant at) {
    return new Sent(directive.disposition(), directive.regions(), false, at);
  }

  /** Whether nothing but black ever went out, so that there is nothing to take back. */
  public boolean nothing() {
    return disposition == Disposition.WITHHOLD && !takenBack;
  }

  /** Whether all that the directive hides was hidden in it. */
  boolean asStrictAs(Directive directive) {
    return takenBack
        || disposition == Disposition.WITHHOLD
        || (disposition.compareTo(directive.disposition()) >= 0
            && regions.containsAll(directive.regions()));
  }
}
