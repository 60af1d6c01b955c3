package sightline.app.compose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** One to three faces in a frame, under conditions that are written down. */
final class FacesComposer implements Composer {
  static final double SMALLEST = 16;
  static final double LARGEST = 160;
  private static final double MOST_ENLARGED = 1.25;
  private static final int TRIES = 30;

  private final List<Backdrop> backdrops;
  private final List<FaceCut> grouped;
  private final List<FaceCut> others;

  FacesComposer(List<Backdrop> backdrops, List<FaceCut> grouped, List<FaceCut> others) {
    this.backdrops = backdrops;
    this.grouped = grouped;
    this.others = others;
  }

  /**
   * A face that was placed.
   *
   * @param shown what the frame and any cover leave of the face's box
   * @param cover share of the face's box that is hidden
   */
  private record Placed(
      FaceCut cut, Rectangle2D whole, Rectangle2D shown, double size, double angle, double cover) {}

  @Override
  public int pictures(int count) {
    return count;
  }

  @Override
  public Composite draw(int number, long seed) {
    Chance chance = Chance.of(seed, Family.FACES, number);
    Backdrop backdrop = chance.pick(backdrops);
    Canvas canvas = Scene.of(backdrop, chance);
    double backlight = chance.odds(0.08) ? chance.between(0.25, 0.6) : 1;
    List<Placed> placed = place(canvas, chance, backlight);
    double light = chance.odds(0.8) ? chance.between(0.75, 1) : chance.logBetween(0.12, 0.75);
    double largest = placed.stream().mapToDouble(Placed::size).max().orElse(SMALLEST);
    double blur = chance.odds(0.2) ? chance.between(0.01, 0.12) * largest : 0;
    double motion = chance.odds(0.1) ? chance.between(0.03, 0.3) * largest : 0;
    Optics.defocus(canvas, blur);
    Optics.motion(canvas, motion, chance.between(0, 180));
    Optics.light(canvas, light);
    Truth truth = new Truth(canvas, backdrop)
        .labelled("face")
        .condition("light", light)
        .condition("backlight", backlight)
        .condition("blur", blur)
        .condition("motion", motion)
        .condition("noise", Optics.noiseAt(light));
    boolean all = true;
    for (Placed face : placed) {
      all &= write(truth, face, canvas, light * backlight, blur, motion);
    }
    truth.line().put("usable", all);
    Placed first = placed.get(0);
    truth
        .condition("size", first.size())
        .condition("angle", first.angle())
        .condition("cover", first.cover());
    Optics.noise(canvas, Optics.noiseAt(light), chance.of("noise"));
    return truth.of(canvas);
  }

  private static boolean write(
      Truth truth, Placed face, Canvas canvas, double light, double blur, double motion) {
    double luma = Canvas.luma(canvas.mean(middle(face.shown())));
    boolean usable = Usable.face(
        face.size(), light, luma, blur / face.size(), motion / face.size(), face.cover());
    ObjectNode box = truth.box("face", face.shown());
    Identity.write(box, face.cut());
    box.put("usable", usable);
    box.putObject("conditions")
        .put("size", Truth.rounded(face.size()))
        .put("angle", Truth.rounded(face.angle()))
        .put("cover", Truth.rounded(face.cover()))
        .put("luma", Truth.rounded(luma))
        .put("blur_share", Truth.rounded(blur / face.size()))
        .put("motion_share", Truth.rounded(motion / face.size()));
    return usable;
  }

  static Rectangle2D middle(Rectangle2D box) {
    return new Rectangle2D.Double(
        box.getX() + box.getWidth() / 5,
        box.getY() + box.getHeight() / 5,
        box.getWidth() * 0.6,
        box.getHeight() * 0.6);
  }

  private List<Placed> place(Canvas canvas, Chance chance, double backlight) {
    double many = chance.between(0, 1);
    int faces = many < 0.75 ? 1 : many < 0.92 ? 2 : 3;
    List<Placed> placed = new ArrayList<>();
    for (int t = 0; t < TRIES && placed.size() < faces; t++) {
      FaceCut cut = chance.odds(0.88) ? chance.pick(grouped) : chance.pick(others);
      double most = Math.min(LARGEST, MOST_ENLARGED * cut.facePixels());
      double size = Math.min(
          chance.logBetween(SMALLEST, LARGEST),
          Math.max(SMALLEST, Math.min(most, canvas.height * 0.6)));
      double angle = chance.odds(0.5)
          ? chance.between(-30, 30)
          : Math.max(-30, Math.min(30, 7 * chance.gaussian()));
      Placed face = spot(canvas, cut, size, angle, chance);
      if (placed.stream().noneMatch(other -> touches(other, face))) {
        placed.add(lay(canvas, face, chance, backlight));
      }
    }
    return placed;
  }

  private static boolean touches(Placed one, Placed other) {
    Rectangle2D box = one.whole();
    double margin = box.getHeight() * 0.8;
    return new Rectangle2D.Double(
            box.getX() - margin,
            box.getY() - margin,
            box.getWidth() + 2 * margin,
            box.getHeight() * 2.8 + margin)
        .intersects(other.whole());
  }

  /** Somewhere in the frame, one time in eight cut by its edge. */
  private static Placed spot(Canvas canvas, FaceCut cut, double size, double angle, Chance chance) {
    Rectangle2D box = cut.face().hull(cut.quad(0, 0, size, angle));
    double halfX = box.getWidth() / 2;
    double halfY = box.getHeight() / 2;
    double x = chance.between(halfX, canvas.width - halfX);
    double y = chance.between(halfY, canvas.height * 0.8 - halfY);
    if (chance.odds(0.125)) {
      double outside = chance.between(0.05, 0.4);
      switch (chance.below(4)) {
        case 0 -> x = halfX - 2 * halfX * outside;
        case 1 -> x = canvas.width - halfX + 2 * halfX * outside;
        case 2 -> y = halfY - 2 * halfY * outside;
        default -> y = canvas.height - halfY + 2 * halfY * outside;
      }
    }
    Rectangle2D whole = new Rectangle2D.Double(x - halfX, y - halfY, 2 * halfX, 2 * halfY);
    return placed(cut, whole, whole.createIntersection(canvas.bounds()), size, angle);
  }

  private static Placed placed(
      FaceCut cut, Rectangle2D whole, Rectangle2D shown, double size, double angle) {
    double seen = shown.getWidth() * shown.getHeight() / (whole.getWidth() * whole.getHeight());
    return new Placed(cut, whole, shown, size, angle, 1 - seen);
  }

  private static Placed lay(Canvas canvas, Placed face, Chance chance, double backlight) {
    FaceCut cut = face.cut();
    Quad quad =
        cut.quad(face.whole().getCenterX(), face.whole().getCenterY(), face.size(), face.angle());
    Layer head = Scene.lit(cut.layer(), canvas, face.whole());
    Layer lit = head.tinted(backlight, backlight, backlight);
    if (chance.odds(0.6)) {
      Color cloth = Bust.cloth(chance);
      Bust.under(canvas, lit, quad, cut.face(), cloth, chance);
    }
    Paste.onto(canvas, lit, quad);
    return chance.odds(0.125) && face.cover() < 0.01 ? covered(canvas, face, chance) : face;
  }

  /** A plain object before the face: what is left of it is still an upright box. */
  private static Placed covered(Canvas canvas, Placed face, Chance chance) {
    Rectangle2D box = face.whole();
    Rectangle2D object = Cover.over(box, chance.between(0.08, 0.4), chance.below(4), chance);
    Cover.draw(canvas, object, chance);
    Rectangle2D shown = Cover.left(box, object);
    return placed(face.cut(), box, shown, face.size(), face.angle());
  }
}
