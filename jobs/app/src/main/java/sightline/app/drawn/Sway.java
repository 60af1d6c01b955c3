package sightline.app.drawn;

import java.awt.geom.AffineTransform;
import java.util.SplittableRandom;

/** How the wearer's head moves: a slow drift with a quicker bob on it, in whole pixels of the raster. */
final class Sway {
  /** World pixels to each side; with the bob it stays within {@link World#MARGIN}. */
  private static final double DRIFT = 7;

  private static final double BOB = 1.2;

  private final double phase;
  private final double pace;
  private final double scale;

  Sway(Seed seed, Camera camera) {
    SplittableRandom random = seed.random();
    phase = random.nextDouble(0, 2 * Math.PI);
    pace = random.nextDouble(0.05, 0.09);
    scale = camera.scale();
  }

  /** From world pixels to raster pixels. */
  AffineTransform at(int index) {
    double t = index * pace + phase;
    double right = DRIFT * Math.sin(t);
    double down = DRIFT * 0.6 * Math.sin(1.31 * t + 1) + BOB * Math.sin(9 * t);
    AffineTransform moved =
        AffineTransform.getTranslateInstance(Math.rint(right * scale), Math.rint(down * scale));
    moved.scale(scale, scale);
    return moved;
  }
}
