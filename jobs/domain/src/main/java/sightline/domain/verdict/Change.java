package sightline.domain.verdict;

/** A single thing that somebody could have done differently. Amounts stand beside it in {@link Counterfactual}. */
public enum Change {
  TILT_UP,
  TILT_DOWN,
  TURN_LEFT,
  TURN_RIGHT,
  LEVEL_CAMERA,
  COME_CLOSER,
  STEP_BACK,
  HOLD_STEADY,
  LIGHT_ON,
  LESS_LIGHT,
  TURN_FROM_LIGHT,
  WIPE_LENS,
  CLEAR_LENS,
  CLEAR_VIEW,
  KEEP_HANDS_IN_VIEW,
  RECORD_LONGER,
  RECORD_SHORTER,
  RECORD_IN_ONE_GO,
  DO_THE_TASK,
  SHOW_OBJECT,
  KEEP_ORDER,
  ASK_PERSON_TO_LEAVE,
  COVER_FACE,
  PUT_PAPER_AWAY,
  SCREEN_OFF,
  QUIET_PLACE,
  COVER_BODY,
  GIVE_CONSENT,
  /** Nothing that the worker could do: the task's terms have to fit the device or the room. */
  ADAPT_SPEC
}
