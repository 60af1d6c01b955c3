package sightline.app.compose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.app.compose.cover.CoverFamily;
import sightline.app.compose.cover.LensCover;

/**
 * Frames with a cover on the lens or a thing parked before it, and frames without one that are dark, blurred, noisy or show a
 * large plain panel with sharp edges, as cupboards do.
 */
final class CoversComposer implements Composer {
  private static final int CLEAN_IN_A_ROUND = 5;

  private final Family family;
  private final List<Backdrop> backdrops;
  private final @Nullable Integer longSide;

  /**
   * @param longSide of the pictures in pixels, null for that of {@link Scene}
   */
  CoversComposer(Family family, List<Backdrop> backdrops, @Nullable Integer longSide) {
    this.family = family;
    this.backdrops = backdrops;
    this.longSide = longSide;
  }

  @Override
  public int pictures(int count) {
    return count;
  }

  @Override
  public Composite draw(int number, long seed) {
    Chance chance = Chance.of(seed, family, number);
    Backdrop backdrop = chance.pick(backdrops);
    Canvas scene = cropped(backdrop, chance.of("crop"));
    CoverFamily[] families = CoverFamily.values();
    int turn = number % (families.length + CLEAN_IN_A_ROUND);
    if (turn >= families.length) {
      return clean(scene, backdrop, turn - families.length, chance);
    }
    if (chance.odds(0.25)) {
      panel(scene, chance.of("panel"));
    }
    LensCover cover =
        LensCover.draw(scene.image(), families[turn], chance.of("cover").next());
    Canvas canvas = Canvas.of(cover.picture());
    Truth truth = new Truth(canvas, backdrop).labelled("lens_cover");
    double light = chance.odds(0.3) ? chance.logBetween(0.25, 1) : 1;
    Optics.light(canvas, light);
    Optics.noise(canvas, Optics.noiseAt(light), chance.of("noise"));
    truth.condition("light", light);
    ObjectNode said = truth.line().putObject("cover");
    said.put("family", cover.family().name().toLowerCase(java.util.Locale.ROOT))
        .put("onLens", cover.family().onLens())
        .put("share", Truth.rounded(cover.share()))
        .put("edge", cover.edge().name())
        .put("columns", cover.mask().columns())
        .put("rows", cover.mask().rows())
        .put("cells", cover.mask().cells());
    return truth.of(canvas);
  }

  private static Composite clean(Canvas canvas, Backdrop backdrop, int kind, Chance chance) {
    double light = 1;
    String change = "none";
    switch (kind) {
      case 0 -> {
        light = chance.logBetween(0.12, 0.7);
        change = "dark";
      }
      case 1 -> {
        Optics.defocus(canvas, chance.logBetween(0.002, 0.02) * canvas.width);
        change = "defocus";
      }
      case 2 -> {
        Optics.motion(
            canvas, chance.logBetween(0.006, 0.06) * canvas.width, chance.between(0, 180));
        change = "motion";
      }
      case 3 -> {
        panel(canvas, chance.of("panel"));
        if (chance.odds(0.3)) {
          panel(canvas, chance.of("another panel"));
        }
        change = "panel";
      }
      default -> {
        // left as it came
      }
    }
    Truth truth = new Truth(canvas, backdrop).labelled("lens_cover");
    Optics.light(canvas, light);
    Optics.noise(canvas, Optics.noiseAt(light), chance.of("noise"));
    truth.condition("change", change).condition("light", light);
    truth.line().putNull("cover");
    return truth.of(canvas);
  }

  /** A part of the frame in the shape 16 to 9, mirrored half of the times. */
  private Canvas cropped(Backdrop backdrop, Chance chance) {
    BufferedImage picture = backdrop.image();
    double share = longSide == null ? 1 : chance.between(0.6, 1);
    int width = (int) Math.min(picture.getWidth() * share, picture.getHeight() * share * 16 / 9);
    int height = width * 9 / 16;
    int x = chance.below(picture.getWidth() - width + 1);
    int y = chance.below(picture.getHeight() - height + 1);
    BufferedImage part = picture.getSubimage(x, y, width, height);
    int to = longSide == null ? Math.max(480, width) : longSide;
    Canvas canvas = Canvas.of(Canvas.scaled(part, to, to * 9 / 16));
    if (chance.odds(0.5)) {
      mirror(canvas);
    }
    return canvas;
  }

  private static void mirror(Canvas canvas) {
    float[] before = canvas.rgb.clone();
    for (int y = 0; y < canvas.height; y++) {
      for (int x = 0; x < canvas.width; x++) {
        System.arraycopy(
            before,
            (y * canvas.width + canvas.width - 1 - x) * Canvas.CHANNELS,
            canvas.rgb,
            (y * canvas.width + x) * Canvas.CHANNELS,
            Canvas.CHANNELS);
      }
    }
  }

  /** A plain panel whose edges are as sharp as the scene: a cupboard, a wall, a table top, dark or light. */
  private static void panel(Canvas canvas, Chance chance) {
    double angle = chance.between(-0.5, 0.5);
    double x0 = chance.between(0, 1) * canvas.width;
    double y0 = chance.between(0, 1) * canvas.height;
    double halfWidth = chance.between(0.15, 0.7) * canvas.width;
    double halfHeight = chance.between(0.2, 0.9) * canvas.height;
    double lean = chance.between(-0.4, 0.4);
    double grey = Math.pow(chance.between(0, 1), 1.3) * 235;
    double[] colour = new double[Canvas.CHANNELS];
    for (int c = 0; c < Canvas.CHANNELS; c++) {
      colour[c] = Math.max(2, Math.min(250, grey + chance.between(-30, 30)));
    }
    double slopeX = chance.between(-0.5, 0.5) / canvas.width;
    double slopeY = chance.between(-0.5, 0.5) / canvas.height;
    Rectangle2D bounds = canvas.bounds();
    for (int y = 0; y < bounds.getHeight(); y++) {
      for (int x = 0; x < bounds.getWidth(); x++) {
        double on = (x - x0) * Math.cos(angle) + (y - y0) * Math.sin(angle);
        double off = -(x - x0) * Math.sin(angle) + (y - y0) * Math.cos(angle) + lean * on;
        double inside = Math.min(halfWidth - Math.abs(on), halfHeight - Math.abs(off));
        if (inside > -0.5) {
          double part = Math.min(1, inside + 0.5);
          double shade = 1 + slopeX * (x - x0) + slopeY * (y - y0);
          for (int c = 0; c < Canvas.CHANNELS; c++) {
            int at = (y * canvas.width + x) * Canvas.CHANNELS + c;
            canvas.rgb[at] = (float) (canvas.rgb[at] * (1 - part) + colour[c] * shade * part);
          }
        }
      }
    }
  }
}
