package sightline.domain.frame;

import org.jspecify.annotations.Nullable;
import sightline.domain.consent.Permit;
import sightline.domain.sound.Sound;

/**
 * A frame that passed the header checks, with its pixels still encoded. It never leaves the task that read it.
 *
 * @param image JPEG or PNG, of the size that the header states
 * @param sha256 lower-case hex over {@code image}
 * @param permit what the frame's consent receipt allows
 * @param sound null where the frame came without
 */
public record AcceptedFrame(
    FrameHeader header,
    Origin origin,
    byte[] image,
    String sha256,
    Footage footage,
    Permit permit,
    @Nullable Sound sound) {}
