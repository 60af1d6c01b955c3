package sightline.pipeline.preflight;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import sightline.domain.assessment.Observation;
import sightline.domain.frame.Phase;
import sightline.domain.preflight.EndedBy;
import sightline.domain.preflight.PreflightSweep;
import sightline.domain.preflight.PreflightVerdict;

/**
 * Gives one verdict on each test clip. The rules are {@link PreflightSweep}; here are one state and one timer a clip, both gone
 * with its verdict. A recording keeps nothing here.
 */
final class SweepPreflight extends KeyedProcessFunction<String, Observation, PreflightVerdict> {
  private final long silenceMillis;
  private transient ValueState<SweptSession> clips;

  @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else
  SweepPreflight(long silenceMillis) {
    this.silenceMillis = silenceMillis;
  }

  @Override
  public void open(OpenContext context) {
    clips = getRuntimeContext()
        .getState(new ValueStateDescriptor<>("preflight", TypeInformation.of(SweptSession.class)));
  }

  @Override
  public void processElement(Observation frame, Context context, Collector<PreflightVerdict> out)
      throws Exception {
    if (!frame.inPlace()) {
      return;
    }
    @Nullable SweptSession before = clips.value();
    if (frame.phase() == Phase.RECORDING) {
      if (before != null) {
        end(before, EndedBy.RECORDING, context, out);
      }
      return;
    }
    PreflightSweep sweep =
        before == null ? PreflightSweep.of(frame) : before.sweep().heard(frame);
    long silentFrom =
        Math.max(silentFrom(frame), before == null ? Long.MIN_VALUE : before.silentFromMillis());
    long timerAt = before == null ? silentFrom : before.timerAt();
    SweptSession after = new SweptSession(sweep, silentFrom, timerAt);
    if (frame.endOfSession()) {
      end(after, EndedBy.LAST_FRAME, context, out);
      return;
    }
    if (before == null) {
      context.timerService().registerEventTimeTimer(timerAt);
    }
    clips.update(after);
  }

  /** A clip's one timer is not moved with each frame: when it rings too early it is set anew. */
  @Override
  public void onTimer(long at, OnTimerContext context, Collector<PreflightVerdict> out)
      throws Exception {
    @Nullable SweptSession clip = clips.value();
    if (clip == null) {
      return;
    }
    long next = clip.silentFromMillis();
    if (next > context.timerService().currentWatermark()) {
      context.timerService().registerEventTimeTimer(next);
      clips.update(new SweptSession(clip.sweep(), next, next));
    } else {
      end(clip, EndedBy.SILENCE, context, out);
    }
  }

  private void end(
      SweptSession clip, EndedBy endedBy, Context context, Collector<PreflightVerdict> out) {
    out.collect(clip.sweep().verdict(endedBy));
    context.timerService().deleteEventTimeTimer(clip.timerAt());
    clips.clear();
  }

  /** As with incidents: a final directive may be a silence behind its frame; without append times the input's end decides. */
  private long silentFrom(Observation frame) {
    Long appendedAt = frame.appendedAtMillis();
    return appendedAt == null ? Long.MAX_VALUE : appendedAt + silenceMillis;
  }
}
