package sightline.domain.feedback;

import org.jspecify.annotations.Nullable;
import sightline.domain.quality.Edge;
import sightline.domain.verdict.Change;
import sightline.domain.verdict.Reason;

/** What usually helps against a reason, where no single change would have turned the verdict. */
final class Remedy {
  private Remedy() {}

  /** Null where nothing of the worker's would help. */
  static @Nullable Change against(Reason reason) {
    return switch (reason.code()) {
      case TOO_SHORT -> Change.RECORD_LONGER;
      case TOO_LONG -> Change.RECORD_SHORTER;
      case HANDS_NOT_IN_VIEW, HANDS_OUT_OF_FRAME, HANDS_CUT_OFF -> towards(reason.edge());
      case INTERRUPTED -> Change.RECORD_IN_ONE_GO;
      case NO_ACTIVITY -> Change.DO_THE_TASK;
      case OBJECT_NOT_SEEN -> Change.SHOW_OBJECT;
      case OTHER_ORDER -> Change.KEEP_ORDER;
      case TOO_DARK, NOT_SEEN_WELL -> Change.LIGHT_ON;
      case TOO_BRIGHT -> Change.LESS_LIGHT;
      case HARSH_LIGHT -> Change.TURN_FROM_LIGHT;
      case LOW_CONTRAST, BLURRED -> Change.WIPE_LENS;
      case LENS_COVERED -> Change.CLEAR_LENS;
      case VIEW_BLOCKED -> Change.CLEAR_VIEW;
      case TOO_FAR -> Change.COME_CLOSER;
      case TOO_CLOSE -> Change.STEP_BACK;
      case CAMERA_TILTED -> Change.LEVEL_CAMERA;
      case SHAKY -> Change.HOLD_STEADY;
      case LOW_RESOLUTION, SENSOR_NOISE, LOW_FRAME_RATE, SENSOR_MISSING -> Change.ADAPT_SPEC;
      case OTHER_PERSON -> Change.ASK_PERSON_TO_LEAVE;
      case FACE_IN_VIEW -> Change.COVER_FACE;
      case DOCUMENT_IN_VIEW -> Change.PUT_PAPER_AWAY;
      case SCREEN_IN_VIEW -> Change.SCREEN_OFF;
      case VOICE -> Change.QUIET_PLACE;
      case FORBIDDEN_BODY_AREA -> Change.COVER_BODY;
      case CONSENT_MISSING -> Change.GIVE_CONSENT;
      // who took it back is not asked again
      case CONSENT_REVOKED, FRAMES_MISSING, PICTURE_FROZEN, COULD_NOT_CHECK, REVIEWED, APPEALED ->
        null;
    };
  }

  /** Towards the side at which the hands leave the picture. */
  private static Change towards(@Nullable Edge edge) {
    if (edge == null) {
      return Change.KEEP_HANDS_IN_VIEW;
    }
    return switch (edge) {
      case LEFT -> Change.TURN_LEFT;
      case RIGHT -> Change.TURN_RIGHT;
      case TOP -> Change.TILT_UP;
      case BOTTOM -> Change.TILT_DOWN;
      case WHOLE -> Change.KEEP_HANDS_IN_VIEW;
    };
  }
}
