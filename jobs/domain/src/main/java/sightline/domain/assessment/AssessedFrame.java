package sightline.domain.assessment;

import sightline.domain.frame.Footage;
import sightline.domain.frame.FrameHeader;
import sightline.domain.frame.Origin;

/**
 * All that leaves the task that held the pixels.
 *
 * @param sha256 lower-case hex of the image bytes that were assessed
 */
public record AssessedFrame(
    FrameHeader header, Origin origin, String sha256, Footage footage, Assessment assessment) {}
