package sightline.domain.lifecycle;

/** What happened in one worker's one go at a task. Closed vocabulary; a later version may know more words. */
public enum LifecycleStep {
  TASK_OFFERED,
  TASK_ACCEPTED,
  TASK_DECLINED,
  /** One step of the consent came up; which one is named. */
  CONSENT_SHOWN,
  /** The worker opened what stands behind a step. */
  CONSENT_EXPANDED,
  /** A question about the consent was answered. */
  COMPREHENSION_ANSWERED,
  CONSENT_ACCEPTED,
  CONSENT_DECLINED,
  SETUP_STARTED,
  SETUP_ENDED,
  PREFLIGHT_STARTED,
  PREFLIGHT_ENDED,
  RECORDING_STARTED,
  RECORDING_INTERRUPTED,
  RECORDING_RESUMED,
  RECORDING_ENDED,
  UPLOAD_STARTED,
  UPLOAD_ENDED,
  REVIEW_STARTED,
  REVIEW_DECIDED,
  APPEAL_MADE,
  APPEAL_DECIDED,
  PAYMENT_MADE,
  ABANDONED,
  /** The worker asked that the recording be deleted. */
  DELETION_ASKED,
  DELETION_DONE
}
