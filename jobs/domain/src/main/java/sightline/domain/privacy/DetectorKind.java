package sightline.domain.privacy;

/** What a detector looks for. A policy names the kinds without which nothing may go out. */
public enum DetectorKind {
  FACE
}
