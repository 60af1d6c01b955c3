package sightline.domain.verdict;

import static sightline.domain.quality.Control.CONTROLLABLE;
import static sightline.domain.quality.Control.STRUCTURAL;

import sightline.domain.quality.Control;

/**
 * Why a session got its verdict: a closed vocabulary, each with a text in every language. Structural reasons are what a worker
 * cannot change; they alone never reject.
 */
public enum ReasonCode {
  TOO_SHORT(Aspect.COMPLETENESS, CONTROLLABLE),
  TOO_LONG(Aspect.COMPLETENESS, CONTROLLABLE),
  HANDS_NOT_IN_VIEW(Aspect.COMPLETENESS, CONTROLLABLE),
  FRAMES_MISSING(Aspect.COMPLETENESS, STRUCTURAL),
  INTERRUPTED(Aspect.COMPLETENESS, CONTROLLABLE),
  SENSOR_MISSING(Aspect.COMPLETENESS, STRUCTURAL),
  NO_ACTIVITY(Aspect.VALIDITY, CONTROLLABLE),
  PICTURE_FROZEN(Aspect.VALIDITY, STRUCTURAL),
  OBJECT_NOT_SEEN(Aspect.VALIDITY, CONTROLLABLE),
  OTHER_ORDER(Aspect.VALIDITY, CONTROLLABLE),
  /** A dark room: a lamp may help where there is one, and where there is none nobody is to blame. */
  TOO_DARK(Aspect.QUALITY, STRUCTURAL),
  TOO_BRIGHT(Aspect.QUALITY, CONTROLLABLE),
  HARSH_LIGHT(Aspect.QUALITY, CONTROLLABLE),
  LOW_CONTRAST(Aspect.QUALITY, STRUCTURAL),
  BLURRED(Aspect.QUALITY, STRUCTURAL),
  LENS_COVERED(Aspect.QUALITY, CONTROLLABLE),
  VIEW_BLOCKED(Aspect.QUALITY, CONTROLLABLE),
  HANDS_OUT_OF_FRAME(Aspect.QUALITY, CONTROLLABLE),
  HANDS_CUT_OFF(Aspect.QUALITY, CONTROLLABLE),
  TOO_FAR(Aspect.QUALITY, CONTROLLABLE),
  TOO_CLOSE(Aspect.QUALITY, CONTROLLABLE),
  CAMERA_TILTED(Aspect.QUALITY, CONTROLLABLE),
  SHAKY(Aspect.QUALITY, CONTROLLABLE),
  LOW_RESOLUTION(Aspect.QUALITY, STRUCTURAL),
  SENSOR_NOISE(Aspect.QUALITY, STRUCTURAL),
  LOW_FRAME_RATE(Aspect.QUALITY, STRUCTURAL),
  OTHER_PERSON(Aspect.PRIVACY, CONTROLLABLE),
  FACE_IN_VIEW(Aspect.PRIVACY, CONTROLLABLE),
  DOCUMENT_IN_VIEW(Aspect.PRIVACY, CONTROLLABLE),
  SCREEN_IN_VIEW(Aspect.PRIVACY, CONTROLLABLE),
  VOICE(Aspect.PRIVACY, CONTROLLABLE),
  FORBIDDEN_BODY_AREA(Aspect.PRIVACY, CONTROLLABLE),
  CONSENT_MISSING(Aspect.PRIVACY, CONTROLLABLE),
  CONSENT_REVOKED(Aspect.PRIVACY, CONTROLLABLE),
  /** Too dark or too blurred to say whether there is something to hide. */
  NOT_SEEN_WELL(Aspect.PRIVACY, STRUCTURAL),
  /** The engine itself could not look: a model missing, a detector that failed, frames late. */
  COULD_NOT_CHECK(Aspect.PRIVACY, STRUCTURAL),
  /** A reviewer decided. */
  REVIEWED(Aspect.REVIEW, CONTROLLABLE),
  /** An appeal was decided. */
  APPEALED(Aspect.REVIEW, CONTROLLABLE);

  private final Aspect aspect;
  private final Control control;

  ReasonCode(Aspect aspect, Control control) {
    this.aspect = aspect;
    this.control = control;
  }

  public Aspect aspect() {
    return aspect;
  }

  public Control control() {
    return control;
  }

  /** Whether it is measured only where hands are held against the task's frame, which is done at every few frames. */
  boolean ofHandsInFrame() {
    return switch (this) {
      case HANDS_OUT_OF_FRAME, HANDS_CUT_OFF, TOO_FAR, TOO_CLOSE -> true;
      default -> false;
    };
  }
}
