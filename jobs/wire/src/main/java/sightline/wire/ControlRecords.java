package sightline.wire;

import org.jspecify.annotations.Nullable;
import sightline.domain.control.ControlRecord;

/** The records of the topics that steer the job. */
public final class ControlRecords {
  private ControlRecords() {}

  /**
   * @param topic one of {@link Topics#controls}
   * @throws UnreadableRecord for anything but exactly one record that such a topic carries
   */
  public static ControlRecord read(String topic, byte @Nullable [] value) throws UnreadableRecord {
    return switch (topic) {
      case Topics.REVOCATIONS ->
        ControlRecord.of(Revocations.fromAvro(WireFormat.REVOCATION.decode(value)));
      case Topics.POLICIES ->
        ControlRecord.of(PolicyVersions.fromAvro(WireFormat.POLICY_VERSION.decode(value)));
      case Topics.TASK_SPECS ->
        ControlRecord.of(TaskSpecs.fromAvro(WireFormat.TASK_SPEC.decode(value)));
      default -> throw new IllegalArgumentException("no topic that steers the job: " + topic);
    };
  }
}
