package sightline.domain.incident;

/** How soon somebody should look. It hangs on the kind alone, so that it hints at nobody. */
public enum Severity {
  LOW,
  MEDIUM,
  HIGH
}
