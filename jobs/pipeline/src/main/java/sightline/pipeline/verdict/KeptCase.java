package sightline.pipeline.verdict;

import sightline.domain.verdict.CaseFile;

/**
 * All that a session keeps while its verdict may be revised.
 *
 * @param untilMillis event time at which it is forgotten, unless something is heard of it; {@link #UNKNOWN} where nobody knew the time
 *     when it was last heard of
 */
public record KeptCase(CaseFile file, long untilMillis) {
  static final long UNKNOWN = Long.MIN_VALUE;
}
