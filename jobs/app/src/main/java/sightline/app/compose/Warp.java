package sightline.app.compose;

/** Moves a picture about within its frame. What comes in over an edge is the picture mirrored there: no border, no plain bar. */
final class Warp {
  /** A turned picture is brought nearer, so that little of it is mirrored. */
  private static final double NEARER = 1.4;

  private Warp() {}

  /** Content moved to the right and down by so many pixels. */
  static Canvas moved(Canvas from, double right, double down) {
    return mapped(from, 1, 0, right, down);
  }

  /** Content turned clockwise about the middle. */
  static Canvas turned(Canvas from, double degrees) {
    double radians = Math.toRadians(degrees);
    return mapped(from, Math.cos(radians) / NEARER, Math.sin(radians) / NEARER, 0, 0);
  }

  /** Each pixel is taken from where turning it back leads; bilinear. */
  private static Canvas mapped(Canvas from, double cosine, double sine, double right, double down) {
    Canvas to = new Canvas(from.width, from.height);
    double middleX = (from.width - 1) / 2.0;
    double middleY = (from.height - 1) / 2.0;
    int at = 0;
    for (int y = 0; y < to.height; y++) {
      for (int x = 0; x < to.width; x++) {
        double dx = x - right - middleX;
        double dy = y - down - middleY;
        double fromX = middleX + cosine * dx + sine * dy;
        double fromY = middleY - sine * dx + cosine * dy;
        int left = (int) Math.floor(fromX);
        int top = (int) Math.floor(fromY);
        float across = (float) (fromX - left);
        float along = (float) (fromY - top);
        int x0 = mirrored(left, from.width);
        int x1 = mirrored(left + 1, from.width);
        int y0 = mirrored(top, from.height) * from.width;
        int y1 = mirrored(top + 1, from.height) * from.width;
        for (int c = 0; c < Canvas.CHANNELS; c++) {
          float above = from.rgb[(y0 + x0) * Canvas.CHANNELS + c] * (1 - across)
              + from.rgb[(y0 + x1) * Canvas.CHANNELS + c] * across;
          float below = from.rgb[(y1 + x0) * Canvas.CHANNELS + c] * (1 - across)
              + from.rgb[(y1 + x1) * Canvas.CHANNELS + c] * across;
          to.rgb[at++] = above * (1 - along) + below * along;
        }
      }
    }
    return to;
  }

  private static int mirrored(int at, int size) {
    int period = 2 * size;
    int folded = Math.floorMod(at, period);
    return folded < size ? folded : period - 1 - folded;
  }
}
