package sightline.domain.assessment;

import sightline.domain.consent.Permit;
import sightline.domain.frame.Footage;
import sightline.domain.frame.FrameHeader;
import sightline.domain.frame.Origin;
import sightline.domain.sound.Speech;

/**
 * All that leaves the task that held the pixels and the sound.
 *
 * @param sha256 lower-case hex of the image bytes that were assessed
 * @param permit what the frame's consent receipt allows
 */
public record AssessedFrame(
    FrameHeader header,
    Origin origin,
    String sha256,
    Footage footage,
    Permit permit,
    Speech speech,
    Assessment assessment) {

  /** The same frame that may be used so instead. */
  public AssessedFrame with(Permit other) {
    return new AssessedFrame(header, origin, sha256, footage, other, speech, assessment);
  }

  /** The same frame of which this is known instead. */
  public AssessedFrame with(Assessment other) {
    return new AssessedFrame(header, origin, sha256, footage, permit, speech, other);
  }
}
