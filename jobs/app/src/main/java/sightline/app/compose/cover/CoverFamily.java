package sightline.app.compose.cover;

/**
 * What can get before a lens. How far it is from the lens sets how far out of focus it is.
 */
public enum CoverFamily {
  FINGER(3, 12, 0.02, 0.95),
  STRAP(8, 40, 0.03, 0.6),
  TAPE(2, 8, 0.02, 0.95),
  DIRT(3, 15, 0.02, 0.5),
  /** Condensation, or a greasy film: it scatters what is behind it. */
  FOG(3, 8, 0.1, 0.95),
  CLOTH(8, 40, 0.03, 0.95),
  HAIR(8, 50, 0.02, 0.5),
  /** An object parked before the workspace, near enough to be a little out of focus. Not on the lens. */
  PARKED(60, 150, 0.12, 0.8);

  private final double nearMillimetres;
  private final double farMillimetres;
  private final double leastShare;
  private final double mostShare;

  CoverFamily(double nearMillimetres, double farMillimetres, double leastShare, double mostShare) {
    this.nearMillimetres = nearMillimetres;
    this.farMillimetres = farMillimetres;
    this.leastShare = leastShare;
    this.mostShare = mostShare;
  }

  /** Whether it lies on the lens, or hangs right before it. */
  public boolean onLens() {
    return this != PARKED;
  }

  double nearMillimetres() {
    return nearMillimetres;
  }

  double farMillimetres() {
    return farMillimetres;
  }

  double leastShare() {
    return leastShare;
  }

  double mostShare() {
    return mostShare;
  }
}
