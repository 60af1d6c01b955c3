package sightline.domain.review;

/**
 * Frames of a session that somebody looked at.
 *
 * @param first 0-based index, inclusive
 * @param last inclusive, not before {@code first}
 */
public record LookedAt(int first, int last) {
  public LookedAt {
    if (first < 0 || last < first) {
      throw new IllegalArgumentException("%s to %s are no frames".formatted(first, last));
    }
  }
}
