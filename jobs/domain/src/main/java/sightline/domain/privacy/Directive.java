package sightline.domain.privacy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.frame.Origin;

/**
 * What must be hidden in one frame before anyone sees it.
 *
 * @param index 0-based place within the session
 * @param sha256 lower-case hex of the image bytes that were assessed; whoever fetches pixels later refuses a mismatch
 * @param withheldBecause empty unless {@code disposition} is WITHHOLD, then at least one
 * @param regions what to fill; never empty when {@code disposition} is REDACT, may be filled in on WITHHOLD
 * @param muted ascending; empty unless {@code audio} is MUTE_SPANS, where it may be empty too
 * @param revision 0 for a provisional directive, 1 for the final one, one more for each override it is read with
 * @param lateness set only with the reason LATE
 * @param purposes what the frame may serve, in the words of the consent receipt, sorted; empty where none was asked for or verified
 * @param policy version of the policy used
 * @param models versions of the models used, or "none"
 * @param doubt 0 to 1 in steps of 0.01: of the finds of faces and bodies that are too faint to be hidden and that no region covers, how near
 *     the surest comes to its threshold; 0 where there is none, 1 on a frame that is withheld for anything but REVIEW
 * @param looks one a kind of detector that the policy requires: how it came to its word, and how old that is
 */
public record Directive(
    String session,
    int index,
    Instant capturedAt,
    Origin origin,
    String sha256,
    Disposition disposition,
    List<WithholdReason> withheldBecause,
    List<Region> regions,
    Audio audio,
    List<MutedSpan> muted,
    Finality finality,
    int revision,
    @Nullable Lateness lateness,
    Consent consent,
    List<String> purposes,
    String policy,
    String models,
    double doubt,
    List<Look> looks) {
  /** Stands among the purposes where people may look at the footage. */
  public static final String HUMAN_VIEWING = "human-viewing";

  public Directive {
    looks = List.copyOf(looks);
    muted = List.copyOf(muted);
    purposes = List.copyOf(purposes);
    withheldBecause = List.copyOf(withheldBecause);
    regions = List.copyOf(regions);
    if ((disposition == Disposition.WITHHOLD) == withheldBecause.isEmpty()) {
      throw new IllegalArgumentException(
          "%s does not go with the reasons %s".formatted(disposition, withheldBecause));
    }
    if ((disposition == Disposition.REDACT && regions.isEmpty())
        || (disposition == Disposition.RELEASE && !regions.isEmpty())) {
      throw new IllegalArgumentException(
          "%s does not go with %s regions".formatted(disposition, regions.size()));
    }
    if (audio == Audio.MUTE && !muted.isEmpty()) {
      throw new IllegalArgumentException("all sound is muted, and yet spans are named");
    }
    if (!(doubt >= 0 && doubt <= 1)) {
      throw new IllegalArgumentException("doubt lies in 0..1, got " + doubt);
    }
    if ((lateness != null) != withheldBecause.contains(WithholdReason.LATE)) {
      throw new IllegalArgumentException(
          "lateness %s does not go with the reasons %s".formatted(lateness, withheldBecause));
    }
  }

  /** Whether people may look at the frame to decide about it. Footage whose worker did not allow that is for machines alone. */
  boolean mayBeLookedAt() {
    return consent == Consent.OFF || purposes.contains(HUMAN_VIEWING);
  }
}
