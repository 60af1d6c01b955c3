package sightline.domain.control;

import java.io.Serializable;
import java.time.Instant;
import sightline.domain.framing.FramingSpec;

/** What one task wants in the frame, for frames from a time on, until the next one. */
public record TaskSpec(String task, String version, FramingSpec framing, Instant effectiveAt)
    implements Serializable {
  public TaskSpec {
    if (task.isBlank() || version.isBlank()) {
      throw new IllegalArgumentException("a spec names its task and its version");
    }
  }

  /** By which it is found; nothing else has the same. */
  public String key() {
    return task + "/" + version;
  }
}
