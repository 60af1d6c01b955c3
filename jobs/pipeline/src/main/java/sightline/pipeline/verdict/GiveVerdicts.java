package sightline.pipeline.verdict;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import sightline.domain.control.ControlRecord;
import sightline.domain.control.SpecsInForce;
import sightline.domain.task.TaskSpec;
import sightline.domain.verdict.CaseEntry;
import sightline.domain.verdict.CaseFile;
import sightline.domain.verdict.JudgeSession;
import sightline.domain.verdict.SessionEvidence;
import sightline.domain.verdict.SessionVerdict;

/**
 * Gives each session its verdict and revises it when more is known. The rules are {@link JudgeSession} and {@link CaseFile}; here are one state
 * and one timer a session. A spec that comes later revises nothing by itself.
 */
final class GiveVerdicts
    extends KeyedBroadcastProcessFunction<String, CaseEntry, ControlRecord, SessionVerdict> {
  static final MapStateDescriptor<String, TaskSpec> SPECS = new MapStateDescriptor<>(
      "verdict-task-specs", Types.STRING, TypeInformation.of(TaskSpec.class));

  private final VerdictSettings settings;
  private final List<ControlRecord> known;
  private transient ValueState<KeptCase> cases;
  private transient @Nullable SpecsInForce specs;

  @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else
  GiveVerdicts(VerdictSettings settings, List<ControlRecord> known) {
    this.settings = settings;
    this.known = List.copyOf(known);
  }

  @Override
  public void open(OpenContext context) {
    cases = getRuntimeContext()
        .getState(new ValueStateDescriptor<>("case", TypeInformation.of(KeptCase.class)));
  }

  @Override
  public void processElement(
      CaseEntry entry, ReadOnlyContext context, Collector<SessionVerdict> out) throws Exception {
    KeptCase before = cases.value();
    CaseFile after = (before == null ? CaseFile.EMPTY : before.file()).with(entry);
    SessionEvidence evidence = after.evidence();
    if (evidence != null) {
      SessionVerdict verdict = after.revised(judge(evidence, context));
      if (verdict != null) {
        out.collect(verdict);
        after = after.gave(verdict);
      }
    }
    long watermark = context.currentWatermark();
    long until = watermark == Long.MIN_VALUE ? KeptCase.UNKNOWN : kept(watermark);
    cases.update(
        new KeptCase(after, before == null ? until : Math.max(until, before.untilMillis())));
    if (before == null) {
      // where nobody knows the time yet, the first that is known sets the timer
      context.timerService().registerEventTimeTimer(Math.max(until, 0));
    }
  }

  private long kept(long watermark) {
    return watermark > Long.MAX_VALUE - settings.retentionMillis()
        ? Long.MAX_VALUE
        : watermark + settings.retentionMillis();
  }

  /** A session's one timer is not moved with each entry: when it rings too early it is set anew. */
  @Override
  public void onTimer(long at, OnTimerContext context, Collector<SessionVerdict> out)
      throws Exception {
    KeptCase kept = cases.value();
    long watermark = context.currentWatermark();
    if (kept == null) {
      return;
    }
    long until = kept.untilMillis() == KeptCase.UNKNOWN ? kept(watermark) : kept.untilMillis();
    if (watermark == Long.MAX_VALUE || until <= watermark) {
      cases.clear();
    } else {
      context.timerService().registerEventTimeTimer(until);
      cases.update(new KeptCase(kept.file(), until));
    }
  }

  @Override
  public void processBroadcastElement(
      ControlRecord record, Context context, Collector<SessionVerdict> out) throws Exception {
    if (record.spec() != null) {
      context.getBroadcastState(SPECS).put(record.spec().key(), record.spec());
      specs = null;
    }
  }

  private JudgeSession judge(SessionEvidence evidence, ReadOnlyContext context) throws Exception {
    if (specs == null) {
      specs = specs(context.getBroadcastState(SPECS));
    }
    Long appended = evidence.appendedAtMillis();
    Instant at = Instant.ofEpochMilli(appended == null ? evidence.pace().fromMillis() : appended);
    return JudgeSession.under(specs.at(evidence.task(), at), settings.rules());
  }

  private SpecsInForce specs(ReadOnlyBroadcastState<String, TaskSpec> came) throws Exception {
    Map<String, TaskSpec> all = new HashMap<>();
    for (ControlRecord record : known) {
      if (record.spec() != null) {
        all.put(record.spec().key(), record.spec());
      }
    }
    for (var entry : came.immutableEntries()) {
      all.put(entry.getKey(), entry.getValue());
    }
    return new SpecsInForce(settings.usual(), all.values());
  }
}
