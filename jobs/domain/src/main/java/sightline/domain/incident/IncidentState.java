package sightline.domain.incident;

/** Where an incident stands. */
public enum IncidentState {
  OPENED,
  /** More came, somebody came much nearer, or it goes on. */
  UPDATED,
  CLOSED
}
