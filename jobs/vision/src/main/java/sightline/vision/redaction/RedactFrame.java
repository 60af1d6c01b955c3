package sightline.vision.redaction;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import sightline.domain.frame.Rotation;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Finality;
import sightline.domain.privacy.Region;
import sightline.vision.decode.ImageHeader;
import sightline.vision.decode.ImageLimits;
import sightline.vision.decode.Picture;
import sightline.vision.decode.Undecodable;
import sightline.vision.redaction.RedactionRefused.Why;

/**
 * Makes of a frame's coded bytes the pixels that may be seen under its final directive. Not one stored byte is handed on: what
 * goes out is coded anew from the pixels, so that nothing else in the file goes with them (EXIF, places, thumbnails, comments,
 * what follows the picture's end).
 */
public final class RedactFrame {
  /** The header checks let the frame in long ago; here they only guard the decoder. */
  private static final ImageLimits LIMITS =
      new ImageLimits(64L * 1024 * 1024, 1, Integer.MAX_VALUE);

  private final HideRegions hide;

  public RedactFrame(RedactionMethod method) {
    this.hide = new HideRegions(method);
  }

  /**
   * @param image the bytes that were assessed
   * @param declared the sender's word on the rotation; NONE means that the image's own orientation tag counts. Mirrored
   *     orientations are turned and stay mirrored, as the engine saw them
   * @param directive the final one, with its overrides applied
   * @return upright; black where the directive is WITHHOLD
   * @throws RedactionRefused where the directive is not about these pixels; nothing may go out then
   */
  public RedactedPixels pixels(byte[] image, Rotation declared, Directive directive)
      throws RedactionRefused {
    if (directive.finality() != Finality.FINAL) {
      throw new RedactionRefused(Why.NOT_FINAL);
    }
    if (!sha256(image).equals(directive.sha256())) {
      throw new RedactionRefused(Why.OTHER_BYTES);
    }
    if (!(ImageHeader.read(image, LIMITS) instanceof ImageHeader.Accepted header)) {
      throw new RedactionRefused(Why.UNDECODABLE);
    }
    for (Region region : directive.regions()) {
      if (region.x() + (long) region.width() > header.width()
          || region.y() + (long) region.height() > header.height()) {
        throw new RedactionRefused(Why.OTHER_RASTER);
      }
    }
    Rotation upright = declared == Rotation.NONE ? header.exif() : declared;
    return directive.disposition() == Disposition.WITHHOLD
        ? black(header, upright)
        : hidden(image, header, upright, directive);
  }

  /** Lower-case hex, as directives carry it. */
  public static String sha256(byte[] image) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(image));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private RedactedPixels hidden(
      byte[] image, ImageHeader.Accepted header, Rotation upright, Directive directive)
      throws RedactionRefused {
    // turned after hiding, as regions lie in the stored raster
    try (Picture stored = Picture.decode(image, header, Rotation.NONE);
        PointerScope scope = new PointerScope()) {
      Mat pixels = stored.bgr().clone();
      hide.in(pixels, directive.regions(), PictureCoding.of(image));
      try (Picture turned = Picture.of(pixels, upright)) {
        return kept(turned.bgr().clone());
      }
    } catch (Undecodable unreadable) {
      throw new RedactionRefused(Why.UNDECODABLE);
    }
  }

  private static RedactedPixels black(ImageHeader.Accepted header, Rotation upright) {
    boolean lying = upright == Rotation.CLOCKWISE_90 || upright == Rotation.CLOCKWISE_270;
    try (PointerScope scope = new PointerScope()) {
      return kept(new Mat(
          lying ? header.width() : header.height(),
          lying ? header.height() : header.width(),
          opencv_core.CV_8UC3,
          new Scalar(0, 0, 0, 0)));
    }
  }

  /** It outlives the scope it was made in. */
  private static RedactedPixels kept(Mat bgr) {
    bgr.retainReference();
    return new RedactedPixels(bgr);
  }
}
