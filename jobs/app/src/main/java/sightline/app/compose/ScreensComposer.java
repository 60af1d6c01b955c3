package sightline.app.compose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** A phone, laptop or television in a first-person frame; the box is panel and bezel, without the keys. */
final class ScreensComposer implements Composer {
  private static final double LEAST_SHOWN = 0.45;

  private final List<Backdrop> backdrops;

  ScreensComposer(List<Backdrop> backdrops) {
    Fonts.required();
    this.backdrops = backdrops;
  }

  @Override
  public int pictures(int count) {
    return count;
  }

  @Override
  public Composite draw(int number, long seed) {
    Chance chance = Chance.of(seed, Family.SCREENS, number);
    Backdrop backdrop = chance.pick(backdrops);
    Canvas canvas = Scene.of(backdrop, chance);
    Display display = Display.drawn(chance, chance.pick(backdrops));
    BufferedImage image = display.image();
    boolean phone = display.kind().equals("phone");
    double share = phone ? chance.logBetween(0.05, 0.3) : chance.logBetween(0.12, 0.7);
    double width = share * canvas.width;
    double height = width * image.getHeight() / image.getWidth();
    double degrees =
        phone ? chance.between(-180, 180) : 9 * Math.max(-3, Math.min(3, chance.gaussian()));
    double tilt = chance.between(0, phone ? 50 : 30);
    Quad quad = placed(canvas, display, width, height, degrees, tilt, chance);
    Flat.shadow(canvas, quad);
    double glow =
        display.lit() == Display.Lit.ON ? chance.between(0.8, 1.15) : chance.between(0.6, 1);
    Paste.onto(canvas, Layer.of(image).tinted(glow, glow, glow), quad);
    double light = chance.odds(0.7) ? 1 : chance.between(0.35, 1);
    double blur = chance.odds(0.25) ? chance.between(0.2, 2) * canvas.width / 480 : 0;
    Optics.defocus(canvas, blur);
    Optics.light(canvas, light);
    Optics.noise(canvas, Optics.noiseAt(light), chance.of("noise"));
    Rectangle2D whole = quad.part(display.screen()).hull();
    Rectangle2D shown = whole.createIntersection(canvas.bounds());
    Truth truth = new Truth(canvas, backdrop)
        .labelled("screen_placed")
        .condition("kind", display.kind())
        .condition("lit", display.lit() == Display.Lit.ON ? "on" : "off")
        .condition("size", Math.max(shown.getWidth(), shown.getHeight()))
        .condition("angle", degrees)
        .condition("tilt", tilt)
        .condition("light", light)
        .condition("blur", blur)
        .condition("cover", 1 - Flat.areaShare(shown, whole));
    ObjectNode box = truth.box("screen", shown);
    box.put("kind", display.kind());
    return truth.of(canvas);
  }

  /** Anywhere, so long as enough of the panel is in the frame. */
  private static Quad placed(
      Canvas canvas,
      Display display,
      double width,
      double height,
      double degrees,
      double tilt,
      Chance chance) {
    Quad quad = at(canvas, 0.5, 0.5, width, height, degrees, tilt);
    for (int attempt = 0; attempt < 12; attempt++) {
      Quad tried = at(
          canvas, chance.between(0.1, 0.9), chance.between(0.1, 0.9), width, height, degrees, tilt);
      Rectangle2D hull = tried.part(display.screen()).hull();
      if (Flat.areaShare(hull.createIntersection(canvas.bounds()), hull) >= LEAST_SHOWN) {
        return tried;
      }
    }
    return quad;
  }

  private static Quad at(
      Canvas canvas, double x, double y, double width, double height, double degrees, double tilt) {
    return Flat.quad(
        canvas,
        new Point2D.Double(0.5, 0.5),
        x * canvas.width,
        y * canvas.height,
        width,
        height,
        degrees,
        tilt);
  }
}
