package sightline.domain.review;

import java.util.List;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Lift;
import sightline.domain.privacy.OverrideCause;
import sightline.domain.privacy.Region;
import sightline.domain.privacy.WithholdReason;

/**
 * The word of somebody who looked at one frame, its signature verified.
 *
 * @param session whose frame was looked at
 * @param index its 0-based place
 * @param sha256 of the image bytes that were looked at, lower-case hex
 * @param lifts reasons for withholding that it takes back: none where the decision is WITHHOLD, else at least one, all of them such as
 *     {@link WithholdReason#mayBeLifted}
 * @param regions to hide, in the stored raster; some where the decision is REDACT, none where it is RELEASE
 * @param holds from when it was signed
 */
public record Review(
    String session,
    int index,
    String sha256,
    ReviewDecision decision,
    List<WithholdReason> lifts,
    List<Region> regions,
    Validity holds) {
  /** The first after a FINAL. */
  private static final int REVISION = 2;

  public Review {
    lifts = List.copyOf(lifts);
    regions = List.copyOf(regions);
    if (index < 0) {
      throw new IllegalArgumentException("a review is of a frame from 0 on");
    }
    if ((decision == ReviewDecision.WITHHOLD) != lifts.isEmpty()) {
      throw new IllegalArgumentException(
          "%s does not go with lifting %s".formatted(decision, lifts));
    }
  }

  /**
   * What it makes of its frame's directive.
   *
   * @throws IllegalArgumentException where regions do not go with the decision, or a reason cannot be lifted
   */
  public DirectiveOverride override() {
    return new DirectiveOverride(
        session,
        index,
        REVISION,
        holds.from(),
        OverrideCause.REVIEW,
        switch (decision) {
          case RELEASE -> Disposition.RELEASE;
          case REDACT -> Disposition.REDACT;
          case WITHHOLD -> Disposition.WITHHOLD;
        },
        regions,
        decision == ReviewDecision.WITHHOLD ? null : new Lift(sha256, lifts));
  }
}
