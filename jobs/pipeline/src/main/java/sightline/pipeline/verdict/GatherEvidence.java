package sightline.pipeline.verdict;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import sightline.domain.session.SessionSummary;
import sightline.domain.verdict.Course;
import sightline.domain.verdict.Moment;
import sightline.domain.verdict.SessionEvidence;
import sightline.domain.verdict.VerdictRules;

/**
 * Folds a session's frames into evidence and tells of it at each settlement. One state and one timer a session, both gone when nothing was
 * heard of it for the retention.
 */
final class GatherEvidence extends KeyedProcessFunction<String, Course, SessionEvidence> {
  private final VerdictRules rules;
  private final long retentionMillis;
  private transient ValueState<GatheredSession> sessions;

  @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else
  GatherEvidence(VerdictRules rules, long retentionMillis) {
    this.rules = rules;
    this.retentionMillis = retentionMillis;
  }

  @Override
  public void open(OpenContext context) {
    sessions = getRuntimeContext()
        .getState(
            new ValueStateDescriptor<>("evidence", TypeInformation.of(GatheredSession.class)));
  }

  @Override
  public void processElement(Course step, Context context, Collector<SessionEvidence> out)
      throws Exception {
    @Nullable GatheredSession before = sessions.value();
    Moment moment = step.moment();
    SessionSummary settled = step.settled();
    if (moment != null) {
      SessionEvidence evidence =
          (before == null ? SessionEvidence.of(moment) : before.evidence()).and(moment, rules);
      sessions.update(kept(evidence, moment.frame().appendedAtMillis(), before, context));
    } else if (before != null && settled != null) {
      SessionEvidence told = before.evidence().settled(settled);
      sessions.update(before.with(told));
      out.collect(told);
    }
  }

  private GatheredSession kept(
      SessionEvidence evidence,
      @Nullable Long appendedAt,
      @Nullable GatheredSession before,
      Context context) {
    long until = appendedAt == null ? Long.MAX_VALUE : appendedAt + retentionMillis;
    if (before != null) {
      return new GatheredSession(evidence, Math.max(until, before.untilMillis()), before.timerAt());
    }
    context.timerService().registerEventTimeTimer(until);
    return new GatheredSession(evidence, until, until);
  }

  /** A session's one timer is not moved with each frame: when it rings too early it is set anew. */
  @Override
  public void onTimer(long at, OnTimerContext context, Collector<SessionEvidence> out)
      throws Exception {
    @Nullable GatheredSession session = sessions.value();
    if (session == null) {
      return;
    }
    if (session.untilMillis() > context.timerService().currentWatermark()) {
      context.timerService().registerEventTimeTimer(session.untilMillis());
      sessions.update(
          new GatheredSession(session.evidence(), session.untilMillis(), session.untilMillis()));
    } else {
      sessions.clear();
    }
  }
}
