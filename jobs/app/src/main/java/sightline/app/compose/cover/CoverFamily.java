package sightline.app.compose.cover;

/** What may lie on a lens or stand before it. */
public enum CoverFamily {
  /** A finger or thumb that reaches in from a side or corner. */
  FINGER,
  /** A strap or the brim of a cap across the picture. */
  STRAP,
  /** A strip of tape or a plaster, not always opaque. */
  TAPE,
  /** Specks and smears, anywhere. */
  DIRT,
  /** Fog: what lies behind it is washed out. */
  CONDENSATION,
  /** Clothing or hair that hangs in from a side. */
  CLOTH,
  /** A thing so close before the camera that it hides the workspace. */
  PARKED_OBJECT;

  /** Whether it lies on the lens itself. */
  public boolean onLens() {
    return this != PARKED_OBJECT;
  }
}
