package sightline.domain.quality;

import org.jspecify.annotations.Nullable;

/**
 * Advice with its evidence.
 *
 * @param evidence the factor that gave rise to it
 * @param measured that factor's value, in its own unit
 * @param edge where in the upright picture, null where the advice has no place
 */
public record Feedback(
    FeedbackCode code,
    FactorName evidence,
    double measured,
    Control control,
    @Nullable Edge edge) {}
