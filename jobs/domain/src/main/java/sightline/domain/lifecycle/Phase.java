package sightline.domain.lifecycle;

/** How far an assignment has come. */
public enum Phase {
  /** Nothing is known of it. */
  NONE,
  OFFERED,
  ACCEPTED,
  CONSENTED,
  RECORDING,
  /** The recording is interrupted. */
  PAUSED,
  RECORDED,
  UPLOADED,
  DECIDED,
  APPEALED,
  /** The worker declined the task or the consent. */
  DECLINED,
  ABANDONED
}
