package sightline.domain.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.assessment.AssessedFrame;
import sightline.domain.assessment.Decoding;
import sightline.domain.assessment.Seen;
import sightline.domain.assessment.Sight;
import sightline.domain.assessment.Tracked;
import sightline.domain.frame.Box;
import sightline.domain.frame.Footage;
import sightline.domain.privacy.Consent;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Finality;
import sightline.domain.privacy.Lateness;
import sightline.domain.privacy.Look;
import sightline.domain.privacy.Looked;
import sightline.domain.privacy.Region;
import sightline.domain.privacy.RegionKind;
import sightline.domain.privacy.RegionReason;
import sightline.domain.privacy.WithholdReason;
import sightline.domain.tracking.Basis;

/**
 * The rule that turns what was seen in a frame into what must be hidden. It fails closed: only full knowledge releases.
 *
 * @param reviewFrom doubt from which a frame is withheld for people to look at, above 0; {@link #NEVER} for none
 */
public record DirectRedaction(Policy policy, Consent consent, double reviewFrom) {
  /** More doubt than there can be. */
  public static final double NEVER = 2;

  public DirectRedaction {
    if (!(reviewFrom > 0)) {
      throw new IllegalArgumentException(
          "frames go to review from a doubt above 0, got " + reviewFrom);
    }
  }

  /** Nobody is asked to look. */
  public DirectRedaction(Policy policy, Consent consent) {
    this(policy, consent, NEVER);
  }

  /** The directive at once, before all of the frame's neighbours are known. */
  public Directive provisional(Seen seen) {
    return directive(seen, reasons(seen), Finality.PROVISIONAL, null);
  }

  /** The one final directive of a frame that came in time. */
  public Directive settled(Seen seen) {
    return directive(seen, reasons(seen), Finality.FINAL, null);
  }

  /** The one final directive of a frame that came after its place was settled. */
  public Directive late(Seen seen, Lateness lateness) {
    return withheld(seen, WithholdReason.LATE, lateness);
  }

  /** The one final directive of a frame that its session's buffer could not hold. */
  public Directive overloaded(Seen seen) {
    return withheld(seen, WithholdReason.OVERLOAD, null);
  }

  private Directive withheld(Seen seen, WithholdReason first, @Nullable Lateness lateness) {
    List<WithholdReason> because = new ArrayList<>(List.of(first));
    because.addAll(reasons(seen));
    return directive(seen, because, Finality.FINAL, lateness);
  }

  private ConsentRules consenting() {
    return new ConsentRules(policy, consent);
  }

  private List<WithholdReason> reasons(Seen seen) {
    List<WithholdReason> because = new ArrayList<>();
    WithholdReason unconsented = consenting().against(seen.frame().permit());
    if (unconsented != null) {
      because.add(unconsented);
    }
    if (seen.frame().assessment().decoding() == Decoding.UNDECODABLE) {
      because.add(WithholdReason.UNDECODABLE);
      return because;
    }
    for (Hiding hiding : policy.hidings()) {
      WithholdReason blind = blindness(seen, hiding);
      if (blind != null && !because.contains(blind)) {
        because.add(blind);
      }
    }
    return because;
  }

  private @Nullable WithholdReason blindness(Seen seen, Hiding hiding) {
    Look look = seen.sight(hiding.kind()).look();
    return switch (look.looked()) {
      case WITH_MODEL -> stale(look, hiding) ? WithholdReason.DETECTION_STALE : null;
      case WITH_STAND_IN ->
        seen.frame().footage() == Footage.DRAWN
                && policy.drawnFootage() == DrawnFootage.TRUST_THE_STAND_IN
            ? null
            : WithholdReason.MODEL_MISSING;
      case NOT_SCHEDULED -> WithholdReason.DETECTION_STALE;
      case TOO_DARK, TOO_BLURRED -> WithholdReason.NOT_SEEN_WELL;
      case NOT_AT_ALL -> WithholdReason.MODEL_MISSING;
      case FAILED, NOT_JUDGED -> WithholdReason.DETECTOR_FAILED;
    };
  }

  private static boolean stale(Look look, Hiding hiding) {
    Long age = look.ageMillis();
    return age == null || age > hiding.maxAgeMillis();
  }

  private Directive directive(
      Seen seen, List<WithholdReason> because, Finality finality, @Nullable Lateness lateness) {
    AssessedFrame frame = seen.frame();
    List<Region> regions = regions(seen);
    Doubt doubt = Doubt.of(seen, policy, regions);
    boolean inReview = because.isEmpty() && doubt.most() >= reviewFrom;
    if (inReview) {
      because = List.of(WithholdReason.REVIEW);
      regions.addAll(doubtful(doubt, frame));
    }
    Disposition disposition = !because.isEmpty()
        ? Disposition.WITHHOLD
        : regions.isEmpty() ? Disposition.RELEASE : Disposition.REDACT;
    Muting muting = Muting.of(seen, policy.voices(), disposition, finality);
    return new Directive(
        frame.header().session(),
        frame.header().index(),
        frame.header().capturedAt(),
        frame.origin(),
        frame.sha256(),
        disposition,
        because,
        regions,
        muting.audio(),
        muting.spans(),
        finality,
        finality == Finality.FINAL ? 1 : 0,
        lateness,
        consent,
        consenting().purposes(frame.permit()),
        policy.version(),
        frame.assessment().models(),
        because.isEmpty() || inReview ? doubt.most() : 1,
        policy.hidings().stream()
            .map(hiding -> seen.sight(hiding.kind()).look())
            .toList());
  }

  /** Where people have to look. */
  private List<Region> doubtful(Doubt doubt, AssessedFrame frame) {
    List<Region> regions = new ArrayList<>();
    for (Doubt.Find find : doubt.finds()) {
      if (find.ratio() >= reviewFrom) {
        Box grown = find.hiding()
            .growth()
            .grow(find.seen().believed().box(), frame.assessment().upright());
        Region region =
            region(grown, find.seen(), kindOf(find.hiding().kind()), RegionReason.DOUBTFUL, frame);
        if (region != null) {
          regions.add(region);
        }
      }
    }
    return regions;
  }

  private static RegionKind kindOf(DetectorKind kind) {
    return switch (kind) {
      case FACE -> RegionKind.FACE;
      case PERSON -> RegionKind.PERSON;
      case SCREEN, TEXT, HAND, THING ->
        throw new IllegalStateException("nobody doubts about a %s".formatted(kind));
    };
  }

  private List<Region> regions(Seen seen) {
    List<Region> regions = new ArrayList<>();
    for (Hiding hiding : policy.hidings()) {
      if (consenting().shows(hiding.kind(), seen.frame().permit())) {
        continue;
      }
      switch (hiding.kind()) {
        case FACE -> faces(seen, hiding, regions);
        case PERSON -> {
          hide(
              seen.sight(DetectorKind.PERSON).present(),
              hiding,
              RegionKind.PERSON,
              RegionReason.THIRD_PARTY,
              seen,
              regions);
          hide(
              consenting().ownBody(seen),
              hiding,
              RegionKind.PERSON,
              RegionReason.OWN_BODY,
              seen,
              regions);
        }
        case SCREEN ->
          hide(
              seen.sight(DetectorKind.SCREEN).present(),
              hiding,
              RegionKind.SCREEN,
              RegionReason.SCREEN_DETECTED,
              seen,
              regions);
        case TEXT ->
          hide(
              seen.sight(DetectorKind.TEXT).present(),
              hiding,
              RegionKind.TEXT,
              RegionReason.TEXT_DETECTED,
              seen,
              regions);
        case HAND, THING ->
          throw new IllegalStateException("no policy hides a %s".formatted(hiding.kind()));
      }
    }
    return regions;
  }

  private void faces(Seen seen, Hiding hiding, List<Region> regions) {
    Sight faces = seen.sight(DetectorKind.FACE);
    boolean standIn = faces.look().looked() == Looked.WITH_STAND_IN;
    Hiding by = standIn
        ? new Hiding(
            hiding.kind(), policy.standInConfidence(), hiding.growth(), hiding.maxAgeMillis())
        : hiding;
    hide(
        faces.present(),
        by,
        RegionKind.FACE,
        standIn ? RegionReason.FACE_SUSPECTED : RegionReason.FACE_DETECTED,
        seen,
        regions);
  }

  private static void hide(
      List<Tracked> present,
      Hiding hiding,
      RegionKind kind,
      RegionReason reason,
      Seen seen,
      List<Region> regions) {
    AssessedFrame frame = seen.frame();
    for (Tracked tracked : present) {
      Detection detection = tracked.believed();
      if (detection.confidence() >= hiding.confidence()) {
        Box grown = hiding.growth().grow(detection.box(), frame.assessment().upright());
        Region region = region(
            grown,
            tracked,
            kind,
            tracked.basis() == Basis.SEEN ? reason : RegionReason.TRACKED,
            frame);
        if (region != null) {
          regions.add(region);
        }
      }
    }
  }

  /** Null where nothing of the box lies in the frame. */
  private static @Nullable Region region(
      Box box, Tracked tracked, RegionKind kind, RegionReason reason, AssessedFrame frame) {
    return Region.around(
        box,
        frame.header().width(),
        frame.header().height(),
        kind,
        reason,
        tracked.track(),
        tracked.believed().confidence());
  }
}
