package sightline.app.compose;

import java.util.List;

/**
 * Frames made dark, burnt, flat, soft, smeared or noisy, and some left alone. The sharper half of each clip's frames: what
 * is said to be free of blur should not have come with its own.
 */
final class ConditionsComposer implements Composer {
  private static final int KINDS = 8;
  private static final String BETWEEN = "between";

  private final List<Backdrop> backdrops;

  ConditionsComposer(List<Backdrop> backdrops) {
    this.backdrops = backdrops;
  }

  @Override
  public int pictures(int count) {
    return count;
  }

  @Override
  public Composite draw(int number, long seed) {
    Chance chance = Chance.of(seed, Family.CONDITIONS, number);
    Backdrop backdrop = chance.pick(backdrops);
    Canvas canvas = Scene.of(backdrop, chance);
    Truth truth = new Truth(canvas, backdrop);
    switch (number % KINDS) {
      case 0, 1 -> darken(canvas, truth, chance);
      case 2 -> burn(canvas, truth, chance);
      case 3 -> flatten(canvas, truth, chance);
      case 4 -> defocus(canvas, truth, chance);
      case 5 -> smear(canvas, truth, chance);
      case 6 -> grain(canvas, truth, chance);
      default -> said(truth, "none", "normal", "none");
    }
    return truth.of(canvas);
  }

  /** States what is beyond dispute; a picture between two classes is left without that label. */
  private static void said(Truth truth, String change, String exposure, String blur) {
    truth.condition("change", change).condition("exposure", exposure).condition("blur", blur);
    if (!exposure.equals(BETWEEN)) {
      truth.labelled("exposure");
    }
    if (!blur.equals(BETWEEN)) {
      truth.labelled("blur");
    }
  }

  private static String classed(double value, double low, String below, double high, String above) {
    return value < low ? below : value > high ? above : BETWEEN;
  }

  /** Classed by the luma that is left on average: these rooms have one near 110. In the dark nobody can tell a blur. */
  private static void darken(Canvas canvas, Truth truth, Chance chance) {
    double light = chance.logBetween(0.06, 0.8);
    Optics.light(canvas, light);
    double luma = Canvas.luma(canvas.mean(canvas.bounds()));
    Optics.noise(canvas, Optics.noiseAt(light), chance.of("noise"));
    said(truth, "dark", classed(luma, 35, "dark", 60, "normal"), luma < 60 ? BETWEEN : "none");
    truth.condition("light", light).condition("luma", luma);
  }

  private static void burn(Canvas canvas, Truth truth, Chance chance) {
    double light = chance.between(1.2, 4);
    Optics.light(canvas, light);
    double burnt = burnt(canvas);
    said(truth, "bright", classed(burnt, 0.03, "normal", 0.25, "bright"), "none");
    truth.condition("light", light).condition("burnt_share", burnt);
  }

  /** Share of the pixels of which every channel is at its end. */
  private static double burnt(Canvas canvas) {
    int burnt = 0;
    for (int at = 0; at < canvas.rgb.length; at += Canvas.CHANNELS) {
      if (Math.min(canvas.rgb[at], Math.min(canvas.rgb[at + 1], canvas.rgb[at + 2])) >= 250) {
        burnt++;
      }
    }
    return burnt / (double) (canvas.width * canvas.height);
  }

  private static void flatten(Canvas canvas, Truth truth, Chance chance) {
    double contrast = chance.between(0.15, 0.7);
    Optics.contrast(canvas, contrast, chance.between(100, 150));
    Optics.noise(canvas, Optics.noiseAt(1), chance.of("noise"));
    said(truth, "flat", "normal", "none");
    truth.condition("contrast", contrast);
  }

  private static void defocus(Canvas canvas, Truth truth, Chance chance) {
    double share = chance.logBetween(0.0015, 0.02);
    double sigma = share * canvas.width;
    Optics.defocus(canvas, sigma);
    Optics.noise(canvas, Optics.noiseAt(1), chance.of("noise"));
    said(truth, "defocus", "normal", classed(share, 0.004, "slight", 0.006, "strong"));
    truth.condition("sigma", sigma).condition("sigma_share", share);
  }

  private static void smear(Canvas canvas, Truth truth, Chance chance) {
    double share = chance.logBetween(0.006, 0.08);
    double length = share * canvas.width;
    Optics.motion(canvas, length, chance.between(0, 180));
    Optics.noise(canvas, Optics.noiseAt(1), chance.of("noise"));
    said(truth, "motion", "normal", classed(share, 0.016, "slight", 0.026, "strong"));
    truth.condition("length", length).condition("length_share", share);
  }

  private static void grain(Canvas canvas, Truth truth, Chance chance) {
    double sigma = chance.between(3, 14);
    Optics.noise(canvas, sigma, chance.of("noise"));
    said(truth, "noise", "normal", "none");
    truth.condition("noise", sigma);
  }
}
