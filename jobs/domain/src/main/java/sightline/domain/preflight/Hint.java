package sightline.domain.preflight;

import org.jspecify.annotations.Nullable;

/**
 * One frame's word for a finding.
 *
 * @param looks at this very frame that came to it: 0 where it is its neighbours' word, 2 where one look is as good as two
 */
record Hint(FindingCode code, @Nullable Side where, int looks) {}
