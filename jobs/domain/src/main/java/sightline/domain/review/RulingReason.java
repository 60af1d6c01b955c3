package sightline.domain.review;

/** Why a session was rejected, or its worker is coached. Closed vocabulary; a later version may know more words. */
public enum RulingReason {
  /** What the task asks for was not done, or not to its end. */
  TASK_NOT_DONE(Blame.MAY_REJECT),
  /** Something else was filmed. */
  OTHER_TASK(Blame.MAY_REJECT),
  /** The steps were done in another order than the task demands. */
  ORDER_NOT_KEPT(Blame.MAY_REJECT),
  /** The hands are out of the picture for too much of it. */
  HANDS_OUT_OF_VIEW(Blame.MAY_REJECT),
  /** The camera looks elsewhere, or something lies on its lens. */
  VIEW_BLOCKED(Blame.MAY_REJECT),
  /** Too much of it is blurred by movement. */
  SHAKEN(Blame.MAY_REJECT),
  /** Too much is missing. */
  GAPS(Blame.MAY_REJECT),
  /** It shows what the task forbids to show. */
  FORBIDDEN_IN_VIEW(Blame.MAY_REJECT),
  /** Somebody else is in it. */
  OTHERS_IN_VIEW(Blame.MAY_REJECT),
  /** A picture of a picture, or footage that was handed in before. */
  NOT_GENUINE(Blame.MAY_REJECT),
  /** The room is dark. */
  LOW_LIGHT(Blame.CONDITION),
  /** The device films few pixels. */
  LOW_RESOLUTION(Blame.CONDITION),
  /** The device films few frames a second. */
  LOW_FRAME_RATE(Blame.CONDITION),
  /** The device's pictures are grainy or soft. */
  SENSOR_QUALITY(Blame.CONDITION),
  /** There is no room to step back. */
  SMALL_ROOM(Blame.CONDITION);

  private enum Blame {
    MAY_REJECT,
    CONDITION
  }

  private final Blame blame;

  RulingReason(Blame blame) {
    this.blame = blame;
  }

  /** Whether a session may be rejected for it. What a worker cannot change is no fault of theirs: nobody may. */
  public boolean mayReject() {
    return blame == Blame.MAY_REJECT;
  }
}
