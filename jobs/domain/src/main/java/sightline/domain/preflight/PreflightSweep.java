package sightline.domain.preflight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sightline.domain.assessment.Observation;

/**
 * A test clip as far as it was heard, and the verdict on it. Immutable; frames come in the order of their indices.
 *
 * @param fromMillis capture time of the first frame, epoch milliseconds of the device's clock
 * @param toMillis capture time of the last frame
 * @param frames heard so far
 * @param evidence at most one a code
 */
public record PreflightSweep(
    String session,
    int fromFrame,
    int toFrame,
    long fromMillis,
    long toMillis,
    int frames,
    List<Evidence> evidence,
    String task,
    String policy) {
  /** A camera that films fewer frames a second shows fast hands badly; the engine adapts. */
  private static final double FEW_FRAMES_PER_SECOND = 5;
  /** A clip that is shorter than this by both counts shows too little; a clock may stand still. */
  private static final long SHORT_MILLIS = 5_000;

  private static final int SHORT_FRAMES = 50;

  public PreflightSweep {
    evidence = List.copyOf(evidence);
  }

  public static PreflightSweep of(Observation first) {
    long millis = first.capturedAt().toEpochMilli();
    return new PreflightSweep(
            first.session(),
            first.index(),
            first.index(),
            millis,
            millis,
            0,
            List.of(),
            first.task(),
            first.policy())
        .heard(first);
  }

  /** With one more frame of the clip. */
  public PreflightSweep heard(Observation frame) {
    List<Evidence> after = new ArrayList<>(evidence);
    for (Hint hint : Hints.in(frame)) {
      Evidence known = after.stream()
          .filter(one -> one.code() == hint.code())
          .findFirst()
          .orElseGet(() -> Evidence.first(hint.code(), frame.index()));
      after.remove(known);
      after.add(known.and(hint));
    }
    return new PreflightSweep(
        session,
        fromFrame,
        Math.max(toFrame, frame.index()),
        fromMillis,
        frame.capturedAt().toEpochMilli(),
        frames + 1,
        after,
        task,
        frame.policy());
  }

  public PreflightVerdict verdict(EndedBy endedBy) {
    List<Finding> findings = new ArrayList<>(
        evidence.stream().filter(one -> one.suffices(frames)).map(this::finding).toList());
    if (toMillis - fromMillis < SHORT_MILLIS && frames < SHORT_FRAMES) {
      findings.add(ofTheWhole(FindingCode.TOO_SHORT));
    }
    if (toMillis > fromMillis && framesPerSecond() < FEW_FRAMES_PER_SECOND) {
      findings.add(ofTheWhole(FindingCode.LOW_FRAME_RATE));
    }
    findings.sort(Comparator.comparing(Finding::code));
    boolean change = findings.stream().anyMatch(finding -> finding.effect() == Effect.CHANGE);
    return new PreflightVerdict(
        session,
        change ? Outcome.NOT_YET : Outcome.GO,
        endedBy,
        fromFrame,
        toFrame,
        Instant.ofEpochMilli(fromMillis),
        Instant.ofEpochMilli(toMillis),
        frames,
        findings,
        PreflightWords.LANGUAGE,
        task,
        policy);
  }

  private Finding finding(Evidence seen) {
    return new Finding(
        seen.code(),
        seen.code().effect(),
        seen.where(),
        seen.shareOf(frames),
        seen.firstFrame(),
        PreflightWords.of(seen.code(), seen.where()));
  }

  private Finding ofTheWhole(FindingCode code) {
    return new Finding(code, code.effect(), null, 1, fromFrame, PreflightWords.of(code, null));
  }

  private double framesPerSecond() {
    return 1000.0 * (toFrame - fromFrame) / (toMillis - fromMillis);
  }
}
