package sightline.domain.policy;

/** What a policy makes of footage that the project's own generator drew and signed in this run. */
public enum DrawnFootage {
  /** The same as of any other footage. */
  LIKE_ANY_OTHER,
  /** The stand-in's word is enough: a drawing shows nobody's face. */
  TRUST_THE_STAND_IN
}
