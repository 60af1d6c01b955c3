package sightline.app.compose;

import java.awt.geom.Rectangle2D;

/**
 * Something of the scene that stands before a walker: a part of the clip's first frame, slid over.
 *
 * @param place in the picture while the camera does not shake; it reaches below the picture
 * @param part of the frame, in its pixels; the upper corners, where the wearer's hands seldom are
 */
record Furniture(Rectangle2D place, Rectangle2D part) {
  private static final double EDGE = 0.6;
  private static final double SHADE = 0.9;
  private static final int EDGE_PIXELS = 2;

  Furniture moved(double dx, double dy) {
    return new Furniture(
        new Rectangle2D.Double(
            place.getX() + dx, place.getY() + dy, place.getWidth(), place.getHeight()),
        part);
  }

  void draw(Canvas canvas, Canvas firstFrame) {
    int width = (int) part.getWidth();
    int height = (int) part.getHeight();
    float[] rgba = new float[width * height * Layer.CHANNELS];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int from = ((int) part.getY() + y) * firstFrame.width + (int) part.getX() + x;
        boolean edge = x < EDGE_PIXELS || x >= width - EDGE_PIXELS || y < EDGE_PIXELS;
        for (int c = 0; c < Canvas.CHANNELS; c++) {
          rgba[(y * width + x) * Layer.CHANNELS + c] =
              (float) (firstFrame.rgb[from * Canvas.CHANNELS + c] * (edge ? EDGE : SHADE));
        }
        rgba[(y * width + x) * Layer.CHANNELS + Canvas.CHANNELS] = 1;
      }
    }
    Paste.onto(
        canvas,
        new Layer(width, height, rgba),
        Quad.turned(
            place.getCenterX(), place.getCenterY(), place.getWidth(), place.getHeight(), 0));
  }
}
