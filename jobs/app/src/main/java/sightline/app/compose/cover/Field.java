package sightline.app.compose.cover;

import java.util.Random;
import java.util.function.DoubleBinaryOperator;

/**
 * A coarse field over the picture, {@value #WIDTH} x {@value #HEIGHT} cells: what covers a lens is out of focus, so that nothing
 * of it is finer.
 *
 * @param values row by row
 */
record Field(float[] values) {
  static final int WIDTH = 192;
  static final int HEIGHT = 108;
  static final double ASPECT = (double) WIDTH / HEIGHT;

  static Field filled(double value) {
    float[] values = new float[WIDTH * HEIGHT];
    java.util.Arrays.fill(values, (float) value);
    return new Field(values);
  }

  /**
   * @param at of x (0 left to {@link #ASPECT} right) and y (0 top to 1 bottom), both in heights of the picture
   */
  static Field of(DoubleBinaryOperator at) {
    float[] values = new float[WIDTH * HEIGHT];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        values[y * WIDTH + x] = (float) at.applyAsDouble((x + 0.5) / HEIGHT, (y + 0.5) / HEIGHT);
      }
    }
    return new Field(values);
  }

  /** Smooth noise around 0 with a deviation of about 1, its grains as large as {@code grain} heights of the picture. */
  static Field noise(double grain, Random random) {
    Field white = of((x, y) -> random.nextGaussian());
    Field smooth = white.blurred(grain);
    double squares = 0;
    for (float value : smooth.values) {
      squares += (double) value * value;
    }
    float scale = (float) (1 / Math.sqrt(squares / smooth.values.length + 1e-12));
    return smooth.mapped(value -> value * scale);
  }

  interface Tone {
    float of(float value);
  }

  Field mapped(Tone tone) {
    float[] mapped = new float[values.length];
    for (int i = 0; i < mapped.length; i++) {
      mapped[i] = tone.of(values[i]);
    }
    return new Field(mapped);
  }

  Field with(Field other, DoubleBinaryOperator both) {
    float[] joined = new float[values.length];
    for (int i = 0; i < joined.length; i++) {
      joined[i] = (float) both.applyAsDouble(values[i], other.values[i]);
    }
    return new Field(joined);
  }

  /**
   * Three box filters, near enough a Gaussian; the picture goes on beyond its edges as it ends there.
   *
   * @param sigma in heights of the picture
   */
  Field blurred(double sigma) {
    int radius = (int) Math.round(sigma * HEIGHT);
    if (radius < 1) {
      return this;
    }
    float[] field = values;
    for (int pass = 0; pass < 3; pass++) {
      field = boxed(field, radius, WIDTH, HEIGHT, 1, WIDTH);
      field = boxed(field, radius, HEIGHT, WIDTH, WIDTH, 1);
    }
    return new Field(field);
  }

  private static float[] boxed(
      float[] field, int radius, int length, int lines, int step, int lineStep) {
    float[] out = new float[field.length];
    for (int line = 0; line < lines; line++) {
      int start = line * lineStep;
      double sum = 0;
      for (int i = -radius; i <= radius; i++) {
        sum += field[start + Math.max(0, Math.min(length - 1, i)) * step];
      }
      for (int i = 0; i < length; i++) {
        out[start + i * step] = (float) (sum / (2 * radius + 1));
        sum += field[start + Math.min(i + radius + 1, length - 1) * step]
            - field[start + Math.max(i - radius, 0) * step];
      }
    }
    return out;
  }

  /**
   * Between the cells' centres.
   *
   * @param x 0 to 1 across the picture
   * @param y 0 to 1 down the picture
   */
  float at(double x, double y) {
    double column = Math.max(0, Math.min(WIDTH - 1.0, x * WIDTH - 0.5));
    double row = Math.max(0, Math.min(HEIGHT - 1.0, y * HEIGHT - 0.5));
    int left = (int) column;
    int top = (int) row;
    int right = Math.min(WIDTH - 1, left + 1);
    int bottom = Math.min(HEIGHT - 1, top + 1);
    float across = (float) (column - left);
    float down = (float) (row - top);
    float above = values[top * WIDTH + left] * (1 - across) + values[top * WIDTH + right] * across;
    float below =
        values[bottom * WIDTH + left] * (1 - across) + values[bottom * WIDTH + right] * across;
    return above * (1 - down) + below * down;
  }

  double mean() {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
