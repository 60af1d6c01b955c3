package sightline.app.drawn;

/** Motion blur: now and then the head turns and every row smears along itself. */
final class Shake {
  private static final int EVERY = 45;
  private static final int LASTS = 5;
  /** World pixels a point travels while the shutter is open. */
  private static final double SMEAR = 18;

  private final int offset;

  Shake(Seed seed) {
    offset = seed.random().nextInt(EVERY - LASTS);
  }

  boolean covers(int index) {
    int step = index % EVERY - offset;
    return step >= 0 && step < LASTS;
  }

  /** Replaces each pixel of packed RGB by the mean of its row's neighbours, in place. */
  void smear(int[] pixels, Camera camera) {
    int half = (int) Math.round(SMEAR * camera.scale() / 2);
    int[] row = new int[camera.width()];
    for (int top = 0; top < pixels.length; top += row.length) {
      System.arraycopy(pixels, top, row, 0, row.length);
      smearRow(row, pixels, top, half);
    }
  }

  private static void smearRow(int[] row, int[] into, int at, int half) {
    int window = 2 * half + 1;
    int red = window * (row[0] >> 16 & 0xFF);
    int green = window * (row[0] >> 8 & 0xFF);
    int blue = window * (row[0] & 0xFF);
    for (int x = -half; x < row.length + half; x++) {
      int in = row[Math.max(0, Math.min(row.length - 1, x + half))];
      int out = row[Math.max(0, Math.min(row.length - 1, x - half - 1))];
      red += (in >> 16 & 0xFF) - (out >> 16 & 0xFF);
      green += (in >> 8 & 0xFF) - (out >> 8 & 0xFF);
      blue += (in & 0xFF) - (out & 0xFF);
      if (x >= 0 && x < row.length) {
        into[at + x] = (red / window) << 16 | (green / window) << 8 | (blue / window);
      }
    }
  }
}
