package sightline.domain.preflight;

import org.jspecify.annotations.Nullable;

/**
 * One thing to remove or change, or to know of.
 *
 * @param where it was seen most often, null where it has no place
 * @param share of the clip's frames it was seen in, above 0 up to 1, in steps of 0.01 rounded up
 * @param firstFrame first index it was seen in
 * @param words for the worker, in the verdict's language
 */
public record Finding(
    FindingCode code,
    Effect effect,
    @Nullable Side where,
    double share,
    int firstFrame,
    String words) {
  public Finding {
    if (!(share > 0 && share <= 1) || firstFrame < 0) {
      throw new IllegalArgumentException(
          "a finding was seen in some frames, got a share of %s from frame %s"
              .formatted(share, firstFrame));
    }
  }
}
