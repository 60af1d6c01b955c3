package sightline.domain.operations;

/**
 * A measured fault of the measuring itself, for which a reading was corrected.
 *
 * @param count how often it was seen
 * @param of in how many
 */
public record Correction(Fault fault, long count, long of) {
  /** Closed vocabulary. */
  public enum Fault {
    /** What is there was not found. */
    MISSED,
    /** What is not there was found. */
    FOUND_FALSELY
  }

  public Correction {
    if (count < 0 || count > of) {
      throw new IllegalArgumentException("%s of %s is no count".formatted(count, of));
    }
  }
}
