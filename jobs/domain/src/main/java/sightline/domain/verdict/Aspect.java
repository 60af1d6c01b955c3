package sightline.domain.verdict;

/** What a reason speaks of. */
public enum Aspect {
  /** Whether all of it is there: hands, time, frames. */
  COMPLETENESS,
  /** Whether the task was done at all: activity, expected objects, their order. */
  VALIDITY,
  /** Whether it can be learnt from. */
  QUALITY,
  /** Whether it may be seen. */
  PRIVACY,
  /** What people decided who looked. */
  REVIEW
}
