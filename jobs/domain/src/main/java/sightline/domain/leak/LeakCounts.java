package sightline.domain.leak;

/**
 * What came of looking at a sample of frames again. Counts of several places add up.
 *
 * @param examined frames
 * @param finds of them, those in which something was found uncovered
 */
public record LeakCounts(long examined, long finds) {
  public static final LeakCounts NONE = new LeakCounts(0, 0);

  public LeakCounts {
    if (finds < 0 || finds > examined) {
      throw new IllegalArgumentException("%s finds in %s frames".formatted(finds, examined));
    }
  }

  public LeakCounts plus(LeakCounts other) {
    return new LeakCounts(examined + other.examined, finds + other.finds);
  }
}
