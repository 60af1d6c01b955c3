package sightline.pipeline.verdict;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import sightline.domain.control.ControlRecord;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.review.SessionDecision;
import sightline.domain.verdict.CaseEntry;
import sightline.domain.verdict.Course;
import sightline.domain.verdict.SessionVerdict;

/** The stage that says what each session is worth, and why. */
public final class SessionVerdicts {
  private SessionVerdicts() {}

  /**
   * @param course keyed by session, a session's in order
   * @param decisions of people, their signatures verified
   * @param overrides of directives that are out; those that withhold a whole session withhold its verdict
   * @param controls records that come while frames pass, of which only task specs count
   * @param known records that were there before the first frame
   */
  public static DataStream<SessionVerdict> of(
      KeyedStream<Course, String> course,
      DataStream<SessionDecision> decisions,
      DataStream<DirectiveOverride> overrides,
      DataStream<ControlRecord> controls,
      List<ControlRecord> known,
      VerdictSettings settings) {
    DataStream<CaseEntry> evidence = course
        .process(new GatherEvidence(settings.rules(), settings.retentionMillis()))
        .name("gather evidence")
        .uid("verdict-gather")
        .map(CaseEntry::of)
        .returns(TypeInformation.of(CaseEntry.class))
        .uid("verdict-evidence");
    DataStream<CaseEntry> decided = decisions
        .map(CaseEntry::of)
        .returns(TypeInformation.of(CaseEntry.class))
        .uid("verdict-decisions");
    DataStream<CaseEntry> overridden = overrides
        .filter(override -> override.index() == null)
        .uid("verdict-whole-sessions")
        .map(CaseEntry::of)
        .returns(TypeInformation.of(CaseEntry.class))
        .uid("verdict-overrides");
    return evidence
        .union(decided, overridden)
        .keyBy(CaseEntry::session)
        .connect(controls.broadcast(GiveVerdicts.SPECS))
        .process(new GiveVerdicts(settings, known))
        .name("give verdicts")
        .uid("verdict-give");
  }
}
