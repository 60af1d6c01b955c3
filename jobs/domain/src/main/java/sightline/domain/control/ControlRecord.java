package sightline.domain.control;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import sightline.domain.task.TaskSpec;

/** A record that steers the job: exactly one of these. */
public record ControlRecord(
    @Nullable Revocation revocation,
    @Nullable PolicyVersion policy,
    @Nullable TaskSpec spec) implements Serializable {
  public ControlRecord {
    int held = (revocation == null ? 0 : 1) + (policy == null ? 0 : 1) + (spec == null ? 0 : 1);
    if (held != 1) {
      throw new IllegalArgumentException("a control record says one thing, got " + held);
    }
  }

  public static ControlRecord of(Revocation revocation) {
    return new ControlRecord(revocation, null, null);
  }

  public static ControlRecord of(PolicyVersion policy) {
    return new ControlRecord(null, policy, null);
  }

  public static ControlRecord of(TaskSpec spec) {
    return new ControlRecord(null, null, spec);
  }
}
