package sightline.domain.task;

/** How much of a home and of a person a task lays open: what fair pay is held against, lowest first. */
public enum Sensitivity {
  LOW,
  MEDIUM,
  HIGH
}
