package sightline.app.compose.cover;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.geom.QuadCurve2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** Things that belong to a scene and look like covers to a careless eye. */
final class Fittings {
  private Fittings() {}

  /** One to four plain fronts, from the border in, sharp at their edges. */
  static BufferedImage furniture(BufferedImage frame, SplittableRandom random) {
    BufferedImage out = CleanVariant.AS_IS.of(frame, 0);
    Graphics2D g = brush(out);
    int fronts = random.nextInt(1, 5);
    for (int i = 0; i < fronts; i++) {
      front(g, out.getWidth(), out.getHeight(), random);
    }
    g.dispose();
    return Grain.over(out, random.nextDouble(0.3, 3), random);
  }

  private static void front(Graphics2D g, int width, int height, SplittableRandom random) {
    double left = random.nextInt(2) == 0 ? -0.1 : random.nextDouble(0, 0.8);
    double top = random.nextInt(2) == 0 ? -0.1 : random.nextDouble(0, 0.8);
    double right = random.nextInt(2) == 0 ? 1.1 : left + random.nextDouble(0.15, 0.7);
    double bottom = random.nextInt(2) == 0 ? 1.1 : top + random.nextDouble(0.15, 0.7);
    if (right - left > 1 && bottom - top > 1) {
      right = random.nextDouble(0.2, 0.8);
    }
    double[] xs = {left, right, right, left};
    double[] ys = {top, top, bottom, bottom};
    double turn = random.nextDouble(-0.35, 0.35);
    double middleX = (left + right) / 2;
    double middleY = (top + bottom) / 2;
    Polygon shape = new Polygon();
    for (int i = 0; i < xs.length; i++) {
      double x = xs[i] + random.nextDouble(-0.05, 0.05) - middleX;
      double y = ys[i] + random.nextDouble(-0.05, 0.05) - middleY;
      shape.addPoint((int) (width * (middleX + x * Math.cos(turn) - y * Math.sin(turn))), (int)
          (height * (middleY + x * Math.sin(turn) + y * Math.cos(turn))));
    }
    Color colour = colour(random);
    g.setPaint(new GradientPaint(
        (float) (width * left),
        (float) (height * top),
        colour,
        (float) (width * right),
        (float) (height * bottom),
        lighter(colour, random.nextDouble(0.5, 1.7))));
    g.fill(shape);
    if (random.nextInt(3) == 0) {
      g.setColor(lighter(colour, random.nextDouble(0.3, 2)));
      g.setStroke(new BasicStroke(Math.max(1, width / 160f)));
      g.draw(shape);
    }
  }

  static BufferedImage arm(BufferedImage frame, SplittableRandom random) {
    BufferedImage out = CleanVariant.AS_IS.of(frame, 0);
    Graphics2D g = brush(out);
    int arms = random.nextInt(1, 3);
    for (int i = 0; i < arms; i++) {
      limb(g, out.getWidth(), out.getHeight(), random);
    }
    g.dispose();
    return Grain.over(out, random.nextDouble(0.3, 3), random);
  }

  private static void limb(Graphics2D g, int width, int height, SplittableRandom random) {
    double fromX = random.nextDouble(-0.1, 1.1) * width;
    double fromY = random.nextInt(4) == 0 ? random.nextDouble(height) : 1.15 * height;
    if (fromY < height) {
      fromX = random.nextBoolean() ? -0.15 * width : 1.15 * width;
    }
    double toX = random.nextDouble(0.2, 0.8) * width;
    double toY = random.nextDouble(0.2, 0.8) * height;
    double viaX = (fromX + toX) / 2 + random.nextDouble(-0.15, 0.15) * width;
    double viaY = (fromY + toY) / 2 + random.nextDouble(-0.15, 0.15) * height;
    Color skin = random.nextInt(3) > 0
        ? lighter(Ink.SKIN.get(random.nextInt(Ink.SKIN.size())), random.nextDouble(0.35, 1.1))
        : colour(random);
    double thick = random.nextDouble(0.08, 0.3) * width;
    QuadCurve2D bone = new QuadCurve2D.Double(fromX, fromY, viaX, viaY, toX, toY);
    // rounder towards the light: the same limb, ever thinner and lighter, a little aside
    for (int layer = 0; layer < 12; layer++) {
      double share = layer / 11.0;
      g.setColor(lighter(skin, 0.65 + 0.4 * share));
      g.setStroke(new BasicStroke(
          (float) (thick * (1 - 0.75 * share)), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g.draw(bone);
    }
  }

  static BufferedImage shadow(BufferedImage frame, SplittableRandom random) {
    Light light = Light.of(frame);
    double tall = (double) light.height() / light.width();
    CoverFamily[] shapes = {CoverFamily.CLOTH, CoverFamily.FINGER, CoverFamily.PARKED};
    Plane.Field shape = new Shape(random.split(), tall).of(shapes[random.nextInt(shapes.length)]);
    Plane height = Plane.of(light.width(), light.height(), shape);
    double level = height.exceededBy(random.nextDouble(0.1, 0.7));
    double softness = random.nextDouble(0.02, 0.3);
    double depth = random.nextDouble(0.3, 0.85);
    for (int pixel = 0; pixel < light.width() * light.height(); pixel++) {
      double inside = Noise.eased(0.5 + (height.at(pixel) - level) / softness);
      light.set(pixel, light.at(pixel).times(1 - depth * inside));
    }
    return light.developed();
  }

  private static Color colour(SplittableRandom random) {
    float saturation = (float) Math.pow(random.nextDouble(), 1.7);
    float brightness =
        (float) (random.nextBoolean() ? random.nextDouble(0.04, 0.3) : random.nextDouble());
    return new Color(Color.HSBtoRGB((float) random.nextDouble(), saturation, brightness));
  }

  private static Color lighter(Color colour, double times) {
    return new Color(
        level(colour.getRed() * times),
        level(colour.getGreen() * times),
        level(colour.getBlue() * times));
  }

  private static int level(double value) {
    return (int) Math.max(0, Math.min(255, value));
  }

  private static Graphics2D brush(BufferedImage picture) {
    Graphics2D g = picture.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    return g;
  }
}
