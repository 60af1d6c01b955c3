package sightline.domain.tracking;

/** On what ground something is believed to be in a frame. */
public enum Basis {
  /** The frame's own look found it. */
  SEEN,
  /** Looks before and after found it. */
  BETWEEN,
  /** Looks before found it, and it may still be there. */
  AFTER,
  /** Looks after found it, and it may have been there already. */
  BEFORE
}
