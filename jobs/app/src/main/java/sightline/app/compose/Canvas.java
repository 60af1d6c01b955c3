package sightline.app.compose;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A picture in the making: red, green and blue as coded (sRGB, 0 to 255), in floats so that no step rounds. */
final class Canvas {
  static final int CHANNELS = 3;
  private static final int WHITE = 255;

  final int width;
  final int height;
  final float[] rgb;

  Canvas(int width, int height) {
    this.width = width;
    this.height = height;
    this.rgb = new float[width * height * CHANNELS];
  }

  static Canvas of(BufferedImage picture) {
    Canvas canvas = new Canvas(picture.getWidth(), picture.getHeight());
    int[] row = new int[canvas.width];
    int at = 0;
    for (int y = 0; y < canvas.height; y++) {
      picture.getRGB(0, y, canvas.width, 1, row, 0, canvas.width);
      for (int pixel : row) {
        canvas.rgb[at++] = pixel >> 16 & 0xFF;
        canvas.rgb[at++] = pixel >> 8 & 0xFF;
        canvas.rgb[at++] = pixel & 0xFF;
      }
    }
    return canvas;
  }

  static BufferedImage decoded(byte[] image) {
    try {
      BufferedImage picture = ImageIO.read(new ByteArrayInputStream(image));
      if (picture == null) {
        throw new MediaMissing("a picture among the media is of a kind that cannot be read");
      }
      return picture;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The picture at another size, smooth. */
  static BufferedImage scaled(BufferedImage picture, int width, int height) {
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = scaled.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(picture, 0, 0, width, height, null);
    pen.dispose();
    return scaled;
  }

  BufferedImage image() {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] row = new int[width];
    int at = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        row[x] = coded(rgb[at++]) << 16 | coded(rgb[at++]) << 8 | coded(rgb[at++]);
      }
      picture.setRGB(0, y, width, 1, row, 0, width);
    }
    return picture;
  }

  private static int coded(float value) {
    return Math.max(0, Math.min(WHITE, Math.round(value)));
  }

  /** Mean of the three channels over a part of the picture, each 0 to 255; over the part that lies inside. */
  float[] mean(Rectangle2D part) {
    int left = Math.max(0, (int) part.getMinX());
    int top = Math.max(0, (int) part.getMinY());
    int right = Math.min(width, (int) Math.ceil(part.getMaxX()));
    int bottom = Math.min(height, (int) Math.ceil(part.getMaxY()));
    double[] sum = new double[CHANNELS];
    long pixels = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        for (int c = 0; c < CHANNELS; c++) {
          sum[c] += Math.max(0, Math.min(WHITE, rgb[(y * width + x) * CHANNELS + c]));
        }
        pixels++;
      }
    }
    float[] mean = new float[CHANNELS];
    for (int c = 0; c < CHANNELS; c++) {
      mean[c] = pixels == 0 ? 0 : (float) (sum[c] / pixels);
    }
    return mean;
  }

  /** BT.601 luma of a mean colour, 0 to 255. */
  static double luma(float[] colour) {
    return 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2];
  }

  Rectangle2D bounds() {
    return new Rectangle2D.Double(0, 0, width, height);
  }
}
