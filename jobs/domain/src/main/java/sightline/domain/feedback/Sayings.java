package sightline.domain.feedback;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sightline.domain.quality.Edge;
import sightline.domain.verdict.Change;
import sightline.domain.verdict.ReasonCode;
import sightline.domain.verdict.Verdict;

/**
 * Everything that workers are told, as codes: each has a text in every language. All texts are whole sentences, so that none has to be
 * fitted into another one's grammar.
 */
public final class Sayings {
  /** A gap that takes a whole number, from 1. */
  public static final String COUNT = "count";
  /** A gap that takes pieces of time, such as {@code 0:12–0:40}. */
  public static final String TIMES = "times";
  /** A gap that takes the name of a thing, as the task's spec has it. */
  public static final String OBJECT = "object";

  static final String DEGREES = "amount.DEGREES";
  static final String SECONDS = "amount.SECONDS";
  static final String WHEN = "when";
  static final String PRAISE_HANDS = "praise.HANDS";
  static final String NOTHING_TO_CHANGE = "praise.NOTHING_TO_CHANGE";
  static final String STRUCTURAL = "structural";
  static final String BREAK = "break";
  static final String APPEAL = "appeal";

  /** Headings and lines of the page that a worker's record is shown on; not said in feedback. */
  private static final List<String> PAGE = List.of(
      "page.TITLE",
      "page.UNREVIEWED",
      "page.RECORDING",
      "page.CONSENT",
      "page.DECISIONS",
      "page.TIME",
      "page.PAY",
      "page.APPEALS",
      "page.NO_RECORD");

  private static final List<String> CODES = all();

  private Sayings() {}

  private static List<String> all() {
    List<String> codes = new ArrayList<>();
    Arrays.stream(Verdict.values()).map(Sayings::verdict).forEach(codes::add);
    Arrays.stream(ReasonCode.values()).map(Sayings::reason).forEach(codes::add);
    Arrays.stream(Change.values()).map(Sayings::change).forEach(codes::add);
    // what is everywhere has no place worth naming
    Arrays.stream(Edge.values())
        .filter(edge -> edge != Edge.WHOLE)
        .map(Sayings::edge)
        .forEach(codes::add);
    codes.addAll(List.of(
        DEGREES, SECONDS, WHEN, PRAISE_HANDS, NOTHING_TO_CHANGE, STRUCTURAL, BREAK, APPEAL));
    codes.addAll(PAGE);
    return List.copyOf(codes);
  }

  /** Each once, in the order of the files. */
  public static List<String> codes() {
    return CODES;
  }

  /**
   * Names of the gaps in a text; {@link #COUNT} takes a number, the others words.
   *
   * @throws IllegalArgumentException where there is no such code
   */
  public static List<String> gaps(String code) {
    if (!CODES.contains(code)) {
      throw new IllegalArgumentException("nothing is said under the code " + code);
    }
    return switch (code) {
      case DEGREES, SECONDS, BREAK -> List.of(COUNT);
      case WHEN -> List.of(COUNT, TIMES);
      case "reason.OBJECT_NOT_SEEN", "change.SHOW_OBJECT" -> List.of(OBJECT);
      default -> List.of();
    };
  }

  static String verdict(Verdict verdict) {
    return "verdict." + verdict.name();
  }

  static String reason(ReasonCode reason) {
    return "reason." + reason.name();
  }

  static String change(Change change) {
    return "change." + change.name();
  }

  static String edge(Edge edge) {
    return "edge." + edge.name();
  }
}
