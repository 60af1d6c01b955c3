package sightline.pipeline.redact;

import java.time.Duration;
import java.util.List;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.WithholdReason;
import sightline.domain.redaction.Sent;

/**
 * What is remembered of a frame for as long as it can be taken back, or let go by a review.
 *
 * @param directive its first FINAL, without what nobody needs to make its picture again
 * @param sent what became of it; WITHHOLD where nothing went out
 * @param liftableUntilMillis epoch milliseconds until which a review may let it go; 0 where none may
 */
public record KeptFrame(Directive directive, Sent sent, long liftableUntilMillis) {
  static KeptFrame of(Directive directive, Sent sent, long liftableUntilMillis) {
    return new KeptFrame(
        new Directive(
            directive.session(),
            directive.index(),
            directive.capturedAt(),
            directive.origin(),
            directive.sha256(),
            directive.disposition(),
            directive.withheldBecause(),
            directive.regions(),
            directive.audio(),
            List.of(),
            directive.finality(),
            directive.revision(),
            directive.lateness(),
            directive.consent(),
            directive.purposes(),
            directive.policy(),
            "",
            0,
            // whoever looks at it again once a review let it go has to know what was looked for
            liftable(directive) ? directive.looks() : List.of()),
        sent,
        liftableUntilMillis);
  }

  /** Whether reviews can let the frame of a directive go: whether nothing withholds it but what they lift. */
  static boolean liftable(Directive directive) {
    return directive.disposition() == Disposition.WITHHOLD
        && directive.withheldBecause().stream().allMatch(WithholdReason::mayBeLifted);
  }

  /** Whether a directive says of the frame what its first FINAL said. */
  boolean says(Directive again) {
    return of(again, sent, liftableUntilMillis).equals(this);
  }

  /** Until when it is remembered. */
  long untilMillis(Duration retention) {
    return Math.max(liftableUntilMillis, sent.at().plus(retention).toEpochMilli());
  }
}
