package sightline.app.compose.cover;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** What happens to pictures without anything on the lens, and must not be taken for a cover. */
public enum CleanVariant {
  AS_IS,
  DARKENED,
  /** All of it out of focus. */
  DEFOCUSED,
  /** Smeared by a motion. */
  MOVED,
  NOISY,
  OVEREXPOSED,
  /** A small part of it: much of that is plain wall or furniture. */
  CROPPED,
  /** Large plain things with sharp edges, dark ones too, as cupboards and fridges are. */
  FURNITURE,
  /** A limb with a sharp outline reaches in, as the wearer's own do. */
  ARM,
  /** A soft shadow, in which the scene is still seen. */
  SHADOW;

  /**
   * @param frame stays as it is
   * @return packed RGB of the same size
   */
  public BufferedImage of(BufferedImage frame, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return switch (this) {
      case AS_IS -> copied(frame);
      case DARKENED -> exposed(frame, Math.pow(2, -random.nextDouble(1, 5)));
      case OVEREXPOSED -> exposed(frame, Math.pow(2, random.nextDouble(0.7, 2.5)));
      case DEFOCUSED ->
        Light.of(frame).blurred(0.004 * Math.pow(8, random.nextDouble())).developed();
      case MOVED -> moved(frame, random);
      case NOISY -> Grain.over(frame, random.nextDouble(6, 28), random);
      case CROPPED -> cropped(frame, random);
      case FURNITURE -> Fittings.furniture(frame, random);
      case ARM -> Fittings.arm(frame, random);
      case SHADOW -> Fittings.shadow(frame, random);
    };
  }

  private static BufferedImage copied(BufferedImage frame) {
    BufferedImage copy =
        new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = copy.createGraphics();
    g.setComposite(AlphaComposite.Src);
    g.drawImage(frame, 0, 0, null);
    g.dispose();
    return copy;
  }

  private static BufferedImage exposed(BufferedImage frame, double times) {
    Light light = Light.of(frame);
    for (int pixel = 0; pixel < light.width() * light.height(); pixel++) {
      light.set(pixel, light.at(pixel).times(times));
    }
    return light.developed();
  }

  private static BufferedImage moved(BufferedImage frame, SplittableRandom random) {
    int radius = (int) Math.max(1, Math.round(frame.getWidth() * random.nextDouble(0.006, 0.045)));
    boolean across = random.nextInt(3) > 0;
    return Light.of(frame).smeared(across ? 1 : 0, across ? 0 : 1, radius).developed();
  }

  private static BufferedImage cropped(BufferedImage frame, SplittableRandom random) {
    double part = random.nextDouble(0.25, 0.7);
    int width = (int) (frame.getWidth() * part);
    int height = (int) (frame.getHeight() * part);
    int left = random.nextInt(frame.getWidth() - width + 1);
    int top = random.nextInt(frame.getHeight() - height + 1);
    BufferedImage out =
        new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = out.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(
        frame, 0, 0, out.getWidth(), out.getHeight(), left, top, left + width, top + height, null);
    g.dispose();
    return out;
  }
}
