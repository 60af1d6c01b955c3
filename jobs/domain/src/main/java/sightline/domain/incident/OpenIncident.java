package sightline.domain.incident;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import sightline.domain.assessment.Mark;

/**
 * An incident while it lasts.
 *
 * @param revision of what was last told
 * @param toldCount what was last told of {@code count}
 * @param toldNearest what was last told of {@code nearest}
 * @param toldMillis capture time of the frame at which it was last told of
 * @param knownMillis capture time of the last frame that could tell whether it was there
 * @param quietMillis session time in which nothing of it was seen, since it last was
 */
public record OpenIncident(
    int revision,
    int fromFrame,
    long fromMillis,
    int toFrame,
    long toMillis,
    int count,
    double nearest,
    List<Mark> marks,
    int toldCount,
    double toldNearest,
    long toldMillis,
    long knownMillis,
    long quietMillis) {
  public OpenIncident {
    marks = List.copyOf(marks);
  }

  /**
   * @param evidence looks that saw it, oldest first, at least one
   */
  static OpenIncident by(List<Word> evidence) {
    Word first = evidence.get(0);
    Word last = evidence.get(evidence.size() - 1);
    int count = evidence.stream().mapToInt(Word::count).max().orElseThrow();
    double nearest = evidence.stream().mapToDouble(Word::nearest).max().orElseThrow();
    return new OpenIncident(
        1,
        first.frame(),
        first.millis(),
        last.frame(),
        last.millis(),
        count,
        nearest,
        evidence.stream()
            .flatMap(word -> word.marks().stream())
            .distinct()
            .sorted()
            .toList(),
        count,
        nearest,
        last.millis(),
        last.millis(),
        0);
  }

  /** With what one more frame says of it. */
  OpenIncident heard(Word word) {
    return switch (word.said()) {
      case SEEN, STILL_THERE -> there(word);
      case CLEAR, STILL_CLEAR -> quiet(word.millis());
      case UNKNOWN -> this;
    };
  }

  private OpenIncident there(Word word) {
    return new OpenIncident(
        revision,
        fromFrame,
        fromMillis,
        word.frame(),
        word.millis(),
        Math.max(count, word.count()),
        Math.max(nearest, word.nearest()),
        Stream.concat(marks.stream(), word.marks().stream()).distinct().sorted().toList(),
        toldCount,
        toldNearest,
        toldMillis,
        word.millis(),
        0);
  }

  /** A clock that stands still or runs backwards lets no time pass. */
  private OpenIncident quiet(long millis) {
    long passed =
        Math.min(Math.max(0, millis - knownMillis), IncidentRules.MOST_QUIET_PER_FRAME_MILLIS);
    return new OpenIncident(
        revision,
        fromFrame,
        fromMillis,
        toFrame,
        toMillis,
        count,
        nearest,
        marks,
        toldCount,
        toldNearest,
        toldMillis,
        millis,
        quietMillis + passed);
  }

  /** Whether there is more to tell than was told. A mark alone is no reason: it must not be read off the time of an alert. */
  boolean worthTelling(Word word) {
    boolean there = word.said() == Said.SEEN || word.said() == Said.STILL_THERE;
    return there
        && (count > toldCount
            || (toldNearest > 0 && nearest >= IncidentRules.MUCH_NEARER * toldNearest)
            || word.millis() - toldMillis >= IncidentRules.TELL_AGAIN_MILLIS);
  }

  /** As it is once more has been told of it. */
  OpenIncident told() {
    return new OpenIncident(
        revision + 1,
        fromFrame,
        fromMillis,
        toFrame,
        toMillis,
        count,
        nearest,
        marks,
        count,
        nearest,
        toMillis,
        knownMillis,
        quietMillis);
  }

  Incident as(IncidentState state, IncidentKind kind, Labels labels) {
    return new Incident(
        Incident.id(labels.session(), kind, fromFrame),
        labels.session(),
        kind,
        state,
        revision,
        fromFrame,
        Math.max(fromFrame, toFrame),
        Instant.ofEpochMilli(fromMillis),
        Instant.ofEpochMilli(toMillis),
        count,
        nearest,
        kind.severity(),
        labels.task(),
        labels.deviceClass(),
        labels.region(),
        marks,
        labels.policy());
  }
}
