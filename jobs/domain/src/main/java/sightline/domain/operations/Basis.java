package sightline.domain.operations;

/** How an interval was come by, and so what it promises. Closed vocabulary. */
public enum Basis {
  /** Each case is a draw of its own: Clopper and Pearson 1934. */
  EXACT,
  /** Three exact intervals, one of the rate and two of the faults it was corrected for, each at its worse end. */
  EXACT_CORRECTED,
  /** A share of cases that come in clusters, by worker: Clopper and Pearson on the effective sample, Korn and Graubard 1998. */
  EXACT_ON_EFFECTIVE_SAMPLE,
  /** A ratio of sums over clusters: groups of workers are left out in turn, Student's t. */
  JACKKNIFE,
  /** A quantile of clustered cases: the interval of its rank turned into one of values, Woodruff 1952. */
  WOODRUFF,
  /** Units drawn again with their decisions, many times. */
  BOOTSTRAP,
  /** All there are were counted: nothing is inferred, and the interval is the value. */
  CENSUS,
  /** No interval can be given honestly: nothing is known of how far off the value may be. */
  NOT_ASSESSED
}
