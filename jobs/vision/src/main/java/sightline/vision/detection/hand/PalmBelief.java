package sightline.vision.detection.hand;

import sightline.vision.models.ModelDescription;

/**
 * Weighs what several looks said of one palm to the probability that a hand is there: a logistic regression over the logits of
 * the scores, fitted on clips that the model's card names. One score alone takes knobs and shoes for palms.
 *
 * @param unseen the score that stands for not having been seen in a look
 */
record PalmBelief(
    double bias,
    double best,
    double whole,
    double squares,
    double fingersUp,
    double wider,
    float unseen) {
  static PalmBelief of(ModelDescription description) {
    return new PalmBelief(
        description.threshold("beliefBias"),
        description.threshold("beliefBest"),
        description.threshold("beliefWhole"),
        description.threshold("beliefSquares"),
        description.threshold("beliefFingersUp"),
        description.threshold("beliefWider"),
        (float) description.threshold("unseen"));
  }

  /**
   * @param fingersUp score of the close-up with the fingers up
   * @param wider score of the wider close-up
   * @return 0 to 1
   */
  double of(PalmSighting sighting, float fingersUp, float wider) {
    double sum = bias
        + best * logit(sighting.palm().score())
        + whole * logit(sighting.whole())
        + squares * logit(sighting.squares())
        + this.fingersUp * logit(fingersUp)
        + this.wider * logit(wider);
    return 1 / (1 + Math.exp(-sum));
  }

  private double logit(float score) {
    // as far as the floor lies below one half, so far the ceiling lies above
    double bounded = Math.max(unseen, Math.min(1 - unseen, score));
    return Math.log(bounded / (1 - bounded));
  }
}
