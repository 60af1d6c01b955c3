package sightline.domain.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import sightline.domain.assessment.Observation;

/**
 * The incidents of one session while it lasts: each is opened once, told of again where there is more to tell, and closed.
 * Immutable. It hears a session's frames in the order of their indices; those out of place say nothing.
 *
 * @param watches one a kind
 */
public record SessionIncidents(Labels labels, List<KindWatch> watches) {
  public SessionIncidents {
    watches = List.copyOf(watches);
  }

  /** Before the first frame of a session. */
  public static SessionIncidents of(Observation first) {
    return new SessionIncidents(
        Labels.of(first),
        Arrays.stream(IncidentKind.values()).map(KindWatch::of).toList());
  }

  /**
   * @param tell takes what is to be told now, in the order of the kinds
   */
  public SessionIncidents heard(Observation frame, IncidentRules rules, Consumer<Incident> tell) {
    Labels latest = Labels.of(frame);
    Testimony testimony = new Testimony(frame);
    List<KindWatch> after = new ArrayList<>();
    for (KindWatch watch : watches) {
      after.add(watch.heard(testimony.on(watch.kind()), latest, rules, tell));
    }
    return new SessionIncidents(latest, after);
  }

  /** Closes whatever lasts: nothing follows in this session. */
  public void end(Consumer<Incident> tell) {
    watches.forEach(watch -> watch.end(labels, tell));
  }
}
