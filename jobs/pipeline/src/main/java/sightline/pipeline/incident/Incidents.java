package sightline.pipeline.incident;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import sightline.domain.assessment.Observation;
import sightline.domain.incident.Alert;
import sightline.domain.incident.Incident;
import sightline.domain.incident.IncidentRules;

/** The stage that says what happened in a session that somebody should know of. */
public final class Incidents {
  private Incidents() {}

  /**
   * @param observations keyed by session, a session's in order
   */
  public static DataStream<Incident> of(
      KeyedStream<Observation, String> observations, IncidentRules rules) {
    return observations
        .process(new FollowIncidents(rules))
        .name("follow incidents")
        .uid("incident-follow");
  }

  /** What alerting systems hear of them. */
  public static DataStream<Alert> alerts(DataStream<Incident> incidents) {
    return incidents
        .map(Alert::of)
        .returns(TypeInformation.of(Alert.class))
        .name("alerts")
        .uid("incident-alerts");
  }
}
