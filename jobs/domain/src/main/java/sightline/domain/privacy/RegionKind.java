package sightline.domain.privacy;

/** What a redacted region hides. */
public enum RegionKind {
  FACE,
  PERSON,
  TEXT,
  SCREEN,
  OBJECT
}
