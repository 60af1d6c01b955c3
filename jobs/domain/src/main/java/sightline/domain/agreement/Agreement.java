package sightline.domain.agreement;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import sightline.domain.operations.Basis;
import sightline.domain.operations.Interval;
import sightline.domain.statistics.ClopperPearson;
import sightline.domain.statistics.GroupJackknife;

/**
 * Agreement beyond chance: 1 less the disagreement that was seen over what chance would make of the same decisions. 1 is perfect, 0 is chance, below
 * 0 is worse than that.
 *
 * <ul>
 *   <li>{@link #alpha}: any number of people, any of them missing (K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011).
 *   <li>{@link #kappa}: two people (J. Cohen, Educational and Psychological Measurement 20, 1960; with weights: Psychological Bulletin 70, 1968).
 * </ul>
 *
 * <p>Nothing is said where chance could not have made any disagreement, since everybody decided for one category: neither 1 nor 0 would be true.
 */
public enum Agreement {
  ALPHA {
    @Override
    double weight(double sum) {
      // one decision less can be drawn for the second of a pair
      return (sum - 1) / sum;
    }
  },
  KAPPA {
    @Override
    double weight(double sum) {
      return 1;
    }
  };

  abstract double weight(double sum);

  /**
   * @return empty where nothing can be said
   */
  public static OptionalDouble alpha(Decisions decisions, Difference difference) {
    return ALPHA.of(decisions, difference);
  }

  /**
   * @param decisions of pairs
   * @param difference any but ORDINAL
   * @return empty where nothing can be said
   */
  public static OptionalDouble kappa(Decisions decisions, Difference difference) {
    return KAPPA.of(decisions, difference);
  }

  /**
   * @return empty where nothing can be said
   */
  public OptionalDouble of(Decisions decisions, Difference difference) {
    double share = disagreement(decisions.all(), difference);
    return Double.isNaN(share) ? OptionalDouble.empty() : OptionalDouble.of(1 - share);
  }

  /**
   * An interval that covers the agreement of all samples, of which these are a random few. The logarithm of the disagreement's share is taken
   * by a delete-a-group jackknife over samples, so that no interval goes beyond 1. Where the disagreement lies in one group or there is
   * none, its lower end is what the most samples that could disagree could do at the worst (Clopper and Pearson), as long as about as
   * many people decide about each; its upper end is 1.
   *
   * @param confidence above 0, below 1
   */
  public Interval interval(Decisions decisions, Difference difference, double confidence) {
    PairTable all = decisions.all();
    double share = disagreement(all, difference);
    int[] filled = IntStream.range(0, GroupJackknife.GROUPS)
        .filter(group -> decisions.groups().get(group).sum() > 0)
        .toArray();
    if (Double.isNaN(share) || filled.length < 2) {
      return Interval.notAssessed(confidence);
    }
    double[] without = IntStream.of(filled)
        .mapToDouble(group -> Math.log(disagreement(decisions.allBut(group), difference)))
        .toArray();
    if (IntStream.range(0, without.length).allMatch(group -> Double.isFinite(without[group]))) {
      double half = GroupJackknife.halfWidth(without, confidence);
      return new Interval(
          1 - share * Math.exp(half), 1 - share * Math.exp(-half), confidence, Basis.JACKKNIFE);
    }
    double disagreeing = ClopperPearson.of(decisions.disagreed(), decisions.samples(), confidence)
        .high();
    return new Interval(
        1 - disagreeing * worst(all, difference) / expected(all, difference),
        1,
        confidence,
        Basis.EXACT);
  }

  private double disagreement(PairTable table, Difference difference) {
    double expected = expected(table, difference);
    return expected > 0 ? observed(table, difference) / expected : Double.NaN;
  }

  /** Mean difference of two decisions about one sample. */
  private static double observed(PairTable table, Difference difference) {
    double sum = 0;
    for (int first = 0; first < table.categories(); first++) {
      for (int second = 0; second < table.categories(); second++) {
        sum += table.at(first, second) * difference.of(first, second, table);
      }
    }
    return sum / table.sum();
  }

  /** Mean difference of two decisions about any samples. */
  private double expected(PairTable table, Difference difference) {
    double total = table.sum();
    double sum = 0;
    for (int first = 0; first < table.categories(); first++) {
      for (int second = 0; second < table.categories(); second++) {
        sum += table.row(first)
            / total
            * table.column(second)
            / total
            * difference.of(first, second, table);
      }
    }
    return sum / weight(total);
  }

  private static double worst(PairTable table, Difference difference) {
    double worst = 0;
    for (int first = 0; first < table.categories(); first++) {
      for (int second = 0; second < table.categories(); second++) {
        worst = Math.max(worst, difference.of(first, second, table));
      }
    }
    return worst;
  }
}
