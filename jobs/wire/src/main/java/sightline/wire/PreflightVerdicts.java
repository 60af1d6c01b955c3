package sightline.wire;

import java.util.ArrayList;
import java.util.List;
import sightline.domain.preflight.Effect;
import sightline.domain.preflight.EndedBy;
import sightline.domain.preflight.Finding;
import sightline.domain.preflight.FindingCode;
import sightline.domain.preflight.Outcome;
import sightline.domain.preflight.PreflightVerdict;
import sightline.domain.preflight.Side;

/** Verdicts on test clips between domain and Avro. Times are carried in whole milliseconds. */
public final class PreflightVerdicts {
  private PreflightVerdicts() {}

  public static sightline.wire.avro.PreflightVerdict toAvro(PreflightVerdict verdict) {
    return sightline.wire.avro.PreflightVerdict.newBuilder()
        .setSession(verdict.session())
        .setOutcome(verdict.outcome().name())
        .setEndedBy(verdict.endedBy().name())
        .setFromFrame(verdict.fromFrame())
        .setToFrame(verdict.toFrame())
        .setFromCapturedAt(verdict.from())
        .setToCapturedAt(verdict.to())
        .setFrames(verdict.frames())
        .setFindings(verdict.findings().stream().map(PreflightVerdicts::toAvro).toList())
        .setLanguage(verdict.language())
        .setTask(verdict.task())
        .setPolicy(verdict.policy())
        .build();
  }

  private static sightline.wire.avro.Finding toAvro(Finding finding) {
    Side where = finding.where();
    return sightline.wire.avro.Finding.newBuilder()
        .setCode(finding.code().name())
        .setEffect(finding.effect().name())
        .setWhere(where == null ? null : where.name())
        .setShare(finding.share())
        .setFirstFrame(finding.firstFrame())
        .setWords(finding.words())
        .build();
  }

  /**
   * @throws UnreadableRecord where it is encrypted, uses a word that this version does not know, or contradicts itself
   */
  public static PreflightVerdict fromAvro(sightline.wire.avro.PreflightVerdict verdict)
      throws UnreadableRecord {
    return Reading.open(
        verdict.getKeyId(),
        verdict.getCipher(),
        () -> new PreflightVerdict(
            verdict.getSession(),
            Words.read(Outcome.class, verdict.getOutcome()),
            Words.read(EndedBy.class, verdict.getEndedBy()),
            verdict.getFromFrame(),
            verdict.getToFrame(),
            verdict.getFromCapturedAt(),
            verdict.getToCapturedAt(),
            verdict.getFrames(),
            findings(verdict.getFindings()),
            verdict.getLanguage(),
            verdict.getTask(),
            verdict.getPolicy()));
  }

  private static List<Finding> findings(List<sightline.wire.avro.Finding> found)
      throws UnreadableRecord {
    List<Finding> findings = new ArrayList<>();
    for (sightline.wire.avro.Finding one : found) {
      String where = one.getWhere();
      findings.add(new Finding(
          Words.read(FindingCode.class, one.getCode()),
          Words.read(Effect.class, one.getEffect()),
          where == null ? null : Words.read(Side.class, where),
          one.getShare(),
          one.getFirstFrame(),
          one.getWords()));
    }
    return findings;
  }
}
