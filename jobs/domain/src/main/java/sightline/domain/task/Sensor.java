package sightline.domain.task;

/** What a device records beside pictures. */
public enum Sensor {
  AUDIO,
  /** Gravity or acceleration. */
  INERTIAL,
  DEPTH
}
