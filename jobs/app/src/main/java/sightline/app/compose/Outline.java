package sightline.app.compose;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;

/**
 * What a cut-out keeps of a photo.
 *
 * @param kept width x height, 1 where the person is
 */
record Outline(int width, int height, byte[] kept) {
  private static final int NEIGHBOURS = 4;

  /** The largest piece that hangs together; a cut leaves crumbs of the background. */
  Outline largestPiece() {
    int[] piece = new int[kept.length];
    int best = 0;
    int bestSize = 0;
    int pieces = 0;
    for (int at = 0; at < kept.length; at++) {
      if (kept[at] == 1 && piece[at] == 0) {
        int size = flood(at, ++pieces, piece);
        if (size > bestSize) {
          best = pieces;
          bestSize = size;
        }
      }
    }
    byte[] only = new byte[kept.length];
    for (int at = 0; at < kept.length; at++) {
      only[at] = (byte) (best > 0 && piece[at] == best ? 1 : 0);
    }
    return new Outline(width, height, only);
  }

  private int flood(int start, int name, int[] piece) {
    ArrayDeque<Integer> open = new ArrayDeque<>();
    open.add(start);
    piece[start] = name;
    int size = 0;
    while (!open.isEmpty()) {
      int at = open.removeLast();
      size++;
      int x = at % width;
      for (int side = 0; side < NEIGHBOURS; side++) {
        int next = switch (side) {
          case 0 -> x > 0 ? at - 1 : -1;
          case 1 -> x < width - 1 ? at + 1 : -1;
          case 2 -> at - width;
          default -> at + width;
        };
        if (next >= 0 && next < kept.length && kept[next] == 1 && piece[next] == 0) {
          piece[next] = name;
          open.add(next);
        }
      }
    }
    return size;
  }

  int size() {
    int size = 0;
    for (byte pixel : kept) {
      size += pixel;
    }
    return size;
  }

  /** The smallest box around what is kept; empty where nothing is. */
  Rectangle hull() {
    Rectangle hull = new Rectangle(-1, -1);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (kept[y * width + x] == 1) {
          hull = hull.isEmpty() ? new Rectangle(x, y, 1, 1) : hull.union(new Rectangle(x, y, 1, 1));
        }
      }
    }
    return hull;
  }

  /**
   * Pixels kept in the fullest of the topmost rows.
   *
   * @param share of the hull's height that is the top
   */
  int widestAtTop(double share) {
    Rectangle hull = hull();
    int widest = 0;
    for (int y = hull.y; y < hull.y + share * hull.height; y++) {
      int row = 0;
      for (int x = hull.x; x < hull.x + hull.width; x++) {
        row += kept[y * width + x];
      }
      widest = Math.max(widest, row);
    }
    return widest;
  }

  /** The photo's part within the hull, its alpha softened over a pixel each way. */
  BufferedImage cut(BufferedImage photo) {
    Rectangle hull = hull();
    BufferedImage cut = new BufferedImage(hull.width, hull.height, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < hull.height; y++) {
      for (int x = 0; x < hull.width; x++) {
        int rgb = photo.getRGB(hull.x + x, hull.y + y) & 0xFFFFFF;
        cut.setRGB(x, y, (soft(hull.x + x, hull.y + y) << 24) | rgb);
      }
    }
    return cut;
  }

  private int soft(int x, int y) {
    int sum = 0;
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        int atX = x + dx;
        int atY = y + dy;
        if (atX >= 0 && atY >= 0 && atX < width && atY < height) {
          sum += kept[atY * width + atX];
        }
      }
    }
    // the outermost ring is more background than person: it fades, and the person's own rim stays
    return kept[y * width + x] == 1 ? 255 * sum / 9 : 0;
  }
}
