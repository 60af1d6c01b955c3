package sightline.app.drawn;

/**
 * What a device makes of the light: raster size and noise.
 *
 * @param width pixels; 16:9, so the height follows
 * @param noise peak of the luma noise in steps of 255 under good light, 0 and up
 * @param quality of the JPEG, above 0 to 1
 */
public record Camera(int width, int noise, float quality) {
  public static final Camera ENTRY = new Camera(480, 9, 0.88f);
  public static final Camera MID = new Camera(World.WIDTH, 5, 0.92f);
  public static final Camera FLAGSHIP = new Camera(800, 3, 0.92f);

  public Camera {
    if (width < 320 || width % 16 != 0 || noise < 0 || !(quality > 0 && quality <= 1)) {
      throw new IllegalArgumentException(
          "a camera is 320 wide or more in steps of 16, with noise from 0 and quality up to 1, got %s, %s, %s"
              .formatted(width, noise, quality));
    }
  }

  /** Pixels. */
  public int height() {
    return width / 16 * 9;
  }

  /** Pixels of the raster for one pixel of the world. */
  double scale() {
    return (double) width / World.WIDTH;
  }
}
