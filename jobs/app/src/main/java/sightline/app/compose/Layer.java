package sightline.app.compose;

import java.awt.image.BufferedImage;

/** Something to lay onto a canvas: colours of 0 to 255 multiplied by their opacity, and the opacity of 0 to 1. */
final class Layer {
  static final int CHANNELS = 4;

  final int width;
  final int height;
  final float[] rgba;

  Layer(int width, int height, float[] rgba) {
    this.width = width;
    this.height = height;
    this.rgba = rgba;
  }

  /** How much of a picture is kept where. */
  interface Mask {
    /**
     * @param x 0 to 1 over the picture's width
     * @param y 0 to 1 over its height
     * @return opacity, 0 to 1
     */
    double at(double x, double y);
  }

  static Layer of(BufferedImage picture, Mask mask) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    float[] rgba = new float[width * height * CHANNELS];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int pixel = picture.getRGB(x, y);
        float opacity = (float) mask.at((x + 0.5) / width, (y + 0.5) / height);
        int at = (y * width + x) * CHANNELS;
        rgba[at] = (pixel >> 16 & 0xFF) * opacity;
        rgba[at + 1] = (pixel >> 8 & 0xFF) * opacity;
        rgba[at + 2] = (pixel & 0xFF) * opacity;
        rgba[at + 3] = opacity;
      }
    }
    return new Layer(width, height, rgba);
  }

  /** A picture whose own alpha is its mask. */
  static Layer of(BufferedImage picture) {
    return of(picture, (x, y) -> {
      int pixel = picture.getRGB((int) (x * picture.getWidth()), (int) (y * picture.getHeight()));
      return (pixel >>> 24) / 255.0;
    });
  }

  /** The same with every colour multiplied, a channel each. */
  Layer tinted(double red, double green, double blue) {
    float[] tinted = rgba.clone();
    for (int at = 0; at < tinted.length; at += CHANNELS) {
      tinted[at] *= (float) red;
      tinted[at + 1] *= (float) green;
      tinted[at + 2] *= (float) blue;
    }
    return new Layer(width, height, tinted);
  }

  /** Half as wide and high, each pixel the mean of four. */
  Layer halved() {
    int w = Math.max(1, width / 2);
    int h = Math.max(1, height / 2);
    float[] half = new float[w * h * CHANNELS];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        for (int c = 0; c < CHANNELS; c++) {
          half[(y * w + x) * CHANNELS + c] = (pixel(2 * x, 2 * y, c)
                  + pixel(2 * x + 1, 2 * y, c)
                  + pixel(2 * x, 2 * y + 1, c)
                  + pixel(2 * x + 1, 2 * y + 1, c))
              / 4;
        }
      }
    }
    return new Layer(w, h, half);
  }

  private float pixel(int x, int y, int channel) {
    return rgba[(Math.min(y, height - 1) * width + Math.min(x, width - 1)) * CHANNELS + channel];
  }

  /** Adds the colour at a place, between pixels, into {@code sum}; nothing lies outside the layer. */
  void sample(double u, double v, float[] sum) {
    double x = u * width - 0.5;
    double y = v * height - 0.5;
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    float fx = (float) (x - left);
    float fy = (float) (y - top);
    add(left, top, (1 - fx) * (1 - fy), sum);
    add(left + 1, top, fx * (1 - fy), sum);
    add(left, top + 1, (1 - fx) * fy, sum);
    add(left + 1, top + 1, fx * fy, sum);
  }

  private void add(int x, int y, float weight, float[] sum) {
    if (x < 0 || y < 0 || x >= width || y >= height) {
      return;
    }
    int at = (y * width + x) * CHANNELS;
    for (int c = 0; c < CHANNELS; c++) {
      sum[c] += weight * rgba[at + c];
    }
  }
}
