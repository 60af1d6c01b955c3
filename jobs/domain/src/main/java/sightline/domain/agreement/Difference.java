package sightline.domain.agreement;

/** How much it matters that two decided differently: 0 where they decided alike. */
public enum Difference {
  /** Every difference is as bad as any other. */
  NOMINAL {
    @Override
    double of(int first, int second, PairTable table) {
      return first == second ? 0 : 1;
    }
  },
  /** Categories have an order; a difference is as large as what was decided between them (Krippendorff 2011, for alpha alone). */
  ORDINAL {
    @Override
    double of(int first, int second, PairTable table) {
      double between = -(table.row(first) + table.row(second)) / 2;
      for (int category = Math.min(first, second);
          category <= Math.max(first, second);
          category++) {
        between += table.row(category);
      }
      return first == second ? 0 : between * between;
    }
  },
  /** Categories lie at equal distances, and a difference counts as such: linear weights of kappa. */
  LINEAR {
    @Override
    double of(int first, int second, PairTable table) {
      return Math.abs(first - second);
    }
  },
  /** Categories lie at equal distances, and a difference counts squared: interval alpha, quadratic weights of kappa. */
  INTERVAL {
    @Override
    double of(int first, int second, PairTable table) {
      return (double) (first - second) * (first - second);
    }
  };

  abstract double of(int first, int second, PairTable table);
}
