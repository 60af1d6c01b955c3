package sightline.domain.quality;

/** Whether the worker can change what a factor measures. A structural factor is adapted to, never held against a person. */
public enum Control {
  CONTROLLABLE,
  STRUCTURAL
}
