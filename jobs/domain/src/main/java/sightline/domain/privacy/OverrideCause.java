package sightline.domain.privacy;

/** Why a directive that is already out is made stricter. */
public enum OverrideCause {
  REVOCATION,
  DELETION,
  REVIEW,
  LEAK_FOUND,
  CONTROL_RECORD
}
