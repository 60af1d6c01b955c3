package sightline.domain.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.quality.Control;
import sightline.domain.quality.Edge;
import sightline.domain.quality.Measure;

/**
 * One reason for a verdict, with its evidence.
 *
 * @param leadsTo the verdict that it asks for by itself
 * @param weight how much of the session it spoils, 0 to 1; reasons are listed by it within the verdict that they lead to
 * @param measured what was found, in the unit of {@code unit}; not assessed where the reason is no number
 * @param wanted from where on it would have been no reason, same unit
 * @param unit such as {@code share}, {@code s}, {@code deg}, {@code px}, {@code fps}; empty where the reason is no number
 * @param spans where in the recording, ascending, the longest {@value #SPANS} of them; empty where it concerns all of it
 * @param edge side of the upright picture, null where it has no place
 * @param object name of the expected object it is about, null for any other reason
 */
public record Reason(
    ReasonCode code,
    Verdict leadsTo,
    double weight,
    Measure measured,
    Measure wanted,
    String unit,
    List<Span> spans,
    @Nullable Edge edge,
    @Nullable String object) {
  public static final int SPANS = 8;

  public Reason {
    spans = List.copyOf(spans);
    if (leadsTo == Verdict.REJECT && code.control() == Control.STRUCTURAL) {
      throw new IllegalArgumentException(code + " is no worker's fault and rejects nobody");
    }
    if (!(weight >= 0 && weight <= 1) || spans.size() > SPANS) {
      throw new IllegalArgumentException(
          "a reason weighs 0 to 1 and names %s spans at most, got %s and %s"
              .formatted(SPANS, weight, spans.size()));
    }
  }
}
