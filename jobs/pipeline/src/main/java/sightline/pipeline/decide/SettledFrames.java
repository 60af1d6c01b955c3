package sightline.pipeline.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.common.state.MapState;
import org.jspecify.annotations.Nullable;
import sightline.domain.assessment.AssessedFrame;
import sightline.domain.assessment.InTime;
import sightline.domain.session.Neighbours;

/** The settled frames of the session at hand, for as long as they wait or bear witness; {@link Neighbours} says which. */
final class SettledFrames {
  /** A provisional directive looks back over so many of them. */
  private static final int WITNESSES_AT_ONCE = 16;

  private final MapState<Integer, AssessedFrame> byIndex;
  private final long windowMillis;

  /**
   * @param windowMillis capture time over which frames bear witness for one another
   */
  SettledFrames(MapState<Integer, AssessedFrame> byIndex, long windowMillis) {
    this.byIndex = byIndex;
    this.windowMillis = windowMillis;
  }

  void add(AssessedFrame frame) throws Exception {
    byIndex.put(frame.header().index(), frame);
  }

  /** What is known of a frame when it arrives: the latest settled ones are its only neighbours. */
  InTime soFar(AssessedFrame frame, Neighbours all) throws Exception {
    int from = Math.max(0, all.count() - WITNESSES_AT_ONCE);
    int[] latest = IntStream.range(from, all.count()).toArray();
    return new InTime(frame, at(latest, all), List.of());
  }

  /** The first frame that has no final directive yet, among all its neighbours. */
  InTime next(Neighbours all) throws Exception {
    int place = all.finals();
    return new InTime(
        at(place, all),
        at(all.witnesses(place, 0, place, windowMillis), all),
        at(all.witnesses(place, place + 1, all.count(), windowMillis), all));
  }

  /** Lets go of those that bear witness for nobody any more. */
  Neighbours withoutSpent(Neighbours all) throws Exception {
    int spent = all.spent(windowMillis);
    for (int place = 0; place < spent; place++) {
      byIndex.remove(all.index()[place]);
    }
    return all.without(spent);
  }

  void clear() {
    byIndex.clear();
  }

  private List<AssessedFrame> at(int[] places, Neighbours all) throws Exception {
    List<AssessedFrame> frames = new ArrayList<>();
    for (int place : places) {
      frames.add(at(place, all));
    }
    return frames;
  }

  private AssessedFrame at(int place, Neighbours all) throws Exception {
    @Nullable AssessedFrame frame = byIndex.get(all.index()[place]);
    if (frame == null) {
      throw new IllegalStateException("a settled frame is not in the buffer");
    }
    return frame;
  }
}
