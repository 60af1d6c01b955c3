package sightline.domain.operations;

/** What a reading's numbers are. Closed vocabulary. */
public enum Unit {
  /** Part of a whole, 0 to 1. */
  SHARE,
  /** Difference of two shares, -1 to 1. */
  SHARE_DIFFERENCE,
  /** Time in seconds, from 0. */
  SECONDS,
  /** Events an hour, from 0. */
  PER_HOUR,
  /** Money an hour, from 0, in the currency that the reading's detail names. */
  CURRENCY_PER_HOUR,
  /** One quantity by another of the same kind, from 0. */
  RATIO,
  /** How many, from 0. */
  COUNT,
  /** Score of a session, 0 to 1. */
  SCORE,
  /** Agreement beyond chance: 1 where all agree, 0 where no better than chance, below 0 where worse; -1 at the least where pairs are compared. */
  COEFFICIENT;

  /** Smallest value that a number of this unit can have. */
  public double least() {
    return switch (this) {
      case SHARE, SECONDS, PER_HOUR, CURRENCY_PER_HOUR, RATIO, COUNT, SCORE -> 0;
      case SHARE_DIFFERENCE -> -1;
      case COEFFICIENT -> Double.NEGATIVE_INFINITY;
    };
  }

  /** Largest value that a number of this unit can have. */
  public double most() {
    return switch (this) {
      case SHARE, SCORE, SHARE_DIFFERENCE, COEFFICIENT -> 1;
      case SECONDS, PER_HOUR, CURRENCY_PER_HOUR, RATIO, COUNT -> Double.POSITIVE_INFINITY;
    };
  }
}
