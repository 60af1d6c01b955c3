package sightline.vision.decode;

/**
 * How the pixels of a video are to be shown, as its container says.
 *
 * @param matrix of the colours, as ISO/IEC 23091-2 counts them; 2 where nothing is said
 * @param primaries as ISO/IEC 23091-2 counts them; 2 where nothing is said
 * @param transfer as ISO/IEC 23091-2 counts them; 2 where nothing is said
 * @param pixelAspect width of a pixel over its height, above 0; 1 where nothing is said
 */
public record Appearance(int matrix, int primaries, int transfer, double pixelAspect) {
  private static final int UNSAID = 2;

  /** Nothing is said. */
  public static final Appearance UNKNOWN = new Appearance(UNSAID, UNSAID, UNSAID, 1);

  public Appearance {
    if (!(pixelAspect > 0)) {
      throw new IllegalArgumentException("a pixel has a width and a height, got " + pixelAspect);
    }
  }

  /** Of the same pixels, once they were turned by a quarter. */
  public Appearance turned() {
    return new Appearance(matrix, primaries, transfer, 1 / pixelAspect);
  }
}
