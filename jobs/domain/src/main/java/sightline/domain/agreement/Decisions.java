package sightline.domain.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import sightline.domain.statistics.GroupJackknife;

/**
 * What several people decided about the same samples, in room that does not grow with them: a {@link PairTable} for each of
 * {@link GroupJackknife#GROUPS} groups of samples. What was decided about a sample can be taken back, as when one more decides about it.
 *
 * @param groups tables by {@link GroupJackknife#group} of the sample's name
 * @param samples with two decisions or more
 * @param disagreed samples about which not all decided alike
 */
public record Decisions(List<PairTable> groups, long samples, long disagreed) {
  public Decisions {
    groups = List.copyOf(groups);
    if (groups.size() != GroupJackknife.GROUPS || disagreed < 0 || disagreed > samples) {
      throw new IllegalArgumentException("%s of %s samples in %s groups are no decisions"
          .formatted(disagreed, samples, groups.size()));
    }
  }

  /**
   * @param categories how many, from 2
   */
  public static Decisions none(int categories) {
    return new Decisions(
        Collections.nCopies(GroupJackknife.GROUPS, PairTable.empty(categories)), 0, 0);
  }

  public int categories() {
    return groups.get(0).categories();
  }

  /**
   * One sample more, as Krippendorff's alpha counts it: each ordered pair of decisions about it, over one less than the decisions. A sample
   * that fewer than two decided about says nothing and is not counted.
   *
   * @param counts how many decided for each category
   */
  public Decisions plus(String sample, int... counts) {
    return with(sample, counts, 1);
  }

  /** Takes a sample back: what was given to {@link #plus(String, int...)}. */
  public Decisions minus(String sample, int... counts) {
    return with(sample, counts, -1);
  }

  /**
   * One sample more, as Cohen's kappa counts it: who decided is told apart.
   *
   * @param first category for which the first of two people decided
   */
  public Decisions plusPair(String sample, int first, int second) {
    return with(sample, cell(first, second), 1, first != second);
  }

  /** Takes a pair back. */
  public Decisions minusPair(String sample, int first, int second) {
    return with(sample, cell(first, second), -1, first != second);
  }

  public Decisions plus(Decisions others) {
    List<PairTable> sums = new ArrayList<>();
    for (int group = 0; group < groups.size(); group++) {
      sums.add(groups.get(group).plus(others.groups.get(group), 1));
    }
    return new Decisions(sums, samples + others.samples, disagreed + others.disagreed);
  }

  /** All samples together. */
  public PairTable all() {
    return allBut(-1);
  }

  /** All but one group's; summed up anew, since a difference would not be 0 where it is. */
  PairTable allBut(int group) {
    PairTable sum = PairTable.empty(categories());
    for (int other = 0; other < groups.size(); other++) {
      if (other != group) {
        sum = sum.plus(groups.get(other), 1);
      }
    }
    return sum;
  }

  private PairTable cell(int first, int second) {
    requireCategory(first);
    requireCategory(second);
    Double[] cells = new Double[categories() * categories()];
    Arrays.fill(cells, 0.0);
    cells[first * categories() + second] = 1.0;
    return new PairTable(categories(), List.of(cells));
  }

  private void requireCategory(int category) {
    if (category < 0 || category >= categories()) {
      throw new IllegalArgumentException(
          "there is no category %s of %s".formatted(category, categories()));
    }
  }

  private Decisions with(String sample, int[] counts, int times) {
    if (counts.length != categories() || Arrays.stream(counts).anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException(
          "%s are no counts of %s categories".formatted(Arrays.toString(counts), categories()));
    }
    int decided = Arrays.stream(counts).sum();
    if (decided < 2) {
      return this;
    }
    List<Double> cells = new ArrayList<>();
    for (int first = 0; first < counts.length; first++) {
      for (int second = 0; second < counts.length; second++) {
        int others = first == second ? counts[second] - 1 : counts[second];
        cells.add((double) counts[first] * others / (decided - 1));
      }
    }
    boolean differ = Arrays.stream(counts).noneMatch(count -> count == decided);
    return with(sample, new PairTable(categories(), cells), times, differ);
  }

  private Decisions with(String sample, PairTable table, int times, boolean differ) {
    List<PairTable> changed = new ArrayList<>(groups);
    int group = GroupJackknife.group(sample);
    changed.set(group, changed.get(group).plus(table, times));
    return new Decisions(changed, samples + times, disagreed + (differ ? times : 0));
  }
}
