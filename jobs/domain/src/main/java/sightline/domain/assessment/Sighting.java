package sightline.domain.assessment;

import org.jspecify.annotations.Nullable;
import sightline.domain.framing.Area;
import sightline.domain.privacy.RegionKind;
import sightline.domain.privacy.RegionReason;
import sightline.domain.restricted.BlockKind;

/**
 * Something that a final directive hides, as whoever follows a session sees it.
 *
 * @param at shares of the upright picture, as hidden: grown
 * @param block what a text looks like from its shape; null for anything else, and where nobody can say
 * @param track number of the track within the session, null while there is none
 * @param confidence 0 to 1
 */
public record Sighting(
    RegionKind kind,
    RegionReason reason,
    Area at,
    @Nullable BlockKind block,
    @Nullable Integer track,
    double confidence) {}
