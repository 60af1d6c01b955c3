package sightline.domain.redaction;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Finality;
import sightline.domain.privacy.Overrides;

/**
 * Decides about one frame from its final directive, the overrides so far and what went out already. Overrides may come in any
 * order and more than once; what they stopped never goes out again. A frame of which nothing went out does so once reviews have lifted all
 * that withheld it.
 *
 * @param retention how long redacted frames are kept for consumers; what is older is gone and needs no taking back
 */
public record ReleaseRule(Duration retention) implements Serializable {
  /** As long as consumers of a live stream take to fetch. */
  public static final ReleaseRule DEFAULT = new ReleaseRule(Duration.ofHours(1));

  public ReleaseRule {
    if (retention.isNegative() || retention.isZero()) {
      throw new IllegalArgumentException("frames are kept for some time, got " + retention);
    }
  }

  /**
   * @param directive as it was published, without overrides
   * @param overrides every one known by now; those of other frames do no harm
   * @param sent what last went out of this frame, null where nothing did
   * @param now by the clock that {@code sent} was stamped with
   */
  public Release decide(
      Directive directive, List<DirectiveOverride> overrides, @Nullable Sent sent, Instant now) {
    if (directive.finality() != Finality.FINAL) {
      return new Release.Refuse(Release.Why.NOT_FINAL);
    }
    if (directive.origin().topic().isBlank()) {
      return new Release.Refuse(Release.Why.NO_ORIGIN);
    }
    Directive read = Overrides.over(directive, overrides);
    return sent == null ? new Release.Emit(read) : again(read, sent, now);
  }

  private Release again(Directive read, Sent sent, Instant now) {
    boolean withheld = read.disposition() == Disposition.WITHHOLD;
    if (sent.takenBack()) {
      return new Release.Refuse(Release.Why.TAKEN_BACK);
    }
    if (sent.nothing()) {
      return withheld ? new Release.Leave() : new Release.Emit(read);
    }
    if (sent.asStrictAs(read) || !kept(sent, now)) {
      return new Release.Leave();
    }
    return withheld ? new Release.Tombstone() : new Release.Emit(read);
  }

  /** Up to and with the last moment: what a broker deletes late must not be seen longer for it. */
  private boolean kept(Sent sent, Instant now) {
    return !now.isAfter(sent.at().plus(retention));
  }

  /** What to remember of a decision until {@link #retention} has passed, {@code before} where nothing went out. */
  public static @Nullable Sent remembered(Release release, @Nullable Sent before, Instant now) {
    if (release instanceof Release.Emit emit) {
      return Sent.of(emit.directive(), now);
    }
    return release instanceof Release.Tombstone
        ? new Sent(Disposition.WITHHOLD, List.of(), true, now)
        : before;
  }
}
