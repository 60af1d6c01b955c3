package sightline.pipeline.preflight;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import sightline.domain.assessment.Observation;
import sightline.domain.preflight.PreflightVerdict;
import sightline.domain.session.SessionRules;

/** The stage that tells a worker, after the test clip, whether to start and what to change first. */
public final class Preflight {
  private Preflight() {}

  /**
   * @param observations keyed by session, a session's in order
   */
  public static DataStream<PreflightVerdict> verdicts(
      KeyedStream<Observation, String> observations, SessionRules rules) {
    return observations
        .process(new SweepPreflight(rules.silenceMillis()))
        .name("sweep preflight")
        .uid("preflight-sweep");
  }
}
