package sightline.domain.preflight;

/** Whether a worker may start. */
public enum Outcome {
  GO,
  /** Something has to be changed first, and the findings say what. */
  NOT_YET
}
