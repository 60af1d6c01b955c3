package sightline.domain.incident;

import java.time.Instant;

/**
 * What an alerting system hears of an incident: enough to route, group and silence by, and the id of the record that
 * has the rest. No session, no worker, no task, no mark, nothing of the people in view but how many.
 *
 * @param id of the incident
 * @param state opened, updated or closed
 * @param revision of the incident
 * @param at capture time of the last frame it was seen in, by the device's clock
 * @param count most of them seen at a time
 * @param lastedMillis session time from its first to its last evidence, 0 or more
 * @param deviceClass {@value #OTHER} until enough distinct workers stand behind a cohort
 * @param region likewise
 * @param policy version of the policy
 */
public record Alert(
    String id,
    IncidentState state,
    int revision,
    IncidentKind kind,
    Severity severity,
    Instant at,
    int count,
    long lastedMillis,
    String deviceClass,
    String region,
    String policy) {
  /** What stands for every cohort that too few workers are behind; nobody counts them yet, so it stands for all. */
  public static final String OTHER = "other";

  public static Alert of(Incident incident) {
    return new Alert(
        incident.id(),
        incident.state(),
        incident.revision(),
        incident.kind(),
        incident.severity(),
        incident.to(),
        incident.count(),
        Math.max(0, incident.to().toEpochMilli() - incident.from().toEpochMilli()),
        OTHER,
        OTHER,
        incident.policy());
  }
}
