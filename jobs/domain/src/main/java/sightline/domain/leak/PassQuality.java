package sightline.domain.leak;

import java.io.Serializable;

/**
 * How good the second, heavier pass is, measured on labelled footage.
 *
 * @param leaks labelled frames in which the engine left a face uncovered: what is easy for the engine says nothing of the pass
 * @param missed of them, those in which the pass found nothing uncovered either
 * @param clean labelled frames in which nothing was left uncovered
 * @param falseFinds of them, those in which the pass found something all the same
 */
public record PassQuality(long leaks, long missed, long clean, long falseFinds)
    implements Serializable {
  public PassQuality {
    if (missed < 0 || missed > leaks || falseFinds < 0 || falseFinds > clean) {
      throw new IllegalArgumentException(
          "%s of %s missed, %s of %s found falsely".formatted(missed, leaks, falseFinds, clean));
    }
  }
}
