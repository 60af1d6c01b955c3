package sightline.domain.statistics;

import java.util.stream.DoubleStream;

/**
 * The delete-a-group jackknife (P. S. Kott, The delete-a-group jackknife, Journal of Official Statistics 17, 2001): what a figure would have been
 * without each of a few random groups says how far it may be off. Whatever is alike (the samples of one worker, the decisions on one sample)
 * has to lie in one group.
 */
public final class GroupJackknife {
  /** As many as leave a t near the normal's, and few enough to keep. */
  public static final int GROUPS = 48;

  private GroupJackknife() {}

  /** The group of whatever has this name: always the same, whatever machine asks. */
  public static int group(String name) {
    int mixed = name.hashCode();
    mixed = (mixed ^ (mixed >>> 16)) * 0x85ebca6b;
    mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
    return Math.floorMod(mixed ^ (mixed >>> 16), GROUPS);
  }

  /**
   * Half the width of the interval about the figure of all groups.
   *
   * @param without the figure without each of the groups that hold anything, 2 or more
   * @param confidence above 0, below 1
   */
  public static double halfWidth(double[] without, double confidence) {
    if (without.length < 2) {
      throw new IllegalArgumentException("one group says nothing about how groups differ");
    }
    double mean = DoubleStream.of(without).average().orElseThrow();
    double squares =
        DoubleStream.of(without).map(value -> (value - mean) * (value - mean)).sum();
    double groups = without.length;
    return StudentT.quantile(confidence, without.length - 1)
        * Math.sqrt((groups - 1) / groups * squares);
  }
}
