package sightline.app.compose;

/**
 * What a camera does to a picture. Light factors multiply coded values, not the light itself: a factor of 0.35 is about a
 * tenth of the light (0.35 to the power of 2.2).
 */
final class Optics {
  private static final double FLOOR_SIGMA = 0.6;
  private static final double DARK_SIGMA = 5.5;
  private static final double COLOUR_NOISE = 0.5;

  private Optics() {}

  static void light(Canvas canvas, double factor) {
    for (int at = 0; at < canvas.rgb.length; at++) {
      canvas.rgb[at] *= (float) factor;
    }
  }

  /** Pulls every value towards {@code around}; 1 changes nothing, 0 leaves a plain sheet. */
  static void contrast(Canvas canvas, double share, double around) {
    for (int at = 0; at < canvas.rgb.length; at++) {
      canvas.rgb[at] = (float) (around + (canvas.rgb[at] - around) * share);
    }
  }

  /** How noisy a phone's picture is at a light: it raises its gain as it darkens. Sigma in coded values. */
  static double noiseAt(double light) {
    double lacking = Math.max(0, 1 - light);
    return FLOOR_SIGMA + DARK_SIGMA * lacking * lacking;
  }

  /** Gaussian noise, grey and half as much of colour. */
  static void noise(Canvas canvas, double sigma, Chance chance) {
    for (int at = 0; at < canvas.rgb.length; at += Canvas.CHANNELS) {
      double grey = chance.gaussian() * sigma;
      for (int c = 0; c < Canvas.CHANNELS; c++) {
        canvas.rgb[at + c] += (float) (grey + chance.gaussian() * sigma * COLOUR_NOISE);
      }
    }
  }

  /** A lens out of focus, as a Gaussian of this many pixels. */
  static void defocus(Canvas canvas, double sigma) {
    if (sigma < 0.2) {
      return;
    }
    int reach = (int) Math.ceil(3 * sigma);
    float[] kernel = new float[2 * reach + 1];
    float sum = 0;
    for (int k = -reach; k <= reach; k++) {
      kernel[k + reach] = (float) Math.exp(-0.5 * k * k / (sigma * sigma));
      sum += kernel[k + reach];
    }
    for (int k = 0; k < kernel.length; k++) {
      kernel[k] /= sum;
    }
    float[] turned = along(canvas.rgb, canvas.width, canvas.height, kernel);
    float[] whole = along(turned, canvas.height, canvas.width, kernel);
    System.arraycopy(whole, 0, canvas.rgb, 0, whole.length);
  }

  /** Blurs along the rows and gives the result with rows and columns exchanged. */
  private static float[] along(float[] rgb, int width, int height, float[] kernel) {
    int reach = kernel.length / 2;
    float[] turned = new float[rgb.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float red = 0;
        float green = 0;
        float blue = 0;
        for (int k = -reach; k <= reach; k++) {
          int at = (y * width + Math.max(0, Math.min(width - 1, x + k))) * Canvas.CHANNELS;
          float weight = kernel[k + reach];
          red += weight * rgb[at];
          green += weight * rgb[at + 1];
          blue += weight * rgb[at + 2];
        }
        int to = (x * height + y) * Canvas.CHANNELS;
        turned[to] = red;
        turned[to + 1] = green;
        turned[to + 2] = blue;
      }
    }
    return turned;
  }

  /**
   * A camera that moved while the shutter was open.
   *
   * @param length pixels
   * @param degrees of the way, 0 is level
   */
  static void motion(Canvas canvas, double length, double degrees) {
    int steps = (int) Math.ceil(length);
    if (steps < 2) {
      return;
    }
    float[] before = canvas.rgb.clone();
    int[] dx = new int[steps];
    int[] dy = new int[steps];
    for (int k = 0; k < steps; k++) {
      double along = (k - (steps - 1) / 2.0) * length / steps;
      dx[k] = (int) Math.round(along * Math.cos(Math.toRadians(degrees)));
      dy[k] = (int) Math.round(along * Math.sin(Math.toRadians(degrees)));
    }
    for (int y = 0; y < canvas.height; y++) {
      for (int x = 0; x < canvas.width; x++) {
        smear(canvas, before, x, y, dx, dy);
      }
    }
  }

  private static void smear(Canvas canvas, float[] before, int x, int y, int[] dx, int[] dy) {
    float red = 0;
    float green = 0;
    float blue = 0;
    for (int k = 0; k < dx.length; k++) {
      int fromX = Math.max(0, Math.min(canvas.width - 1, x + dx[k]));
      int fromY = Math.max(0, Math.min(canvas.height - 1, y + dy[k]));
      int from = (fromY * canvas.width + fromX) * Canvas.CHANNELS;
      red += before[from];
      green += before[from + 1];
      blue += before[from + 2];
    }
    int at = (y * canvas.width + x) * Canvas.CHANNELS;
    canvas.rgb[at] = red / dx.length;
    canvas.rgb[at + 1] = green / dx.length;
    canvas.rgb[at + 2] = blue / dx.length;
  }
}
