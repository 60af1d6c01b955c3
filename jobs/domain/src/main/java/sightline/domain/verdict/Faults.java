package sightline.domain.verdict;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import sightline.domain.assessment.Sighting;
import sightline.domain.framing.Framing;
import sightline.domain.privacy.RegionReason;
import sightline.domain.privacy.WithholdReason;
import sightline.domain.quality.Factor;
import sightline.domain.quality.FactorName;
import sightline.domain.quality.Feedback;
import sightline.domain.quality.Measure;
import sightline.domain.restricted.BlockKind;

/** What stands against a frame, consequences left out: {@link Causes}. */
final class Faults {
  /** Utility below which a factor stands against its frame, as for advice on single frames. */
  private static final double POOR = 0.5;

  /** From so sure on speech counts as heard. */
  private static final double HEARD = 0.5;

  private final Moment moment;
  private final VerdictRules rules;
  private final List<Fault> faults = new ArrayList<>();

  private Faults(Moment moment, VerdictRules rules) {
    this.moment = moment;
    this.rules = rules;
  }

  /** One a code at most. */
  static List<Fault> in(Moment moment, VerdictRules rules) {
    Faults all = new Faults(moment, rules);
    all.withheld();
    all.restricted();
    all.picture();
    all.device();
    all.hands();
    return Causes.only(all.faults);
  }

  private void withheld() {
    Set<ReasonCode> codes = EnumSet.noneOf(ReasonCode.class);
    for (WithholdReason because : moment.frame().withheldBecause()) {
      codes.add(
          switch (because) {
            case CONSENT_REVOKED -> ReasonCode.CONSENT_REVOKED;
            case CONSENT_UNVERIFIED,
                CONSENT_MISSING,
                CONSENT_INVALID,
                CONSENT_EXPIRED,
                CONSENT_NOT_FOR_THIS,
                CONSENT_SCOPE -> ReasonCode.CONSENT_MISSING;
            // in the dark and in a blur no look counts any more, so that looks grow old
            case NOT_SEEN_WELL, DETECTION_STALE -> ReasonCode.NOT_SEEN_WELL;
            case MODEL_MISSING, DETECTOR_FAILED, UNDECODABLE, LATE, OVERLOAD, REVIEW, OVERRIDDEN ->
              ReasonCode.COULD_NOT_CHECK;
          });
    }
    codes.forEach(code -> faults.add(Fault.withholding(code)));
  }

  private void restricted() {
    Set<ReasonCode> codes = EnumSet.noneOf(ReasonCode.class);
    for (Sighting sighting : moment.frame().sightings()) {
      switch (sighting.kind()) {
        case FACE -> codes.add(ReasonCode.FACE_IN_VIEW);
        case PERSON -> {
          if (sighting.reason() != RegionReason.OWN_BODY) {
            codes.add(ReasonCode.OTHER_PERSON);
          }
        }
        case SCREEN -> codes.add(ReasonCode.SCREEN_IN_VIEW);
        case TEXT -> {
          // words on a packet are no document; what shape it has nobody could say is none either
          if (sighting.block() == BlockKind.DOCUMENT || sighting.block() == BlockKind.CARD) {
            codes.add(ReasonCode.DOCUMENT_IN_VIEW);
          }
        }
        case OBJECT -> {}
      }
    }
    Measure voice = moment.frame().voice();
    if (voice.assessed() && voice.orThrow() >= HEARD) {
      codes.add(ReasonCode.VOICE);
    }
    codes.forEach(code -> faults.add(Fault.of(code)));
  }

  private void picture() {
    for (Feedback advice : moment.score().score().feedback()) {
      ReasonCode code = switch (advice.code()) {
        case TOO_DARK -> ReasonCode.TOO_DARK;
        case TOO_BRIGHT -> ReasonCode.TOO_BRIGHT;
        case HARSH_LIGHT -> ReasonCode.HARSH_LIGHT;
        case LOW_CONTRAST -> ReasonCode.LOW_CONTRAST;
        case BLURRED -> ReasonCode.BLURRED;
        case LENS_COVERED -> ReasonCode.LENS_COVERED;
        case HANDS_OUT_OF_FRAME -> ReasonCode.HANDS_OUT_OF_FRAME;
        case HANDS_CUT_OFF -> ReasonCode.HANDS_CUT_OFF;
        case TOO_FAR -> ReasonCode.TOO_FAR;
        case TOO_CLOSE -> ReasonCode.TOO_CLOSE;
        case CAMERA_TILTED -> ReasonCode.CAMERA_TILTED;
        case SHAKY -> ReasonCode.SHAKY;
      };
      if (faults.stream().noneMatch(fault -> fault.code() == code)) {
        faults.add(new Fault(code, measured(advice, code), advice.edge()));
      }
    }
    Factor view = moment.factor(FactorName.VIEW_OCCLUSION);
    if (view != null && view.utility().assessed() && view.utility().orThrow() < POOR) {
      faults.add(new Fault(
          ReasonCode.VIEW_BLOCKED,
          view.measured().orThrow(),
          moment.score().view().edge()));
    }
  }

  private double measured(Feedback advice, ReasonCode code) {
    return switch (code) {
      // how far the hands are from the middle says how far to turn the camera
      case HANDS_OUT_OF_FRAME, HANDS_CUT_OFF -> {
        Measure off = moment.reading(Framing.OFF_CENTRE);
        yield off.assessed() ? off.orThrow() : 0;
      }
      default -> Math.abs(advice.measured());
    };
  }

  private void device() {
    Factor resolution = moment.factor(FactorName.RESOLUTION);
    if (resolution != null
        && resolution.measured().assessed()
        && resolution.measured().orThrow() < rules.resolutionFloor()) {
      faults.add(new Fault(ReasonCode.LOW_RESOLUTION, resolution.measured().orThrow(), null));
    }
    Measure rate = moment.reading("frames_per_second");
    Measure enough = moment.reading("frames_per_second_utility");
    if (rate.assessed() && enough.assessed() && enough.orThrow() < 1) {
      faults.add(new Fault(ReasonCode.LOW_FRAME_RATE, rate.orThrow(), null));
    }
    Measure noise = moment.reading("sensor_noise");
    if (noise.assessed() && noise.orThrow() > rules.noisy()) {
      faults.add(new Fault(ReasonCode.SENSOR_NOISE, noise.orThrow(), null));
    }
    Measure frozen = moment.reading("frozen");
    if (frozen.assessed() && frozen.orThrow() == 1) {
      faults.add(Fault.of(ReasonCode.PICTURE_FROZEN));
    }
  }

  private void hands() {
    Measure hands = moment.score().hands();
    if (!hands.assessed() || hands.orThrow() > 0) {
      return;
    }
    faults.add(new Fault(
        ReasonCode.HANDS_NOT_IN_VIEW,
        0,
        moment.score().handsLeftBy().isEmpty()
            ? null
            : moment.score().handsLeftBy().get(0)));
    Measure shake = moment.reading("shake");
    if (shake.assessed() && shake.orThrow() < rules.stillness()) {
      faults.add(Fault.of(ReasonCode.NO_ACTIVITY));
    }
  }
}
