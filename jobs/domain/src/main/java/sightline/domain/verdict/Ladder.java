package sightline.domain.verdict;

import sightline.domain.task.SessionBounds;

/**
 * What share of a session something has to spoil before it leads to which verdict. A rung is passed by more than its share; one
 * above 1 is out of reach. What is structural has none to REJECT.
 */
public record Ladder(double coach, double review, double reject, double withhold) {
  private static final double NEVER = 2;

  /** Half of a session is no longer a slip. */
  private static final double HALF = 0.5;

  /** What leaves a tenth of a session is a session without use. */
  private static final double NEARLY_ALL = 0.9;

  /** Nobody is advised about somebody who passed by for a moment; two seconds of a hundred are seen again. */
  private static final double NOTICED = 0.02;

  /**
   * The rungs of a code that time stands against; those that are judged otherwise (length, gaps, resolution, objects, hands in view) have none.
   *
   * @param bounds of the task
   */
  public static Ladder of(ReasonCode code, SessionBounds bounds) {
    double unusable = bounds.unusable();
    double half = Math.max(unusable, HALF);
    return switch (code) {
      case TOO_DARK, LOW_CONTRAST, BLURRED, HARSH_LIGHT, SENSOR_NOISE, LOW_FRAME_RATE ->
        new Ladder(unusable, NEVER, NEVER, NEVER);
      case TOO_BRIGHT, TOO_FAR, TOO_CLOSE, CAMERA_TILTED, SHAKY, HANDS_CUT_OFF ->
        new Ladder(unusable, half, NEVER, NEVER);
      case LENS_COVERED, VIEW_BLOCKED, HANDS_OUT_OF_FRAME ->
        new Ladder(unusable, half, Math.max(unusable, NEARLY_ALL), NEVER);
      case PICTURE_FROZEN -> new Ladder(NEVER, unusable, NEVER, NEVER);
      case NO_ACTIVITY -> new Ladder(NEVER, Math.max(unusable, 0.8), NEVER, NEVER);
      case NOT_SEEN_WELL -> new Ladder(NEVER, bounds.withheld(), NEVER, NEVER);
      case COULD_NOT_CHECK ->
        new Ladder(NEVER, bounds.withheld(), NEVER, Math.max(bounds.withheld(), NEARLY_ALL));
      case CONSENT_MISSING -> new Ladder(0, NEVER, NEVER, bounds.withheld());
      case CONSENT_REVOKED -> new Ladder(NEVER, NEVER, NEVER, 0);
      case OTHER_PERSON,
          FACE_IN_VIEW,
          DOCUMENT_IN_VIEW,
          SCREEN_IN_VIEW,
          VOICE,
          FORBIDDEN_BODY_AREA -> new Ladder(NOTICED, NEVER, NEVER, NEVER);
      case TOO_SHORT,
          TOO_LONG,
          LOW_RESOLUTION,
          HANDS_NOT_IN_VIEW,
          FRAMES_MISSING,
          INTERRUPTED,
          SENSOR_MISSING,
          OBJECT_NOT_SEEN,
          OTHER_ORDER,
          REVIEWED,
          APPEALED -> new Ladder(NEVER, NEVER, NEVER, NEVER);
    };
  }

  /** Where a share leads to. */
  Verdict at(double share) {
    if (share > withhold) {
      return Verdict.WITHHOLD;
    }
    if (share > reject) {
      return Verdict.REJECT;
    }
    if (share > review) {
      return Verdict.REVIEW;
    }
    return share > coach ? Verdict.COACH : Verdict.ACCEPT;
  }

  /** The lowest share that leads anywhere. */
  double lowest() {
    return Math.min(Math.min(coach, review), Math.min(reject, withhold));
  }
}
