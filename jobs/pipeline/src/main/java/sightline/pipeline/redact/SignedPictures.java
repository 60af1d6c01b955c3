package sightline.pipeline.redact;

import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightline.domain.privacy.Directive;
import sightline.domain.redaction.RedactedFrame;
import sightline.domain.redaction.ReleaseKey;
import sightline.domain.redaction.Unreleased;
import sightline.vision.redaction.PictureCoding;
import sightline.vision.redaction.RedactFrame;
import sightline.vision.redaction.RedactedPixels;
import sightline.vision.redaction.RedactionMethod;
import sightline.vision.redaction.RedactionRefused;

/** Fetches a frame's pixels, hides what its directive says, and signs what is left. Not one stored byte goes out. */
final class SignedPictures {
  private static final Logger LOG = LoggerFactory.getLogger(SignedPictures.class);
  /** Below the 6 MiB that a broker takes of {@code frames-redacted}, with room for the rest of the record. */
  private static final int MOST_BYTES = 6 * 1024 * 1024 - 65_536;

  private final RedactFrame redact = new RedactFrame(RedactionMethod.FILL);
  private final OriginalFrames frames;
  private final ReleaseKey key;
  private final String signedBy;

  SignedPictures(OriginalFrames frames, ReleaseKey key, String signedBy) {
    this.frames = frames;
    this.key = key;
    this.signedBy = signedBy;
  }

  /**
   * @param directive the final one, with its overrides applied
   * @throws Unreleasable where the pixels it is about cannot be had
   */
  RedactedFrame of(Directive directive) throws Unreleasable {
    OriginalFrames.Original original = frames.of(directive);
    Coded coded = coded(original, directive);
    if (coded.image().length > MOST_BYTES) {
      throw new Unreleasable(Unreleased.TOO_LARGE);
    }
    byte[] sha256 = HexFormat.of().parseHex(RedactFrame.sha256(coded.image()));
    return RedactedFrame.signed(
        directive, coded.width(), coded.height(), coded.image(), sha256, key, signedBy);
  }

  private record Coded(byte[] image, int width, int height) {}

  /** What native code throws over one frame is that frame's fault, and must not stop the others. */
  private Coded coded(OriginalFrames.Original original, Directive directive) throws Unreleasable {
    try (RedactedPixels pixels = redact.pixels(original.image(), original.declared(), directive)) {
      return new Coded(pixels.coded(PictureCoding.JPEG), pixels.width(), pixels.height());
    } catch (RedactionRefused refused) {
      throw new Unreleasable(why(refused.why()));
    } catch (RuntimeException fromNativeCode) {
      LOG.debug("a frame could not be hidden or coded", fromNativeCode);
      throw new Unreleasable(Unreleased.NOT_CODED);
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
