package sightline.domain.quality;

import java.util.List;

/**
 * How useful a frame is, and every reason for it.
 *
 * @param value 0 to 1; not assessed where no factor was
 * @param assessedWeight share of the weights whose factors were assessed, 0 to 1: how much of the score is known
 */
public record Score(
    Measure value, double assessedWeight, List<Factor> factors, List<Feedback> feedback) {}
