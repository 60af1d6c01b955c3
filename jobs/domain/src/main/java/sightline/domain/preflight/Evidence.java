package sightline.domain.preflight;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a clip has shown of one finding so far.
 *
 * @param looks at which it was seen, neighbours' words not counted
 * @param frames it was seen in
 * @param sides how often on each side; none where it has no place
 */
public record Evidence(
    FindingCode code, int looks, int frames, int firstFrame, Map<Side, Integer> sides) {
  public Evidence {
    sides = Map.copyOf(sides);
  }

  static Evidence first(FindingCode code, int frame) {
    return new Evidence(code, 0, 0, frame, Map.of());
  }

  Evidence and(Hint hint) {
    Map<Side, Integer> more = new HashMap<>(sides);
    Side where = hint.where();
    if (where != null) {
      more.merge(where, 1, Integer::sum);
    }
    return new Evidence(code, looks + hint.looks(), frames + 1, firstFrame, more);
  }

  /** Whether it was seen often enough in a clip of so many frames. */
  boolean suffices(int clip) {
    return looks >= Math.min(code.looks(), clip) && frames >= code.share() * clip;
  }

  /** Where it was seen most often, null where it has no place. */
  @Nullable
  Side where() {
    Side most = null;
    int times = 0;
    for (Side side : Side.values()) {
      int seen = sides.getOrDefault(side, 0);
      if (seen > times) {
        most = side;
        times = seen;
      }
    }
    return most;
  }

  double shareOf(int clip) {
    return Math.min(1, Math.ceil(100.0 * frames / clip) / 100);
  }
}
