package sightline.domain.frame;

/** What a frame was sent for: to check the set-up before a task, or as part of the recording itself. */
public enum Phase {
  PREFLIGHT,
  RECORDING
}
