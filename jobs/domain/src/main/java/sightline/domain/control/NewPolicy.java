package sightline.domain.control;

import java.util.List;
import java.util.Map;
import sightline.domain.policy.Policy;

/**
 * A policy that came after its time, and what frames may have been decided under meanwhile.
 *
 * @param untilMillis epoch milliseconds from which a later version holds, {@link Long#MAX_VALUE} for none
 * @param used what each version's name may have stood for when frames were decided under it
 */
public record NewPolicy(PolicyVersion version, long untilMillis, Map<String, List<Policy>> used) {

  /** Whether it would have been stricter than what this name stood for; of a name that nobody knows any more it would. */
  public boolean stricterThan(String name) {
    List<Policy> named = used.getOrDefault(name, List.of());
    return named.isEmpty()
        || named.stream().anyMatch(other -> version.policy().stricterThan(other));
  }

  /** Whether it should have been in force at some time from one moment to another, both inclusive, in epoch milliseconds. */
  public boolean holdsWithin(long fromMillis, long toMillis) {
    long since = version.effectiveAt().toEpochMilli();
    return since <= toMillis && fromMillis < untilMillis && since < untilMillis;
  }
}
