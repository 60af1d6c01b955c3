package sightline.domain.framing;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Motions between frames, each found once: every frame of a window asks for those of the whole window again. It remembers what
 * {@link Motion#between} says and nothing else, so that forgetting costs time and changes no answer. Not for several threads.
 */
public final class Motions {
  /** Some 0.8 kB each; a session at 30 frames a second asks for 61 of them again and again. */
  private static final int MOST = 8_192;

  private record Step(Profiles before, Profiles after) {}

  private final Map<Step, Motion> found = new LinkedHashMap<>(64, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<Step, Motion> eldest) {
      return size() > MOST;
    }
  };

  public Motion between(Profiles before, Profiles after) {
    return found.computeIfAbsent(
        new Step(before, after), step -> Motion.between(step.before, step.after));
  }
}
