package sightline.pipeline.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import sightline.domain.assessment.AssessedFrame;
import sightline.domain.control.ControlRecord;
import sightline.domain.privacy.Directive;
import sightline.pipeline.Sample;

/** {@link DecideFrames} in Flink's harness; control records leave time to the frames, as their source does. */
final class DecideHarness
    extends KeyedBroadcastOperatorTestHarness<String, AssessedFrame, ControlRecord, Directive> {
  private DecideHarness(DecideFrames decide) throws Exception {
    super(
        new CoBroadcastWithKeyedOperator<>(
            decide, List.of(Controls.REVOCATIONS, Controls.POLICIES, Controls.SPECS)),
        frame -> frame.header().session(),
        Types.STRING,
        1,
        1,
        0);
  }

  /** Under these settings beside the tests' own, with what was known before the first frame. */
  static DecideHarness open(Map<String, String> more, ControlRecord... known) throws Exception {
    DecideHarness harness =
        new DecideHarness(new DecideFrames(Sample.settings(more).decide(), List.of(known)));
    harness.open();
    harness.processBroadcastWatermark(Long.MAX_VALUE);
    return harness;
  }

  static DecideHarness restored(
      Map<String, String> more, OperatorSubtaskState snapshot, ControlRecord... known)
      throws Exception {
    DecideHarness harness =
        new DecideHarness(new DecideFrames(Sample.settings(more).decide(), List.of(known)));
    harness.initializeState(snapshot);
    harness.open();
    harness.processBroadcastWatermark(Long.MAX_VALUE);
    return harness;
  }

  void frame(AssessedFrame frame) throws Exception {
    @Nullable Long appendedAt = frame.origin().appendedAtMillis();
    processElement(new StreamRecord<>(frame, appendedAt == null ? Long.MIN_VALUE : appendedAt));
  }

  void control(ControlRecord record) throws Exception {
    processBroadcastElement(new StreamRecord<>(record, 0));
  }

  int numKeyedStateEntries() {
    return ((HeapKeyedStateBackend<?>)
            ((AbstractStreamOperator<?>) operator).getKeyedStateBackend())
        .numKeyValueStateEntries();
  }

  <T> List<T> side(OutputTag<T> tag) {
    var records = getSideOutput(tag);
    List<T> values = new ArrayList<>();
    if (records != null) {
      records.forEach(record -> values.add(record.getValue()));
    }
    return values;
  }
}
