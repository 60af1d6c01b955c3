package sightline.domain.frame;

/** Clockwise quarter turns that bring a stored raster upright. */
public enum Rotation {
  NONE(0),
  CLOCKWISE_90(90),
  HALF_TURN(180),
  CLOCKWISE_270(270);

  private final int degrees;

  Rotation(int degrees) {
    this.degrees = degrees;
  }

  /**
   * @param degrees clockwise, one of 0, 90, 180, 270
   * @throws IllegalArgumentException for any other angle
   */
  public static Rotation ofDegrees(int degrees) {
    return switch (degrees) {
      case 0 -> NONE;
      case 90 -> CLOCKWISE_90;
      case 180 -> HALF_TURN;
      case 270 -> CLOCKWISE_270;
      default ->
        throw new IllegalArgumentException(
            "a rotation is 0, 90, 180 or 270 degrees, got " + degrees);
    };
  }

  /** The turn an EXIF orientation (1 to 8) asks for; mirrored forms count by their turn alone, as faces are symmetric. */
  public static Rotation ofExif(int orientation) {
    return switch (orientation) {
      case 3, 4 -> HALF_TURN;
      case 5, 6 -> CLOCKWISE_90;
      case 7, 8 -> CLOCKWISE_270;
      default -> NONE;
    };
  }

  public int degrees() {
    return degrees;
  }

  /**
   * Takes a box seen in the upright picture back into the stored raster.
   *
   * @param upright a box in the turned picture
   * @param storedWidth pixels of the raster before turning
   * @param storedHeight pixels of the raster before turning
   */
  public Box toStored(Box upright, int storedWidth, int storedHeight) {
    return switch (this) {
      case NONE -> upright;
      case CLOCKWISE_90 ->
        new Box(upright.top(), storedHeight - upright.right(), upright.height(), upright.width());
      case HALF_TURN ->
        new Box(
            storedWidth - upright.right(),
            storedHeight - upright.bottom(),
            upright.width(),
            upright.height());
      case CLOCKWISE_270 ->
        new Box(storedWidth - upright.bottom(), upright.left(), upright.height(), upright.width());
    };
  }

  /**
   * Takes a box of the stored raster into the upright picture: the inverse of {@link #toStored}.
   *
   * @param storedWidth pixels of the raster before turning
   * @param storedHeight pixels of the raster before turning
   */
  public Box toUpright(Box stored, int storedWidth, int storedHeight) {
    return switch (this) {
      case NONE -> stored;
      case CLOCKWISE_90 ->
        new Box(storedHeight - stored.bottom(), stored.left(), stored.height(), stored.width());
      case HALF_TURN -> HALF_TURN.toStored(stored, storedWidth, storedHeight);
      case CLOCKWISE_270 ->
        new Box(stored.top(), storedWidth - stored.right(), stored.height(), stored.width());
    };
  }
}
