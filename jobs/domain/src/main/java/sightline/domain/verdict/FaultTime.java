package sightline.domain.verdict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.quality.Edge;

/**
 * For how long something stood against a session, and where.
 *
 * @param millis recorded time
 * @param frames as many
 * @param withheld frames among them that nobody may see on account of it
 * @param measured sum over the frames of what was measured; see {@link #mean}
 * @param edgeMillis recorded time by {@link Edge}, in the order of its declaration
 * @param spans ascending, apart from each other; when there are more than {@value #MOST} the two that are nearest are one
 */
public record FaultTime(
    ReasonCode code,
    long millis,
    int frames,
    int withheld,
    double measured,
    List<Long> edgeMillis,
    List<Span> spans) {
  static final int MOST = 16;

  private static final List<Long> NO_EDGE = Collections.nCopies(Edge.values().length, 0L);

  public FaultTime {
    edgeMillis = List.copyOf(edgeMillis);
    spans = List.copyOf(spans);
  }

  static FaultTime none(ReasonCode code) {
    return new FaultTime(code, 0, 0, 0, 0, NO_EDGE, List.of());
  }

  /**
   * With one more frame.
   *
   * @param lasted recorded milliseconds that the frame stands for, up to it
   * @param at milliseconds from the session's first frame
   * @param joinMillis from how near on two spans are one
   */
  FaultTime and(Fault fault, long lasted, long at, long joinMillis) {
    List<Long> edges = edgeMillis;
    if (fault.edge() != null) {
      edges = new ArrayList<>(edgeMillis);
      // one millisecond at least, so that a clock that stands still does not lose the place
      edges.set(place(fault.edge()), edges.get(place(fault.edge())) + Math.max(1, lasted));
    }
    return new FaultTime(
        code,
        millis + lasted,
        frames + 1,
        withheld + (fault.effect() == Fault.Effect.WITHHOLDS ? 1 : 0),
        measured + fault.measured(),
        edges,
        joined(new Span(Math.max(0, at - lasted), at), joinMillis));
  }

  private List<Span> joined(Span next, long joinMillis) {
    List<Span> all = new ArrayList<>(spans);
    Span last = all.isEmpty() ? null : all.get(all.size() - 1);
    if (last != null && next.fromMillis() <= last.toMillis() + joinMillis) {
      all.set(
          all.size() - 1, new Span(last.fromMillis(), Math.max(last.toMillis(), next.toMillis())));
      return all;
    }
    all.add(next);
    if (all.size() > MOST) {
      int nearest = 0;
      for (int at = 1; at + 1 < all.size(); at++) {
        if (gap(all, at) < gap(all, nearest)) {
          nearest = at;
        }
      }
      Span later = all.remove(nearest + 1);
      all.set(nearest, new Span(all.get(nearest).fromMillis(), later.toMillis()));
    }
    return all;
  }

  private static long gap(List<Span> spans, int at) {
    return spans.get(at + 1).fromMillis() - spans.get(at).toMillis();
  }

  /** What was measured, on average over its frames; 0 where there was none. */
  double mean() {
    return frames == 0 ? 0 : measured / frames;
  }

  /** The side on which it was for the longest; null where it has no place. */
  @Nullable
  Edge edge() {
    Edge most = null;
    for (Edge edge : Edge.values()) {
      long time = edgeMillis.get(place(edge));
      if (time > 0 && (most == null || time > edgeMillis.get(place(most)))) {
        most = edge;
      }
    }
    return most;
  }

  /** The longest, as many as a reason names, ascending. */
  List<Span> longest() {
    return spans.stream()
        .sorted(Comparator.comparingLong(Span::lasts).reversed())
        .limit(Reason.SPANS)
        .sorted(Comparator.comparingLong(Span::fromMillis))
        .toList();
  }

  private static int place(Edge edge) {
    return switch (edge) {
      case LEFT -> 0;
      case RIGHT -> 1;
      case TOP -> 2;
      case BOTTOM -> 3;
      case WHOLE -> 4;
    };
  }
}
