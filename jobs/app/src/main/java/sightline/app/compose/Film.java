package sightline.app.compose;

import java.awt.geom.Rectangle2D;

/** A clear sheet as large as the picture: what moves is drawn on it by itself, so that it alone is smeared by its motion. */
final class Film {
  private static final int CHANNELS = Layer.CHANNELS;
  private static final int OPACITY = Canvas.CHANNELS;

  private final int width;
  private final int height;
  private final float[] rgba;

  private Film(int width, int height, float[] rgba) {
    this.width = width;
    this.height = height;
    this.rgba = rgba;
  }

  static Film over(Canvas canvas) {
    return new Film(
        canvas.width, canvas.height, new float[canvas.width * canvas.height * CHANNELS]);
  }

  void lay(Layer layer, Quad quad) {
    Paste.each(new Rectangle2D.Double(0, 0, width, height), layer, quad, (x, y, laid) -> {
      int at = (y * width + x) * CHANNELS;
      float behind = 1 - laid[OPACITY];
      for (int c = 0; c < CHANNELS; c++) {
        rgba[at + c] = rgba[at + c] * behind + laid[c];
      }
    });
  }

  /**
   * The smallest box of whole pixels around what is more there than not; empty where nothing is.
   *
   * @param hidden where nothing of this sheet is to be seen, as something stands before it
   */
  Rectangle2D hull(Rectangle2D hidden) {
    int left = width;
    int top = height;
    int right = 0;
    int bottom = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (rgba[(y * width + x) * CHANNELS + OPACITY] > 0.5f
            && !hidden.contains(x + 0.5, y + 0.5)) {
          left = Math.min(left, x);
          right = Math.max(right, x + 1);
          top = Math.min(top, y);
          bottom = Math.max(bottom, y + 1);
        }
      }
    }
    return right > left
        ? new Rectangle2D.Double(left, top, right - left, bottom - top)
        : new Rectangle2D.Double();
  }

  /** Of the pixels where more is than not, the share that nothing stands before; 1 where nothing is. */
  double open(Rectangle2D hidden) {
    int all = 0;
    int open = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (rgba[(y * width + x) * CHANNELS + OPACITY] > 0.5f) {
          all++;
          open += hidden.contains(x + 0.5, y + 0.5) ? 0 : 1;
        }
      }
    }
    return all == 0 ? 1 : (double) open / all;
  }

  /** As a lens shows it that is a little less sharp than the cut-outs: one, two, one, each way. */
  Film softened() {
    float[] across = mean(new int[] {-1, 0, 0, 1}, new int[4]);
    return new Film(
        width, height, new Film(width, height, across).mean(new int[4], new int[] {-1, 0, 0, 1}));
  }

  /**
   * As it is smeared while the shutter is open.
   *
   * @param dx way in that time, pixels
   */
  Film moved(double dx, double dy) {
    int steps = (int) Math.ceil(Math.hypot(dx, dy));
    if (steps < 2) {
      return this;
    }
    int[] x = new int[steps];
    int[] y = new int[steps];
    for (int k = 0; k < steps; k++) {
      double along = (k + 0.5) / steps - 0.5;
      x[k] = (int) Math.round(along * dx);
      y[k] = (int) Math.round(along * dy);
    }
    return new Film(width, height, mean(x, y));
  }

  /** The mean of this sheet laid upon itself at several places; nothing lies outside of it. */
  private float[] mean(int[] dx, int[] dy) {
    float[] mean = new float[rgba.length];
    for (int k = 0; k < dx.length; k++) {
      for (int y = Math.max(0, -dy[k]); y < Math.min(height, height - dy[k]); y++) {
        int from = Math.max(0, -dx[k]);
        int to = Math.min(width, width - dx[k]);
        int source = (y + dy[k]) * width + dx[k];
        for (int at = from * CHANNELS; at < to * CHANNELS; at++) {
          mean[y * width * CHANNELS + at] += rgba[source * CHANNELS + at] / dx.length;
        }
      }
    }
    return mean;
  }

  void onto(Canvas canvas) {
    for (int pixel = 0; pixel < width * height; pixel++) {
      float behind = 1 - rgba[pixel * CHANNELS + OPACITY];
      for (int c = 0; c < Canvas.CHANNELS; c++) {
        int at = pixel * Canvas.CHANNELS + c;
        canvas.rgb[at] = canvas.rgb[at] * behind + rgba[pixel * CHANNELS + c];
      }
    }
  }
}
