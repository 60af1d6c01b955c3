package sightline.domain.restricted;

import java.io.Serializable;

/**
 * Which lines belong to one block. Lengths are multiples of a line's height, its box's short side, so that a block stays the
 * same from near and from far, and lying on its side.
 *
 * @param maxGap lines this far apart or closer belong together, measured by the smaller line
 * @param maxHeightRatio lines whose heights differ more do not belong together, unless they overlap
 * @param growth by which a block is grown on every side; a look misses faint lines at a paper's edge
 * @param minReadableHeight pixels of the stored raster; lower lines cannot be read by anybody
 * @param minConfidence blocks no line of which reaches it are left out
 */
public record BlockRules(
    double maxGap,
    double maxHeightRatio,
    double growth,
    double minReadableHeight,
    double minConfidence)
    implements Serializable {
  public BlockRules {
    if (!(maxGap >= 0 && maxHeightRatio >= 1 && growth >= 0 && minReadableHeight >= 0)
        || !(minConfidence >= 0 && minConfidence <= 1)) {
      throw new IllegalArgumentException(
          "no rules for blocks of text: gap %s, ratio %s, growth %s, height %s, confidence %s"
              .formatted(maxGap, maxHeightRatio, growth, minReadableHeight, minConfidence));
    }
  }

  /** The figures stand in the card of the text model. */
  public static BlockRules defaults() {
    return new BlockRules(3, 3, 0.5, 6, 0.5);
  }
}
