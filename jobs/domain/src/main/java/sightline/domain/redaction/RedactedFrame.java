package sightline.domain.redaction;

import java.time.Instant;
import java.util.List;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.Disposition;

/**
 * A frame as those see it who may: hidden as directed, coded anew, signed.
 *
 * @param revision of the directive that it was made under: 1 for the FINAL and one for each override that was applied
 * @param disposition WITHHOLD where it is black
 * @param width pixels of the upright picture
 * @param height pixels of the upright picture
 * @param image JPEG without a word about itself
 * @param purposes what the frame may serve, as its directive says
 * @param policy version of the policy that it was decided under
 * @param signature {@link ReleaseKey#sign} over it
 * @param signedBy name of the key, for those who know several
 */
public record RedactedFrame(
    String session,
    int index,
    int revision,
    Instant capturedAt,
    Disposition disposition,
    int width,
    int height,
    byte[] image,
    List<String> purposes,
    String policy,
    byte[] signature,
    String signedBy) {
  /** Bytes of an Ed25519 signature. */
  private static final int SIGNATURE_BYTES = 64;

  public RedactedFrame {
    purposes = List.copyOf(purposes);
    if (index < 0 || revision < 1 || width < 1 || height < 1 || image.length == 0) {
      throw new IllegalArgumentException(
          "a redacted frame has an index from 0, a revision from 1 and a picture, got %s, %s, %s x %s"
              .formatted(index, revision, width, height));
    }
    if (signature.length != SIGNATURE_BYTES) {
      throw new IllegalArgumentException(
          "a signature has %s bytes, got %s".formatted(SIGNATURE_BYTES, signature.length));
    }
  }

  /**
   * Signs what was made of a frame's pixels.
   *
   * @param directive the final one with its overrides applied
   * @param sha256 of {@code image}
   */
  public static RedactedFrame signed(
      Directive directive,
      int width,
      int height,
      byte[] image,
      byte[] sha256,
      ReleaseKey key,
      String signedBy) {
    return new RedactedFrame(
        directive.session(),
        directive.index(),
        directive.revision(),
        directive.capturedAt(),
        directive.disposition(),
        width,
        height,
        image,
        directive.purposes(),
        directive.policy(),
        key.sign(directive.session(), directive.index(), directive.revision(), sha256),
        signedBy);
  }

  /** The key of its record, and of the tombstone that takes it back. */
  public static String key(String session, int index) {
    return "%s#%d".formatted(session, index);
  }
}
