package sightline.domain.assessment;

import org.jspecify.annotations.Nullable;
import sightline.domain.privacy.Detection;
import sightline.domain.tracking.Basis;

/**
 * What is, or may be, in a frame by its own look or by those around it.
 *
 * @param believed in the stored raster
 * @param track number within the session; null for what was found once only
 */
public record Tracked(
    Detection believed, Basis basis, @Nullable Integer track) {}
