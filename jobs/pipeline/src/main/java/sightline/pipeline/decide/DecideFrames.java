package sightline.pipeline.decide;

import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import sightline.domain.assessment.AssessedFrame;
import sightline.domain.assessment.FrameScore;
import sightline.domain.assessment.InTime;
import sightline.domain.assessment.Observation;
import sightline.domain.assessment.TrackMemory;
import sightline.domain.control.ControlRecord;
import sightline.domain.control.NewPolicy;
import sightline.domain.control.PolicyVersion;
import sightline.domain.control.Revocation;
import sightline.domain.frame.Phase;
import sightline.domain.frame.RejectReason;
import sightline.domain.frame.Rejection;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Lateness;
import sightline.domain.session.Arrival;
import sightline.domain.session.Neighbours;
import sightline.domain.session.SessionBooks;
import sightline.domain.session.SessionRules;
import sightline.domain.session.SessionSummary;
import sightline.domain.session.Settlement;
import sightline.domain.session.Tally;
import sightline.domain.session.Waiting;
import sightline.domain.verdict.Course;

/**
 * Holds a session's frames until nothing that belongs before them can come and their followers in time are there, then gives
 * each its final directive and score.
 *
 * <p>The rules are {@link SessionBooks}, {@link Neighbours}, {@link Controls}, {@link Consents}, {@link PolicyTrail} and {@link Verdicts}; here are
 * only state, one timer a session, and output.
 */
final class DecideFrames
    extends KeyedBroadcastProcessFunction<String, AssessedFrame, ControlRecord, Directive> {
  static final OutputTag<Directive> PROVISIONAL =
      new OutputTag<>("provisional", TypeInformation.of(Directive.class));
  static final OutputTag<FrameScore> SCORES =
      new OutputTag<>("scores", TypeInformation.of(FrameScore.class));
  static final OutputTag<SessionSummary> SESSIONS =
      new OutputTag<>("sessions", TypeInformation.of(SessionSummary.class));
  static final OutputTag<Rejection> REJECTED =
      new OutputTag<>("rejected", TypeInformation.of(Rejection.class));

  static final OutputTag<Observation> OBSERVATIONS =
      new OutputTag<>("observations", TypeInformation.of(Observation.class));
  static final OutputTag<Course> COURSE =
      new OutputTag<>("course", TypeInformation.of(Course.class));
  static final OutputTag<DirectiveOverride> OVERRIDES =
      new OutputTag<>("overrides", TypeInformation.of(DirectiveOverride.class));

  private final SessionRules rules;
  private final DecideSettings settings;
  private final List<ControlRecord> known;
  private transient Controls controls;
  private transient Consents consents;
  private transient ValueState<SessionState> sessions;
  private transient MapState<Integer, AssessedFrame> waiting;
  private transient PolicyTrail trail;
  private transient SettledFrames settled;
  private transient ValueState<Long> closedAt;

  @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else
  DecideFrames(DecideSettings settings, List<ControlRecord> known) {
    this.settings = settings;
    this.known = List.copyOf(known);
    this.rules = settings.session();
  }

  @Override
  public void open(OpenContext context) {
    controls = new Controls(settings, known);
    consents = new Consents(getRuntimeContext());
    trail = new PolicyTrail(getRuntimeContext());
    sessions = getRuntimeContext()
        .getState(new ValueStateDescriptor<>("session", TypeInformation.of(SessionState.class)));
    waiting = getRuntimeContext()
        .getMapState(new MapStateDescriptor<>(
            "waiting", Types.INT, TypeInformation.of(AssessedFrame.class)));
    settled = new SettledFrames(
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>(
                "settled", Types.INT, TypeInformation.of(AssessedFrame.class))),
        rules.lookaheadMillis());
    closedAt = getRuntimeContext().getState(new ValueStateDescriptor<>("closed", Types.LONG));
  }

  @Override
  public void processElement(AssessedFrame came, ReadOnlyContext context, Collector<Directive> out)
      throws Exception {
    if (closedAt.value() != null) {
      context.output(REJECTED, Rejection.of(came.origin(), RejectReason.INDEX_EXPIRED));
      return;
    }
    AssessedFrame frame = consents.entered(came);
    SessionState state = current(frame);
    Arrival arrival = state
        .books()
        .arrive(
            frame.header().index(),
            frame.header().capturedAt().toEpochMilli(),
            appendedAt(frame),
            frame.header().endOfSession(),
            rules);
    Settling settling = new Settling(context, out, state.with(arrival.after()));
    switch (arrival.place()) {
      case DUPLICATE -> settling.reject(frame, RejectReason.DUPLICATE);
      case EXPIRED -> settling.reject(frame, RejectReason.INDEX_EXPIRED);
      case WAITS -> {
        settling.provisional(frame);
        waiting.put(frame.header().index(), frame);
      }
      case LATE_BY_HORIZON -> settling.late(frame, Lateness.HORIZON);
      case LATE_BY_SILENCE -> settling.late(frame, Lateness.SILENCE);
    }
    settling.settle(arrival.settled());
    settling.overflow(arrival.overflow());
    if (arrival.after().complete()) {
      settling.finish(settling.state.neighbours().pending());
    }
    settling.summariseIf(arrival.after().complete(), Settlement.COMPLETE);
    keep(settling.state, context);
  }

  @Override
  public void onTimer(long at, OnTimerContext context, Collector<Directive> out) throws Exception {
    long watermark = context.timerService().currentWatermark();
    SessionState state = sessions.value();
    if (state == null) {
      closedAt.clear();
      return;
    }
    Settling settling = new Settling(context, out, state.withTimerAt(null));
    int[] silent = state.books().silentBy(watermark);
    settling.settle(silent);
    settling.state = settling.state.with(state.books().settled(silent));
    boolean nobodyWaits = settling.state.books().waiting().count() == 0;
    boolean quiet = nobodyWaits && state.books().lastAppendMillis() <= watermark;
    settling.finish(
        quiet
            ? settling.state.neighbours().pending()
            : settling.state.neighbours().dueBy(watermark, rules.lookaheadMillis()));
    settling.summariseIf(quiet, Settlement.SILENCE);
    trail.forgetBy(watermark);
    if (watermark >= expiry(settling.state.books())) {
      close(context, watermark);
    } else {
      keep(settling.state, context);
    }
  }

  /** A revocation also speaks of what is out already, and so does a policy that came late; every other record of frames to come. */
  @Override
  public void processBroadcastElement(
      ControlRecord record, Context context, Collector<Directive> out) throws Exception {
    PolicyVersion policy = record.policy();
    if (policy != null) {
      NewPolicy late = controls.late(policy, context::getBroadcastState);
      context.applyToKeyedState(PolicyTrail.BEFORE, (session, decided) -> {
        for (DirectiveOverride override : trail.overrides(late, session)) {
          context.output(OVERRIDES, override);
        }
      });
    }
    controls.remember(record, context::getBroadcastState, context.currentWatermark());
    Revocation revocation = record.revocation();
    if (revocation != null) {
      context.applyToKeyedState(Consents.STATE, (session, given) -> {
        DirectiveOverride override = Consents.override(revocation, session, given);
        SessionState state = sessions.value();
        if (override != null && state != null && state.tally().accepted() > 0) {
          context.output(OVERRIDES, override);
        }
      });
    }
  }

  private SessionState current(AssessedFrame frame) throws Exception {
    SessionState state = sessions.value();
    return state == null
        ? new SessionState(
            SessionBooks.EMPTY, Neighbours.NONE, Tally.NONE, TrackMemory.NONE, frame.header(), null)
        : new SessionState(
            state.books(),
            state.neighbours(),
            state.tally(),
            state.tracks(),
            frame.header(),
            state.timerAt());
  }

  private static long appendedAt(AssessedFrame frame) {
    Long millis = frame.origin().appendedAtMillis();
    return millis == null ? Waiting.AT_THE_END : millis;
  }

  /** Books are kept for the retention after the last append; without append times, to the end of the input. */
  private long expiry(SessionBooks books) {
    return books.lastAppendMillis() == Long.MIN_VALUE
        ? Waiting.AT_THE_END
        : books.lastAppendMillis() + rules.retentionMillis();
  }

  /** A closed session leaves eight bytes behind, so that a frame from long ago is not taken for a new session. */
  private void close(OnTimerContext context, long watermark) throws Exception {
    sessions.clear();
    waiting.clear();
    settled.clear();
    consents.clear();
    trail.clear();
    if (watermark < Waiting.AT_THE_END && rules.closedMillis() > 0) {
      closedAt.update(watermark);
      context.timerService().registerEventTimeTimer(watermark + rules.closedMillis());
    }
  }

  private void keep(SessionState state, ReadOnlyContext context) throws Exception {
    long next = Math.min(Math.min(nextSettlement(state), trail.due()), expiry(state.books()));
    Long standing = state.timerAt();
    if (standing == null || next < standing) {
      if (standing != null) {
        context.timerService().deleteEventTimeTimer(standing);
      }
      context.timerService().registerEventTimeTimer(next);
      sessions.update(state.withTimerAt(next));
    } else {
      sessions.update(state);
    }
  }

  private long nextSettlement(SessionState state) {
    long due = state.neighbours().firstDue(rules.lookaheadMillis());
    if (state.books().waiting().count() > 0) {
      return Math.min(state.books().waiting().firstAppend(), due);
    }
    boolean untold = state.neighbours().pending() > 0 || state.tally().stale();
    boolean appended = state.books().lastAppendMillis() != Long.MIN_VALUE;
    return untold && appended
        ? Math.min(state.books().lastAppendMillis(), due)
        : Waiting.AT_THE_END;
  }

  /** The output of one event, with the session's state as it changes. */
  private final class Settling {
    private final ReadOnlyContext context;
    private final Collector<Directive> out;
    private SessionState state;

    Settling(ReadOnlyContext context, Collector<Directive> out, SessionState state) {
      this.context = context;
      this.out = out;
      this.state = state;
    }

    void reject(AssessedFrame frame, RejectReason reason) {
      context.output(REJECTED, Rejection.of(frame.origin(), reason));
      if (reason == RejectReason.DUPLICATE) {
        state = state.with(state.tally().withDuplicate());
      }
    }

    void provisional(AssessedFrame frame) throws Exception {
      InTime soFar = settled.soFar(heeded(frame), state.neighbours());
      context.output(PROVISIONAL, rules(frame).provisional(soFar, state.tracks()));
    }

    void late(AssessedFrame frame, Lateness lateness) throws Exception {
      emit(rules(frame).late(heeded(frame), lateness, state.tracks()));
    }

    void settle(int[] indices) throws Exception {
      for (int index : indices) {
        AssessedFrame frame = taken(index);
        settled.add(frame);
        state = state.with(state
            .neighbours()
            .settled(index, frame.header().capturedAt().toEpochMilli(), appendedAt(frame)));
        finish(state.neighbours().followed(rules.lookaheadMillis()));
      }
    }

    /** Gives the first of the settled frames that are pending their final directives. */
    void finish(int frames) throws Exception {
      for (int done = 0; done < frames; done++) {
        InTime next = settled.next(state.neighbours());
        emit(rules(next.frame()).settled(next.with(heeded(next.frame())), state.tracks()));
        state = state.with(state.neighbours().finished(1));
      }
      state = state.with(settled.withoutSpent(state.neighbours()));
    }

    void overflow(int[] indices) throws Exception {
      for (int index : indices) {
        AssessedFrame frame = taken(index);
        emit(rules(frame).overloaded(heeded(frame), state.tracks()));
      }
    }

    void summariseIf(boolean settled, Settlement settlement) {
      if (settled && state.tally().stale()) {
        SessionSummary summary = state.tally().summary(state.latest(), state.books(), settlement);
        context.output(SESSIONS, summary);
        context.output(COURSE, Course.of(summary));
        state = state.with(state.tally().told());
      }
    }

    private Verdicts rules(AssessedFrame frame) throws Exception {
      return controls.over(frame, context::getBroadcastState);
    }

    private AssessedFrame heeded(AssessedFrame frame) throws Exception {
      return consents.heeded(frame, controls, context::getBroadcastState);
    }

    private void emit(Verdict verdict) throws Exception {
      out.collect(verdict.directive());
      trail.add(verdict.directive());
      context.output(SCORES, verdict.score());
      context.output(OBSERVATIONS, verdict.moment().frame());
      if (verdict.moment().frame().phase() == Phase.RECORDING) {
        context.output(COURSE, Course.of(verdict.moment()));
      }
      state = state.with(verdict.memory());
      state = state.with(
          state.tally().withFinal(verdict.directive(), verdict.score().score().value()));
    }

    private AssessedFrame taken(int index) throws Exception {
      @Nullable AssessedFrame frame = waiting.get(index);
      if (frame == null) {
        throw new IllegalStateException("the books hold a waiting frame that the buffer has not");
      }
      waiting.remove(index);
      return frame;
    }
  }
}
