package sightline.domain.quality;

/**
 * One reason for a score.
 *
 * @param measured in the unit of its measure
 * @param utility 0 (useless) to 1 (as good as needed); not assessed where {@code measured} is not
 * @param weight its part among all factors, above 0
 */
public record Factor(
    FactorName name, Measure measured, Measure utility, Control control, double weight) {}
