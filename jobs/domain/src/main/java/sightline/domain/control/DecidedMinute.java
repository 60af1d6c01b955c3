package sightline.domain.control;

import java.util.ArrayList;
import java.util.List;

/**
 * Which frames of a session were decided under which policy, of those appended within one minute. Bounded however the frames come: what
 * does not lie together is taken together. Immutable.
 *
 * @param policies versions, in the order of their coming
 * @param runs one a second and policy
 */
public record DecidedMinute(List<String> policies, List<Run> runs) {
  public static final DecidedMinute NONE = new DecidedMinute(List.of(), List.of());

  /** Stands for versions that there was no room for; there is none of that name, so it counts as the loosest. */
  public static final String UNKNOWN = "";

  static final int MOST_POLICIES = 8;

  /**
   * Frames of one second.
   *
   * @param second of the minute, 0 to 59
   * @param policy its place in {@link #policies}
   * @param from lowest index
   * @param to highest index; what lies between belongs to it, or never came
   */
  public record Run(int second, int policy, int from, int to) {
    boolean of(int otherSecond, int otherPolicy) {
      return second == otherSecond && policy == otherPolicy;
    }

    Run with(int index) {
      return new Run(second, policy, Math.min(from, index), Math.max(to, index));
    }
  }

  public DecidedMinute {
    policies = List.copyOf(policies);
    runs = List.copyOf(runs);
  }

  /** With one more frame. */
  public DecidedMinute with(int second, String version, int index) {
    List<String> known = new ArrayList<>(policies);
    int policy = place(version, known);
    List<Run> more = new ArrayList<>(runs);
    for (int at = more.size() - 1; at >= 0; at--) {
      if (more.get(at).of(second, policy)) {
        more.set(at, more.get(at).with(index));
        return new DecidedMinute(known, more);
      }
    }
    more.add(new Run(second, policy, index, index));
    return new DecidedMinute(known, more);
  }

  private static int place(String version, List<String> known) {
    int place = known.indexOf(version);
    if (place >= 0) {
      return place;
    }
    if (known.size() == MOST_POLICIES) {
      known.set(MOST_POLICIES - 1, UNKNOWN);
    } else {
      known.add(version);
    }
    return known.size() - 1;
  }

  /** The same without some of its runs. */
  public DecidedMinute keeping(List<Run> some) {
    return new DecidedMinute(policies, some);
  }

  /** Version of the policy that these frames were decided under. */
  public String policy(Run run) {
    return policies.get(run.policy());
  }
}
