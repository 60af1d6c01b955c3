package sightline.domain.restricted;

import sightline.domain.frame.Box;

/**
 * Text that belongs together, hidden as a whole.
 *
 * @param box around all of it, grown, in the stored raster; may reach past its edges
 * @param confidence the best of its lines, 0 to 1
 * @param lines how many rows of text were told apart; a coarse look tells fewer apart than there are
 * @param textHeight median height of its lines in pixels of the stored raster
 */
public record TextBlock(Box box, double confidence, int lines, double textHeight, BlockKind kind) {
  public TextBlock {
    if (lines < 1 || !(textHeight > 0) || !(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException(
          "no block of text: %s lines of %s pixels at %s".formatted(lines, textHeight, confidence));
    }
  }
}
