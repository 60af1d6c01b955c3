package sightline.domain.task;

import java.io.Serializable;

/**
 * From where on a session is good enough for its task; all shares lie in 0..1.
 *
 * @param handsVisible least share of the assessed time in which the hands that the task needs are in view. 0.8 is what buyers of
 *     such footage ask for (a vendor's gate: hands visible in 80% of frames)
 * @param missing most share of indices that may never have come
 * @param unusable most share of the recorded time that one fault (light, blur, cover, tilt, ...) may spoil before the worker is
 *     advised
 * @param withheld most share of frames that may be withheld before people have to look
 */
public record SessionBounds(double handsVisible, double missing, double unusable, double withheld)
    implements Serializable {
  public static final SessionBounds USUAL = new SessionBounds(0.8, 0.1, 0.2, 0.3);

  public SessionBounds {
    for (double share : new double[] {handsVisible, missing, unusable, withheld}) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("a bound is a share, got " + share);
      }
    }
  }
}
