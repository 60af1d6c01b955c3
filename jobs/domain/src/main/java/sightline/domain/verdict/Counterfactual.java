package sightline.domain.verdict;

import sightline.domain.quality.Measure;

/**
 * The single change that would have turned a verdict.
 *
 * @param code the reason it takes away
 * @param amount how much, in {@code unit}: 10 degrees, 12 s; not assessed where it has no amount
 * @param unit as in {@link Reason}
 * @param instead the verdict that would have come of it, milder than the one given
 */
public record Counterfactual(
    ReasonCode code, Change change, Measure amount, String unit, Verdict instead) {}
