package sightline.domain.privacy;

/** Why a directive that is already out is overridden. All make it stricter, but for a REVIEW that lifts. */
public enum OverrideCause {
  REVOCATION,
  DELETION,
  REVIEW,
  LEAK_FOUND,
  CONTROL_RECORD
}
