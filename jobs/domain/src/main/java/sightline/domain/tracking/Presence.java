package sightline.domain.tracking;

import org.jspecify.annotations.Nullable;
import sightline.domain.privacy.Detection;

/**
 * Something that is, or may be, in a frame.
 *
 * @param believed box in the stored raster, grown where the frame's own look did not find it; the confidence is that of all the looks
 *     that speak for it, so that one threshold decides for a frame and for its neighbours
 * @param track of which it is a part
 * @param own what the frame's own look found of it, null where it found nothing
 */
public record Presence(
    Detection believed, Basis basis, Track track, @Nullable Detection own) {}
