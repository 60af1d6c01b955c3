package sightline.pipeline.verdict;

import java.io.Serializable;
import sightline.domain.framing.FramingSpec;
import sightline.domain.verdict.VerdictRules;

/**
 * By which rules sessions are judged.
 *
 * @param usual framing of tasks without a spec
 * @param retentionMillis of append time after a session's last word for which its verdict may still be revised, above 0
 */
public record VerdictSettings(VerdictRules rules, FramingSpec usual, long retentionMillis)
    implements Serializable {
  public VerdictSettings {
    if (retentionMillis < 1) {
      throw new IllegalArgumentException("a verdict is kept for a time above 0");
    }
  }
}
