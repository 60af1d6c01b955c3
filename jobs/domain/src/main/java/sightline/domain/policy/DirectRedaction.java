package sightline.domain.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.assessment.AssessedFrame;
import sightline.domain.assessment.Decoding;
import sightline.domain.frame.Box;
import sightline.domain.frame.Footage;
import sightline.domain.privacy.Audio;
import sightline.domain.privacy.Consent;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.DetectorReading;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Finality;
import sightline.domain.privacy.Lateness;
import sightline.domain.privacy.Looked;
import sightline.domain.privacy.Region;
import sightline.domain.privacy.RegionKind;
import sightline.domain.privacy.RegionReason;
import sightline.domain.privacy.WithholdReason;

/** The rule that turns what was seen in a frame into what must be hidden. It fails closed: only full knowledge releases. */
public record DirectRedaction(Policy policy, Consent consent) {

  /** The directive at once, before the frame's neighbours are known. */
  public Directive provisional(AssessedFrame frame) {
    return directive(frame, reasons(frame), Finality.PROVISIONAL, null);
  }

  /** The one final directive of a frame that came in time. */
  public Directive settled(AssessedFrame frame) {
    return directive(frame, reasons(frame), Finality.FINAL, null);
  }

  /** The one final directive of a frame that came after its place was settled. */
  public Directive late(AssessedFrame frame, Lateness lateness) {
    return withheld(frame, WithholdReason.LATE, lateness);
  }

  /** The one final directive of a frame that its session's buffer could not hold. */
  public Directive overloaded(AssessedFrame frame) {
    return withheld(frame, WithholdReason.OVERLOAD, null);
  }

  private Directive withheld(
      AssessedFrame frame, WithholdReason first, @Nullable Lateness lateness) {
    List<WithholdReason> because = new ArrayList<>(List.of(first));
    because.addAll(reasons(frame));
    return directive(frame, because, Finality.FINAL, lateness);
  }

  private List<WithholdReason> reasons(AssessedFrame frame) {
    List<WithholdReason> because = new ArrayList<>();
    if (consent == Consent.REQUIRED) {
      because.add(WithholdReason.CONSENT_UNVERIFIED);
    }
    if (frame.assessment().decoding() == Decoding.UNDECODABLE) {
      because.add(WithholdReason.UNDECODABLE);
      return because;
    }
    for (DetectorKind kind : policy.required()) {
      WithholdReason blind = blindness(frame.assessment().reading(kind), frame.footage());
      if (blind != null && !because.contains(blind)) {
        because.add(blind);
      }
    }
    return because;
  }

  private @Nullable WithholdReason blindness(DetectorReading reading, Footage footage) {
    return switch (reading.looked()) {
      case WITH_MODEL -> null;
      case WITH_STAND_IN ->
        footage == Footage.DRAWN && policy.drawnFootage() == DrawnFootage.TRUST_THE_STAND_IN
            ? null
            : WithholdReason.MODEL_MISSING;
      case NOT_AT_ALL -> WithholdReason.MODEL_MISSING;
      case NOT_SCHEDULED -> WithholdReason.DETECTION_STALE;
      case TOO_DARK, TOO_BLURRED -> WithholdReason.NOT_SEEN_WELL;
      case FAILED -> WithholdReason.DETECTOR_FAILED;
    };
  }

  private Directive directive(
      AssessedFrame frame,
      List<WithholdReason> because,
      Finality finality,
      @Nullable Lateness lateness) {
    List<Region> regions = regions(frame);
    Disposition disposition = !because.isEmpty()
        ? Disposition.WITHHOLD
        : regions.isEmpty() ? Disposition.RELEASE : Disposition.REDACT;
    return new Directive(
        frame.header().session(),
        frame.header().index(),
        frame.header().capturedAt(),
        frame.origin(),
        frame.sha256(),
        disposition,
        because,
        regions,
        Audio.MUTE,
        finality,
        finality == Finality.FINAL ? 1 : 0,
        lateness,
        consent,
        policy.version(),
        frame.assessment().models());
  }

  private List<Region> regions(AssessedFrame frame) {
    DetectorReading faces = frame.assessment().reading(DetectorKind.FACE);
    boolean standIn = faces.looked() == Looked.WITH_STAND_IN;
    double threshold = standIn ? policy.standInConfidence() : policy.faceConfidence();
    List<Region> regions = new ArrayList<>();
    for (Detection face : faces.detections()) {
      if (face.confidence() >= threshold) {
        Region region = region(
            policy.faceGrowth().grow(face.box(), frame.assessment().upright()),
            face.confidence(),
            standIn ? RegionReason.FACE_SUSPECTED : RegionReason.FACE_DETECTED,
            frame);
        if (region != null) {
          regions.add(region);
        }
      }
    }
    return regions;
  }

  /** Whole pixels, rounded outward, cut to the frame; null where nothing of the box lies in the frame. */
  private static @Nullable Region region(
      Box box, double confidence, RegionReason reason, AssessedFrame frame) {
    int left = (int) Math.max(0, Math.floor(box.left()));
    int top = (int) Math.max(0, Math.floor(box.top()));
    int right = (int) Math.min(frame.header().width(), Math.ceil(box.right()));
    int bottom = (int) Math.min(frame.header().height(), Math.ceil(box.bottom()));
    return right > left && bottom > top
        ? new Region(
            left, top, right - left, bottom - top, RegionKind.FACE, reason, null, confidence)
        : null;
  }
}
