package sightline.domain.session;

/** What the books make of an arriving frame. */
public enum Place {
  /** In time: it waits for its neighbours. */
  WAITS,
  /** Seen before. */
  DUPLICATE,
  /** So far back that the books cannot tell it from a duplicate. */
  EXPIRED,
  /** Late by capture time. */
  LATE_BY_HORIZON,
  /** Late by silence. */
  LATE_BY_SILENCE
}
