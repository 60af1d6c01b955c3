package sightline.app.compose;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * A head to cut out of a photo.
 *
 * @param identity the photo's name and, where it holds several heads, the head's number
 * @param cut the part of the photo that is kept, in its pixels
 * @param face brow to chin and cheek to cheek, in shares of the cut
 * @param head with hair and ears, in shares of the cut; all outside is dropped
 * @param group of the labelled sets, null of others
 */
record FaceCut(
    String identity,
    Path photo,
    Rectangle cut,
    Oval face,
    Oval head,
    @Nullable Group group) {
  /** Share of the head's radius over which it fades. */
  private static final double RIM = 0.16;

  /** Annotators' impressions, not what a person says of themselves. */
  record Group(String race, String gender, String age) {}

  /** Face height in the photo, pixels: enlarging it would soften it. */
  double facePixels() {
    return 2 * face.radiusY() * cut.height;
  }

  BufferedImage picture() {
    try {
      BufferedImage whole = ImageIO.read(photo.toFile());
      if (whole == null) {
        throw new MediaMissing("%s is no photo that can be read".formatted(photo));
      }
      return whole.getSubimage(cut.x, cut.y, cut.width, cut.height);
    } catch (IOException e) {
      throw new MediaMissing("%s cannot be read: %s".formatted(photo, e.getMessage()));
    }
  }

  Layer layer() {
    return Layer.of(picture(), (x, y) -> head.softly(x, y, RIM));
  }

  /**
   * Where the cut comes to lie so that the face's middle is at a place.
   *
   * @param size face height, pixels
   */
  Quad quad(double faceX, double faceY, double size, double degrees) {
    double height = size / (2 * face.radiusY());
    double width = height * cut.width / cut.height;
    double offX = (0.5 - face.x()) * width;
    double offY = (0.5 - face.y()) * height;
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    return Quad.turned(
        faceX + offX * cos - offY * sin, faceY + offX * sin + offY * cos, width, height, degrees);
  }
}
