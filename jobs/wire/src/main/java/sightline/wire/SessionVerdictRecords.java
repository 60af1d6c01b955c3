package sightline.wire;

import java.util.ArrayList;
import java.util.List;
import sightline.domain.quality.Edge;
import sightline.domain.review.RulingReason;
import sightline.domain.verdict.Change;
import sightline.domain.verdict.Counterfactual;
import sightline.domain.verdict.DecidedBy;
import sightline.domain.verdict.Reason;
import sightline.domain.verdict.ReasonCode;
import sightline.domain.verdict.SessionVerdict;
import sightline.domain.verdict.Span;
import sightline.domain.verdict.Verdict;
import sightline.wire.avro.VerdictCounterfactual;
import sightline.wire.avro.VerdictReason;
import sightline.wire.avro.VerdictSpan;

/** Verdicts on sessions between domain and Avro. Times are carried in whole milliseconds. */
public final class SessionVerdictRecords {
  private SessionVerdictRecords() {}

  public static sightline.wire.avro.SessionVerdict toAvro(SessionVerdict verdict) {
    return sightline.wire.avro.SessionVerdict.newBuilder()
        .setSession(verdict.session())
        .setRevision(verdict.revision())
        .setTask(verdict.task())
        .setSpec(verdict.spec())
        .setDeviceClass(verdict.deviceClass())
        .setRegion(verdict.region())
        .setLocale(verdict.locale())
        .setVerdict(verdict.verdict().name())
        .setOnReferenceConditions(verdict.onReferenceConditions().name())
        .setDecidedBy(verdict.decidedBy().name())
        .setRuled(JsonParts.nameOrNull(verdict.ruled()))
        .setReasons(
            verdict.reasons().stream().map(SessionVerdictRecords::toAvro).toList())
        .setCounterfactuals(verdict.counterfactuals().stream()
            .map(SessionVerdictRecords::toAvro)
            .toList())
        .setScore(Measures.toAvro(verdict.score()))
        .setHandsInView(Measures.toAvro(verdict.handsInView()))
        .setFrom(verdict.from())
        .setTo(verdict.to())
        .setRecordedMillis(verdict.recordedMillis())
        .setRules(verdict.rules())
        .build();
  }

  private static VerdictReason toAvro(Reason reason) {
    return new VerdictReason(
        reason.code().name(),
        reason.leadsTo().name(),
        reason.weight(),
        Measures.toAvro(reason.measured()),
        Measures.toAvro(reason.wanted()),
        reason.unit(),
        reason.spans().stream()
            .map(span -> new VerdictSpan(span.fromMillis(), span.toMillis()))
            .toList(),
        JsonParts.nameOrNull(reason.edge()),
        reason.object());
  }

  private static VerdictCounterfactual toAvro(Counterfactual other) {
    return new VerdictCounterfactual(
        other.code().name(),
        other.change().name(),
        Measures.toAvro(other.amount()),
        other.unit(),
        other.instead().name());
  }

  /**
   * @throws UnreadableRecord where it is encrypted, uses a word that this version does not know, or contradicts itself
   */
  public static SessionVerdict fromAvro(sightline.wire.avro.SessionVerdict verdict)
      throws UnreadableRecord {
    return Reading.open(
        verdict.getKeyId(),
        verdict.getCipher(),
        () -> new SessionVerdict(
            verdict.getSession(),
            verdict.getRevision(),
            verdict.getTask(),
            verdict.getSpec(),
            verdict.getDeviceClass(),
            verdict.getRegion(),
            verdict.getLocale(),
            Words.read(Verdict.class, verdict.getVerdict()),
            Words.read(Verdict.class, verdict.getOnReferenceConditions()),
            Words.read(DecidedBy.class, verdict.getDecidedBy()),
            verdict.getRuled() == null ? null : Words.read(RulingReason.class, verdict.getRuled()),
            reasons(verdict.getReasons()),
            counterfactuals(verdict.getCounterfactuals()),
            Measures.fromAvro(verdict.getScore()),
            Measures.fromAvro(verdict.getHandsInView()),
            verdict.getFrom(),
            verdict.getTo(),
            verdict.getRecordedMillis(),
            verdict.getRules()));
  }

  private static List<Reason> reasons(List<VerdictReason> read) throws UnreadableRecord {
    List<Reason> reasons = new ArrayList<>();
    for (VerdictReason one : read) {
      reasons.add(new Reason(
          Words.read(ReasonCode.class, one.getCode()),
          Words.read(Verdict.class, one.getLeadsTo()),
          one.getWeight(),
          Measures.fromAvro(one.getMeasured()),
          Measures.fromAvro(one.getWanted()),
          one.getUnit(),
          one.getSpans().stream()
              .map(span -> new Span(span.getFromMillis(), span.getToMillis()))
              .toList(),
          one.getEdge() == null ? null : Words.read(Edge.class, one.getEdge()),
          one.getObject()));
    }
    return reasons;
  }

  private static List<Counterfactual> counterfactuals(List<VerdictCounterfactual> read)
      throws UnreadableRecord {
    List<Counterfactual> all = new ArrayList<>();
    for (VerdictCounterfactual one : read) {
      all.add(new Counterfactual(
          Words.read(ReasonCode.class, one.getCode()),
          Words.read(Change.class, one.getChange()),
          Measures.fromAvro(one.getAmount()),
          one.getUnit(),
          Words.read(Verdict.class, one.getInstead())));
    }
    return all;
  }
}
