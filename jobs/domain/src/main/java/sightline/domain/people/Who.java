package sightline.domain.people;

/** Whose body a detection shows. */
public enum Who {
  WORKER,
  THIRD_PARTY
}
