package sightline.app.drawn;

/**
 * What the light in the room and the device's sensor make of a drawn frame: exposure, falling off to the corners, the veil of a
 * window that shines into the lens, noise. Both falloffs are Gaussians, which split into a factor per column and one per row.
 */
final class Light {
  private static final int ONE = 256;
  private static final double DIM_EXPOSURE = 0.45;
  private static final double CORNER_FALLOFF = 0.2;
  /** Peak of the veil, in steps of 255. */
  private static final double VEIL = 70;

  private static final double WINDOW_X = 0.5;
  private static final double WINDOW_Y = 0.12;
  private static final double VEIL_WIDTH = 0.34;

  private final int width;
  private final int noise;
  private final Seed seed;
  private final int[] gainColumns;
  private final int[] gainRows;
  private final int[] veilColumns;
  private final int[] veilRows;

  Light(Seed seed, Condition condition, Camera camera) {
    boolean dim = condition == Condition.DIM;
    this.seed = seed;
    this.width = camera.width();
    this.noise = dim ? camera.noise() * 2 / 3 : camera.noise();
    double falloff = Math.sqrt(-1 / (2 * Math.log(1 - CORNER_FALLOFF)));
    double ratio = (double) camera.height() / camera.width();
    this.gainColumns = bell(camera.width(), 0.5, falloff, ONE * (dim ? DIM_EXPOSURE : 1));
    this.gainRows = bell(camera.height(), 0.5, falloff, ONE);
    double veil = condition == Condition.GLARE ? VEIL : 0;
    this.veilColumns = bell(camera.width(), WINDOW_X, VEIL_WIDTH, veil);
    this.veilRows = bell(camera.height(), WINDOW_Y, VEIL_WIDTH / ratio, ONE);
  }

  /** Exposes a raster of packed RGB in place. */
  void expose(int[] pixels, int index) {
    long state = seed.with(index).value() | 1;
    for (int at = 0; at < pixels.length; at++) {
      int column = at % width;
      int row = at / width;
      int gain = gainColumns[column] * gainRows[row] / ONE;
      int veil = veilColumns[column] * veilRows[row] / ONE;
      state ^= state << 13;
      state ^= state >>> 7;
      state ^= state << 17;
      pixels[at] = exposed(pixels[at], gain, veil + grain((int) state));
    }
  }

  /** Triangular noise about 0, from -noise to noise. */
  private int grain(int bits) {
    return (((bits & 0xFF) + (bits >>> 8 & 0xFF) - 0xFF) * noise) / 0xFF;
  }

  private static int exposed(int rgb, int gain, int added) {
    int red = clamped((rgb >> 16 & 0xFF) * gain / ONE + added);
    int green = clamped((rgb >> 8 & 0xFF) * gain / ONE + added);
    int blue = clamped((rgb & 0xFF) * gain / ONE + added);
    return red << 16 | green << 8 | blue;
  }

  private static int clamped(int channel) {
    return Math.max(0, Math.min(0xFF, channel));
  }

  /** A bell over a line of pixels; middle and width are shares of the line. */
  private static int[] bell(int length, double middle, double width, double peak) {
    int[] values = new int[length];
    for (int i = 0; i < length; i++) {
      double off = ((i + 0.5) / length - middle) / width;
      values[i] = (int) Math.round(peak * Math.exp(-off * off / 2));
    }
    return values;
  }
}
