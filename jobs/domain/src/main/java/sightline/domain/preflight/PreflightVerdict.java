package sightline.domain.preflight;

import java.time.Instant;
import java.util.List;

/**
 * What came of a test clip, for the worker who filmed it. It names no worker: the app knows its own session.
 *
 * @param fromFrame first index of the clip
 * @param toFrame last index of the clip
 * @param from capture time of {@code fromFrame}, by the device's clock
 * @param to capture time of {@code toFrame}
 * @param frames of the clip that were heard, 1 or more
 * @param findings what has to change first, then the rest; each code once
 * @param language of the words, a BCP 47 tag
 * @param policy version of the policy behind the last frame's directive
 */
public record PreflightVerdict(
    String session,
    Outcome outcome,
    EndedBy endedBy,
    int fromFrame,
    int toFrame,
    Instant from,
    Instant to,
    int frames,
    List<Finding> findings,
    String language,
    String task,
    String policy) {
  public PreflightVerdict {
    findings = List.copyOf(findings);
    boolean change = findings.stream().anyMatch(finding -> finding.effect() == Effect.CHANGE);
    if (change != (outcome == Outcome.NOT_YET)) {
      throw new IllegalArgumentException(
          "%s does not go with the findings %s".formatted(outcome, findings));
    }
    if (frames < 1 || fromFrame < 0 || toFrame < fromFrame) {
      throw new IllegalArgumentException(
          "a clip has frames, got %s from %s to %s".formatted(frames, fromFrame, toFrame));
    }
  }
}
