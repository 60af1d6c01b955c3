package sightline.domain.restricted;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sightline.domain.frame.Box;
import sightline.domain.privacy.Detection;

/**
 * Groups lines of text into blocks, so that a letter is hidden as a whole and not word by word. Two lines belong together
 * where the gap between their boxes is small against the height of the smaller one; belonging is handed on from line to
 * line.
 */
public final class TextBlocks {
  private TextBlocks() {}

  /**
   * @param text lines, in the stored raster, in any order
   * @param faces boxes of faces in the same raster; none where no detector looked for them
   * @return blocks that somebody could read, most confident first; the same for every order of the lines
   */
  public static List<TextBlock> of(List<Detection> text, List<Box> faces, BlockRules rules) {
    List<TextBlock> blocks = new ArrayList<>();
    for (List<Detection> lines : groups(text, rules)) {
      TextBlock block = block(lines, rules);
      if (block.confidence() >= rules.minConfidence()
          && tallest(lines) >= rules.minReadableHeight()) {
        blocks.add(IdentityCard.of(block, faces).orElse(block));
      }
    }
    blocks.sort(Comparator.comparingDouble((TextBlock block) -> -block.confidence())
        .thenComparingDouble(block -> block.box().left())
        .thenComparingDouble(block -> block.box().top())
        .thenComparingDouble(block -> block.box().area()));
    return List.copyOf(blocks);
  }

  private static List<List<Detection>> groups(List<Detection> text, BlockRules rules) {
    List<Detection> waiting = new ArrayList<>(text);
    List<List<Detection>> groups = new ArrayList<>();
    while (!waiting.isEmpty()) {
      List<Detection> group = new ArrayList<>();
      group.add(waiting.remove(waiting.size() - 1));
      for (int i = 0; i < group.size(); i++) {
        Box line = group.get(i).box();
        for (int j = waiting.size() - 1; j >= 0; j--) {
          if (together(line, waiting.get(j).box(), rules)) {
            group.add(waiting.remove(j));
          }
        }
      }
      groups.add(group);
    }
    return groups;
  }

  private static boolean together(Box one, Box other, BlockRules rules) {
    double gap = Math.max(
        gap(one.left(), one.right(), other.left(), other.right()),
        gap(one.top(), one.bottom(), other.top(), other.bottom()));
    double lower = Math.min(height(one), height(other));
    double higher = Math.max(height(one), height(other));
    return gap == 0 || (gap <= rules.maxGap() * lower && higher <= rules.maxHeightRatio() * lower);
  }

  /** Between two stretches of one axis, 0 where they meet. */
  private static double gap(double from, double to, double otherFrom, double otherTo) {
    return Math.max(0, Math.max(from, otherFrom) - Math.min(to, otherTo));
  }

  /** A line is longer than it is high, whichever way it runs. */
  static double height(Box line) {
    return Math.min(line.width(), line.height());
  }

  private static double tallest(List<Detection> lines) {
    return lines.stream().mapToDouble(line -> height(line.box())).max().orElseThrow();
  }

  private static TextBlock block(List<Detection> lines, BlockRules rules) {
    double[] heights =
        lines.stream().mapToDouble(line -> height(line.box())).sorted().toArray();
    double median = heights[heights.length / 2];
    Box around = lines.stream().map(Detection::box).reduce(TextBlocks::around).orElseThrow();
    double confidence = lines.stream().mapToDouble(Detection::confidence).max().orElseThrow();
    int rows = Rows.count(lines.stream().map(Detection::box).toList());
    return new TextBlock(
        grown(around, rules.growth() * median),
        confidence,
        rows,
        median,
        rows > 1 ? BlockKind.DOCUMENT : BlockKind.LABEL);
  }

  static Box around(Box one, Box other) {
    float left = Math.min(one.left(), other.left());
    float top = Math.min(one.top(), other.top());
    return new Box(
        left,
        top,
        Math.max(one.right(), other.right()) - left,
        Math.max(one.bottom(), other.bottom()) - top);
  }

  static Box grown(Box box, double by) {
    return new Box(
        (float) (box.left() - by), (float) (box.top() - by), (float) (box.width() + 2 * by), (float)
            (box.height() + 2 * by));
  }
}
