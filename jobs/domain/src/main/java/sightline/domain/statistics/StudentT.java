package sightline.domain.statistics;

/**
 * Student's t for whole degrees of freedom, by the finite series of M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 1964,
 * 26.7.3 and 26.7.4.
 */
public final class StudentT {
  private static final int HALVINGS = 80;

  private StudentT() {}

  /**
   * The two-sided quantile: how far from 0 t strays with a chance of {@code 1 - confidence}.
   *
   * @param confidence above 0, below 1, such as 0.95
   * @param degrees of freedom, from 1
   */
  public static double quantile(double confidence, int degrees) {
    if (!(confidence > 0 && confidence < 1) || degrees < 1) {
      throw new IllegalArgumentException(
          "there is no t at %s with %s degrees of freedom".formatted(confidence, degrees));
    }
    double below = 0;
    double above = Math.PI / 2;
    for (int halving = 0; halving < HALVINGS; halving++) {
      double middle = (below + above) / 2;
      if (within(middle, degrees) < confidence) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return Math.tan((below + above) / 2) * Math.sqrt(degrees);
  }

  /** The chance of |t| to be at most tan(angle) times the root of the degrees of freedom. */
  private static double within(double angle, int degrees) {
    double sine = Math.sin(angle);
    double cosine = Math.cos(angle);
    boolean odd = degrees % 2 == 1;
    double term = odd ? sine * cosine : sine;
    double sum = odd && degrees == 1 ? 0 : term;
    for (int power = odd ? 3 : 2; power <= degrees - 2; power += 2) {
      term *= cosine * cosine * (power - 1) / power;
      sum += term;
    }
    return odd ? 2 / Math.PI * (angle + sum) : sum;
  }
}
