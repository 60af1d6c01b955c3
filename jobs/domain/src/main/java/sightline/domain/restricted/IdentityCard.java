package sightline.domain.restricted;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sightline.domain.frame.Box;

/** Tells a photograph of a face beside printed text: ISO/IEC 7810 makes cards 85.60 by 53.98 mm, passports 125 by 88. */
final class IdentityCard {
  // 1.42 (passport) and 1.59 (card), with room for slanting views and missed lines
  private static final double MAX_PROPORTION = 2.4;
  /** A photograph lies this near to the text, in heights of a line, or nearer. */
  private static final double MAX_GAP = 4;
  /** A photograph shows hair and shoulders around the face's box: shares of the face's sides. */
  private static final double AROUND_FACE = 0.4;
  /** A face that fills more of the card's short side belongs to somebody behind the paper. */
  private static final double MAX_FACE = 0.75;

  private IdentityCard() {}

  /** The block and its photograph as one, empty where no face lies by the text. */
  static Optional<TextBlock> of(TextBlock block, List<Box> faces) {
    Box reach = TextBlocks.grown(block.box(), MAX_GAP * block.textHeight());
    return faces.stream()
        .filter(face -> reach.intersection(face) >= face.area() / 2)
        .sorted(Comparator.comparingDouble((Box face) -> -face.area())
            .thenComparingDouble(Box::left)
            .thenComparingDouble(Box::top))
        .map(face -> new Photograph(face, TextBlocks.around(block.box(), portrait(face))))
        .filter(Photograph::couldBeACard)
        .findFirst()
        .map(found -> new TextBlock(
            found.card(), block.confidence(), block.lines(), block.textHeight(), BlockKind.CARD));
  }

  private static Box portrait(Box face) {
    return new Box(
        (float) (face.left() - AROUND_FACE * face.width()),
        (float) (face.top() - AROUND_FACE * face.height()),
        (float) (face.width() * (1 + 2 * AROUND_FACE)),
        (float) (face.height() * (1 + 2 * AROUND_FACE)));
  }

  private record Photograph(Box face, Box card) {
    boolean couldBeACard() {
      double shorter = Math.min(card.width(), card.height());
      double longer = Math.max(card.width(), card.height());
      return longer <= MAX_PROPORTION * shorter
          && Math.max(face.width(), face.height()) <= MAX_FACE * shorter;
    }
  }
}
