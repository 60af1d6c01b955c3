package sightline.pipeline.incident;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import sightline.domain.assessment.Observation;
import sightline.domain.incident.Incident;
import sightline.domain.incident.IncidentRules;
import sightline.domain.incident.SessionIncidents;

/**
 * Tells of each session's incidents. The rules are {@link SessionIncidents}; here are one state and one timer a session, both gone
 * with its last frame, or when no frame of it came for the silence.
 */
final class FollowIncidents extends KeyedProcessFunction<String, Observation, Incident> {
  private final IncidentRules rules;
  private transient ValueState<FollowedSession> sessions;

  @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else
  FollowIncidents(IncidentRules rules) {
    this.rules = rules;
  }

  @Override
  public void open(OpenContext context) {
    sessions = getRuntimeContext()
        .getState(
            new ValueStateDescriptor<>("incidents", TypeInformation.of(FollowedSession.class)));
  }

  @Override
  public void processElement(Observation frame, Context context, Collector<Incident> out)
      throws Exception {
    if (!frame.inPlace()) {
      return;
    }
    FollowedSession before = sessions.value();
    SessionIncidents incidents = (before == null ? SessionIncidents.of(frame) : before.incidents())
        .heard(frame, rules, out::collect);
    Long timerAt = before == null ? null : before.timerAt();
    if (frame.endOfSession()) {
      incidents.end(out::collect);
      forget(timerAt, context);
      return;
    }
    long silentFrom =
        Math.max(silentFrom(frame), before == null ? Long.MIN_VALUE : before.silentFromMillis());
    if (timerAt == null) {
      timerAt = silentFrom;
      context.timerService().registerEventTimeTimer(timerAt);
    }
    sessions.update(new FollowedSession(incidents, silentFrom, timerAt));
  }

  /** A session's one timer is not moved with each frame: when it rings too early it is set anew. */
  @Override
  public void onTimer(long at, OnTimerContext context, Collector<Incident> out) throws Exception {
    FollowedSession session = sessions.value();
    if (session == null) {
      return;
    }
    if (session.silentFromMillis() > context.timerService().currentWatermark()) {
      long next = session.silentFromMillis();
      context.timerService().registerEventTimeTimer(next);
      sessions.update(new FollowedSession(session.incidents(), next, next));
      return;
    }
    session.incidents().end(out::collect);
    sessions.clear();
  }

  private void forget(@Nullable Long timerAt, Context context) {
    if (timerAt != null) {
      context.timerService().deleteEventTimeTimer(timerAt);
    }
    sessions.clear();
  }

  /**
   * A final directive may be a silence behind its frame, so the session is over a silence later still; without append times,
   * with the end of the input.
   */
  private long silentFrom(Observation frame) {
    Long appendedAt = frame.appendedAtMillis();
    return appendedAt == null ? Long.MAX_VALUE : appendedAt + rules.silenceMillis();
  }
}
