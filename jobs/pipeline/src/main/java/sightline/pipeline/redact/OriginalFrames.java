package sightline.pipeline.redact;

import java.nio.ByteBuffer;
import sightline.domain.frame.Rotation;
import sightline.domain.privacy.Directive;
import sightline.domain.redaction.Unreleased;
import sightline.vision.redaction.RedactFrame;
import sightline.wire.Topics;
import sightline.wire.UnreadableRecord;
import sightline.wire.WireFormat;
import sightline.wire.avro.Frame;
import sightline.wire.reference.NotFetched;
import sightline.wire.reference.ReferenceSettings;
import sightline.wire.reference.ReferencedImages;

/** Fetches the frames that directives speak of, and hands out none but the one that was assessed. */
final class OriginalFrames {
  private final FrameRecords records;
  private final ReferencedImages referenced;

  OriginalFrames(FrameRecords records, ReferenceSettings references) {
    this.records = records;
    this.referenced = references.images();
  }

  /**
   * A frame as it was assessed.
   *
   * @param image coded, in the stored raster
   * @param declared the sender's word on the rotation; NONE means that the image's own orientation tag counts
   */
  record Original(
      byte[] image, Rotation declared, String worker, String deviceClass, String region) {}

  /**
   * @throws Unreleasable where it cannot be had, or is not the one that the directive is about
   */
  Original of(Directive directive) throws Unreleasable {
    Frame frame = frame(directive);
    byte[] stored = image(frame);
    if (!RedactFrame.sha256(stored).equals(directive.sha256())) {
      throw new Unreleasable(Unreleased.OTHER_BYTES);
    }
    return new Original(
        stored, rotation(frame), frame.getWorker(), frame.getDeviceClass(), frame.getRegion());
  }

  private byte[] image(Frame frame) throws Unreleasable {
    ByteBuffer inline = frame.getImage();
    if (inline != null) {
      byte[] bytes = new byte[inline.remaining()];
      inline.duplicate().get(bytes);
      return bytes;
    }
    String reference = frame.getReference();
    if (reference == null) {
      throw new Unreleasable(Unreleased.OTHER_RECORD);
    }
    try {
      return referenced.fetch(reference);
    } catch (NotFetched no) {
      throw new Unreleasable(
          switch (no.reason()) {
            case REFERENCE_NOT_ALLOWED -> Unreleased.REFERENCED;
            case TOO_MANY_BYTES -> Unreleased.OTHER_BYTES;
            default -> Unreleased.UNAVAILABLE;
          });
    }
  }

  private static Rotation rotation(Frame frame) throws Unreleasable {
    try {
      return Rotation.ofDegrees(frame.getRotation());
    } catch (IllegalArgumentException noRotation) {
      throw new Unreleasable(Unreleased.OTHER_RECORD);
    }
  }

  /** A directive of a media file names that file as its topic, so topics other than the input's are never asked. */
  private Frame frame(Directive directive) throws Unreleasable {
    if (!directive.origin().topic().equals(Topics.FRAMES)) {
      throw new Unreleasable(Unreleased.NO_ORIGIN);
    }
    try {
      Frame frame = WireFormat.FRAME.decode(records.at(directive.origin()));
      if (frame.getKeyId() != null
          || frame.getCipher() != null
          || !frame.getSession().equals(directive.session())
          || frame.getIndex() != directive.index()) {
        throw new Unreleasable(Unreleased.OTHER_RECORD);
      }
      return frame;
    } catch (UnreadableRecord noFrame) {
      throw new Unreleasable(Unreleased.OTHER_RECORD);
    }
  }
}
