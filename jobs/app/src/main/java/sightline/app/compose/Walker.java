package sightline.app.compose;

/** Somebody who walks: a body, and the head of somebody else upon it. */
record Walker(Head head, Body body, Body.Side side, Layer neck) {
  static Walker of(Head head, Body body, Body.Side side) {
    return new Walker(head, body, side, Body.neck(head.skin()));
  }

  /**
   * Draws all of him.
   *
   * @param light what every channel is multiplied by
   * @param sway degrees that the body leans
   */
  void draw(Film film, Pose pose, double[] light, double sway) {
    film.lay(neck.tinted(light[0], light[1], light[2]), Body.neckQuad(pose));
    film.lay(body.layer().tinted(light[0], light[1], light[2]), body.quad(pose, side, sway));
    film.lay(head.turned(pose.yaw()).tinted(light[0], light[1], light[2]), head.quad(pose));
  }
}
