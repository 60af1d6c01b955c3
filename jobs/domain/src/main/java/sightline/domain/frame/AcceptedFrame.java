package sightline.domain.frame;

/**
 * A frame that passed the header checks, with its pixels still encoded. It never leaves the task that read it.
 *
 * @param image JPEG or PNG, of the size that the header states
 * @param sha256 lower-case hex over {@code image}
 */
public record AcceptedFrame(
    FrameHeader header, Origin origin, byte[] image, String sha256, Footage footage) {}
