package sightline.app.evaluate;

/**
 * An answer that was wrong, to be shown in a picture.
 *
 * @param severity the worst come first; any scale of its question
 * @param says what is wrong, for a person
 */
record Miss(String set, String session, int frame, double severity, String says) {
  static Miss of(Material.Labelled frame, double severity, String says) {
    Truth truth = frame.truth();
    return new Miss(truth.set(), truth.session(), truth.frame(), severity, says);
  }
}
