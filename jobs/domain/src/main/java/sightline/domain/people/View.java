package sightline.domain.people;

/** From where a task is filmed. */
public enum View {
  /** A camera on the worker's head, chest or hand: of the worker one sees hands, arms, lap, feet and shadow. */
  FIRST_PERSON,
  /** A camera that stands somewhere and sees the worker from outside. */
  TRIPOD,
  /** The task does not say; then only what can be nobody but the worker counts as the worker. */
  UNSPECIFIED
}
