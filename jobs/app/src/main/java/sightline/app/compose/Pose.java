package sightline.app.compose;

/**
 * How a walker's head is held in one frame.
 *
 * @param x of the head's axis, pixels of the picture
 * @param y of the middle between hairline and chin
 * @param size hairline to chin, pixels
 * @param yaw degrees by which the head is turned: 0 looks into the camera, 90 to the picture's right, 180 away
 * @param roll degrees clockwise
 */
record Pose(double x, double y, double size, double yaw, double roll) {
  Pose moved(double dx, double dy) {
    return new Pose(x + dx, y + dy, size, yaw, roll);
  }

  Pose rolled(double degrees) {
    return new Pose(x, y, size, yaw, roll + degrees);
  }

  /** A share of the way to another. */
  Pose towards(Pose other, double share) {
    return new Pose(
        x + (other.x - x) * share,
        y + (other.y - y) * share,
        size + (other.size - size) * share,
        yaw + (other.yaw - yaw) * share,
        roll + (other.roll - roll) * share);
  }
}
