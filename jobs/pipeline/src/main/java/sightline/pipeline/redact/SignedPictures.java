package sightline.pipeline.redact;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import sightline.domain.frame.Rotation;
import sightline.domain.privacy.Directive;
import sightline.domain.redaction.RedactedFrame;
import sightline.domain.redaction.ReleaseKey;
import sightline.domain.redaction.Unreleased;
import sightline.vision.redaction.PictureCoding;
import sightline.vision.redaction.RedactFrame;
import sightline.vision.redaction.RedactedPixels;
import sightline.vision.redaction.RedactionMethod;
import sightline.vision.redaction.RedactionRefused;
import sightline.wire.Topics;
import sightline.wire.UnreadableRecord;
import sightline.wire.WireFormat;
import sightline.wire.avro.Frame;

/** Fetches a frame's pixels, hides what its directive says, and signs what is left. Not one stored byte goes out. */
final class SignedPictures {
  /** Below the 6 MiB that a broker takes of {@code frames-redacted}, with room for the rest of the record. */
  private static final int MOST_BYTES = 6 * 1024 * 1024 - 65_536;

  private final RedactFrame redact = new RedactFrame(RedactionMethod.FILL);
  private final FrameRecords frames;
  private final ReleaseKey key;
  private final String signedBy;

  SignedPictures(FrameRecords frames, ReleaseKey key, String signedBy) {
    this.frames = frames;
    this.key = key;
    this.signedBy = signedBy;
  }

  /**
   * @param directive the final one, with its overrides applied
   * @throws Unreleasable where the pixels it is about cannot be had
   */
  RedactedFrame of(Directive directive) throws Unreleasable {
    Frame frame = frame(directive);
    ByteBuffer inline = frame.getImage();
    if (inline == null) {
      throw new Unreleasable(Unreleased.REFERENCED);
    }
    byte[] stored = new byte[inline.remaining()];
    inline.duplicate().get(stored);
    try (RedactedPixels pixels =
        redact.pixels(stored, Rotation.ofDegrees(frame.getRotation()), directive)) {
      byte[] image = pixels.coded(PictureCoding.JPEG);
      if (image.length > MOST_BYTES) {
        throw new Unreleasable(Unreleased.TOO_LARGE);
      }
      byte[] sha256 = HexFormat.of().parseHex(RedactFrame.sha256(image));
      return RedactedFrame.signed(
          directive, pixels.width(), pixels.height(), image, sha256, key, signedBy);
    } catch (RedactionRefused refused) {
      throw new Unreleasable(why(refused.why()));
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
      Frame frame = WireFormat.FRAME.decode(frames.at(directive.origin()));
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

  private static Unreleased why(RedactionRefused.Why why) {
    return switch (why) {
      case NOT_FINAL -> Unreleased.NOT_FINAL;
      case OTHER_BYTES -> Unreleased.OTHER_BYTES;
      case OTHER_RASTER -> Unreleased.OTHER_RASTER;
      case UNDECODABLE -> Unreleased.UNDECODABLE;
    };
  }
}
