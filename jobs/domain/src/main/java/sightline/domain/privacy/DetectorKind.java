package sightline.domain.privacy;

/** What a detector looks for. A policy names the kinds without which nothing may go out. */
public enum DetectorKind {
  FACE,
  /** Any person or part of one, the worker's own body included; who it is is judged later. */
  PERSON,
  /** Palms and backs of hands, anybody's. */
  HAND,
  /** Displays: television, laptop, telephone. */
  SCREEN,
  /** Written or printed text. */
  TEXT,
  /** Household objects, with the detector's own word for them. */
  THING
}
