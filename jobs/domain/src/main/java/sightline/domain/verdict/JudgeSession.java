package sightline.domain.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sightline.domain.control.SpecsInForce;
import sightline.domain.quality.Control;
import sightline.domain.quality.Measure;
import sightline.domain.review.RulingReason;
import sightline.domain.review.SessionDecision;
import sightline.domain.review.SessionDecisions;
import sightline.domain.review.SessionRuling;
import sightline.domain.task.TaskSpec;

/**
 * Gives a session its verdict: the gravest of what its reasons lead to. People's decisions take the engine's place, but never let go what
 * nobody may see.
 *
 * @param spec what the task wants
 * @param specVersion null where the task has no spec and {@code spec} is what is usual
 */
public record JudgeSession(TaskSpec spec, @Nullable String specVersion, VerdictRules rules) {
  /** Under a spec, or under what stands in for one. */
  public static JudgeSession under(TaskSpec spec, VerdictRules rules) {
    return new JudgeSession(
        spec, spec.version().equals(SpecsInForce.NONE) ? null : spec.version(), rules);
  }

  /** What became of the engine's word, and of people's. */
  private record Outcome(
      Verdict verdict,
      Verdict onReference,
      DecidedBy by,
      @Nullable RulingReason because) {}

  /**
   * @param withheld whether all of it was withheld after its frames were decided
   * @param revision of the verdict, from 1
   * @return null where the session is too short for one: a photo
   */
  public @Nullable SessionVerdict judge(
      SessionEvidence seen, SessionDecisions decisions, Withheld withheld, int revision) {
    if (seen.pace().frames() + seen.pace().outOfPlace() < rules.leastFrames()) {
      return null;
    }
    List<Reason> reasons = new ArrayList<>(Reasons.of(seen, spec, rules));
    if (withheld != Withheld.NO) {
      ReasonCode because =
          withheld == Withheld.BY_WORKER ? ReasonCode.CONSENT_REVOKED : ReasonCode.COULD_NOT_CHECK;
      reasons.removeIf(reason -> reason.code() == because);
      reasons.add(plain(because, Verdict.WITHHOLD));
    }
    Verdict engine = Counterfactuals.verdict(reasons);
    Outcome outcome = outcome(reasons, engine, decisions);
    if (outcome.by() != DecidedBy.ENGINE) {
      reasons.add(plain(
          outcome.by() == DecidedBy.APPEAL ? ReasonCode.APPEALED : ReasonCode.REVIEWED,
          outcome.verdict()));
    }
    return new SessionVerdict(
        seen.session(),
        revision,
        seen.task(),
        specVersion,
        seen.deviceClass(),
        seen.region(),
        seen.locale(),
        outcome.verdict(),
        outcome.onReference(),
        outcome.by(),
        outcome.because(),
        ofVerdictFirst(reasons, outcome.verdict()),
        outcome.by() == DecidedBy.ENGINE
            ? Counterfactuals.of(reasons, engine, seen, spec, rules)
            : List.of(),
        seen.means().score(),
        seen.hands().inView(spec.framing().hands()),
        Instant.ofEpochMilli(seen.pace().fromMillis()),
        Instant.ofEpochMilli(seen.pace().toMillis()),
        seen.pace().recordedMillis(),
        rules.version());
  }

  private static Outcome outcome(List<Reason> reasons, Verdict engine, SessionDecisions decisions) {
    Verdict reference = onReference(reasons);
    if (engine == Verdict.WITHHOLD) {
      return new Outcome(engine, reference, DecidedBy.ENGINE, null);
    }
    Optional<SessionDecision> ruled = ruling(decisions);
    if (ruled.isPresent()) {
      Verdict verdict = switch (ruled.get().ruling()) {
        case ACCEPT -> Verdict.ACCEPT;
        case COACH -> Verdict.COACH;
        case REJECT -> Verdict.REJECT;
        case APPEAL_UPHELD, APPEAL_DENIED ->
          throw new IllegalStateException("an answer to an appeal is no rating");
      };
      RulingReason because = ruled.get().reason();
      boolean condition = because != null && !because.mayReject();
      return new Outcome(
          verdict, condition ? Verdict.ACCEPT : verdict, DecidedBy.REVIEWER, because);
    }
    boolean upheld = decisions
        .answerToEngine()
        .filter(answer -> answer.ruling() == SessionRuling.APPEAL_UPHELD)
        .isPresent();
    if (upheld && engine.compareTo(Verdict.COACH) > 0) {
      // whoever appealed was right: what asked for more than advice no longer counts
      return new Outcome(Verdict.COACH, mildest(reference), DecidedBy.APPEAL, null);
    }
    return new Outcome(engine, reference, DecidedBy.ENGINE, null);
  }

  private static Verdict mildest(Verdict reference) {
    return reference.compareTo(Verdict.COACH) > 0 ? Verdict.COACH : reference;
  }

  /** Of several reviewers the middle one counts, of two the milder: a single strict reader rejects nobody against another's word. */
  private static Optional<SessionDecision> ruling(SessionDecisions decisions) {
    List<SessionDecision> ranked = decisions.inForce().stream()
        .sorted(
            Comparator.comparingInt((SessionDecision one) -> one.ruling().rank().orElse(0))
                .thenComparing(SessionDecision::decidedAt)
                .thenComparing(SessionDecision::statement))
        .toList();
    return ranked.isEmpty() ? Optional.empty() : Optional.of(ranked.get(ranked.size() / 2));
  }

  private static Verdict onReference(List<Reason> reasons) {
    return Counterfactuals.verdict(reasons.stream()
        .filter(reason -> reason.code().control() != Control.STRUCTURAL)
        .toList());
  }

  private static Reason plain(ReasonCode code, Verdict leadsTo) {
    return new Reason(
        code, leadsTo, 1, Measure.of(1), Measure.of(0), "share", List.of(), null, null);
  }

  /** Those that lead to the verdict first, then the graver, by weight. */
  private static List<Reason> ofVerdictFirst(List<Reason> reasons, Verdict verdict) {
    List<Reason> sorted = Reasons.sorted(reasons);
    List<Reason> first = new ArrayList<>(
        sorted.stream().filter(reason -> reason.leadsTo() == verdict).toList());
    sorted.stream().filter(reason -> reason.leadsTo() != verdict).forEach(first::add);
    return first;
  }
}
