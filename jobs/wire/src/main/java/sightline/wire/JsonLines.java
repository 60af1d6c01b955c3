package sightline.wire;

import static sightline.wire.JsonParts.finite;
import static sightline.wire.JsonParts.lowerCase;
import static sightline.wire.JsonParts.nameOrNull;
import static sightline.wire.JsonParts.put;
import static sightline.wire.JsonParts.putCount;
import static sightline.wire.JsonParts.putNumber;
import static sightline.wire.JsonParts.time;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import sightline.domain.assessment.FrameScore;
import sightline.domain.frame.Rejection;
import sightline.domain.incident.Incident;
import sightline.domain.preflight.PreflightVerdict;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Lift;
import sightline.domain.session.SessionSummary;

/**
 * Records as lines of JSON: one object, keys in a fixed order, no line break, to be written in UTF-8. Times are ISO 8601 in UTC
 * with milliseconds; boxes are pixels of the stored raster. A number is null where nothing was assessed, and {@code unassessed}
 * names the reason.
 *
 * <p>Every method throws IllegalArgumentException where a number is not finite or a count is not whole: JSON has no such
 * numbers, and a line that leaves one out would lie.
 */
public final class JsonLines {
  private JsonLines() {}

  /** A line of {@code directives.jsonl}. */
  public static String directive(Directive directive) {
    ObjectNode line = frame(directive.session(), directive.index(), directive.capturedAt())
        .put("disposition", directive.disposition().name());
    ArrayNode regions = line.putArray("regions");
    directive.regions().forEach(region -> put(regions.addObject(), region));
    ArrayNode because = line.putArray("withheldBecause");
    directive.withheldBecause().forEach(reason -> because.add(reason.name()));
    line.put("audio", directive.audio().name());
    ArrayNode muted = line.putArray("muted");
    directive
        .muted()
        .forEach(
            span -> muted.addObject().put("from", time(span.from())).put("to", time(span.to())));
    line.put("finality", directive.finality().name())
        .put("revision", directive.revision())
        .put("lateness", nameOrNull(directive.lateness()))
        .put("consent", lowerCase(directive.consent()));
    directive.purposes().forEach(line.putArray("purposes")::add);
    line.put("policy", directive.policy())
        .put("models", directive.models())
        .put("doubt", finite(directive.doubt()))
        .put("sha256", directive.sha256());
    ArrayNode looks = line.putArray("looks");
    directive
        .looks()
        .forEach(look -> looks
            .addObject()
            .put("kind", look.kind().name())
            .put("looked", look.looked().name())
            .put("ageMillis", look.ageMillis()));
    put(line.putObject("origin"), directive.origin());
    return line.toString();
  }

  /**
   * A line of {@code overrides.jsonl}; {@code frame} is null where it speaks of the whole session. One that lifts says WITHHOLD to readers that know
   * nothing of lifts.
   */
  public static String override(DirectiveOverride override) {
    Lift lift = override.lift();
    ObjectNode line = JsonNodeFactory.instance
        .objectNode()
        .put("session", override.session())
        .put("frame", override.index())
        .put("revision", override.revision())
        .put("effectiveAt", time(override.effectiveAt()))
        .put("cause", override.cause().name())
        .put("disposition", (lift == null ? override.disposition() : Disposition.WITHHOLD).name());
    ArrayNode regions = line.putArray("regions");
    override.regions().forEach(region -> put(regions.addObject(), region));
    if (lift != null) {
      ObjectNode lifted = line.putObject("lift")
          .put("disposition", override.disposition().name())
          .put("sha256", lift.sha256());
      ArrayNode reasons = lifted.putArray("reasons");
      lift.reasons().forEach(reason -> reasons.add(reason.name()));
    }
    return line.toString();
  }

  /** A line of {@code frames.jsonl}. */
  public static String frame(FrameScore frame) {
    ObjectNode line = frame(frame.session(), frame.index(), frame.capturedAt())
        .put("task", frame.task())
        .put("deviceClass", frame.deviceClass())
        .put("region", frame.region())
        .put("phase", frame.phase().name());
    ObjectNode unassessed = JsonNodeFactory.instance.objectNode();
    putNumber(line, "score", frame.score().value(), unassessed);
    line.put("assessedWeight", finite(frame.score().assessedWeight()));
    ArrayNode factors = line.putArray("factors");
    frame.score().factors().forEach(factor -> put(factors.addObject(), factor));
    putCount(line, "hands", frame.hands(), unassessed);
    putCount(line, "faces", frame.faces(), unassessed);
    putCount(line, "people", frame.people(), unassessed);
    line.set("unassessed", unassessed);
    ArrayNode advice = line.putArray("feedback");
    frame.score().feedback().forEach(feedback -> put(advice.addObject(), feedback));
    ArrayNode persons = line.putArray("persons");
    frame.persons().forEach(person -> put(persons.addObject(), person));
    put(line.putObject("lens"), frame.lens());
    put(line.putObject("view"), frame.view());
    ArrayNode edges = line.putArray("handsLeftBy");
    frame.handsLeftBy().forEach(edge -> edges.add(edge.name()));
    ArrayNode measures = line.putArray("measures");
    frame.measures().forEach(measure -> put(measures.addObject(), measure));
    return line.put("scoring", frame.scoring()).put("models", frame.models()).toString();
  }

  /** A line of {@code sessions.jsonl}; {@code gaps} are [from, to] pairs, both included. */
  public static String session(SessionSummary summary) {
    ObjectNode line = JsonNodeFactory.instance
        .objectNode()
        .put("session", summary.session())
        .put("revision", summary.revision())
        .put("task", summary.task())
        .put("deviceClass", summary.deviceClass())
        .put("region", summary.region())
        .put("settlement", summary.settlement().name())
        .put("accepted", summary.accepted())
        .put("released", summary.released())
        .put("redacted", summary.redacted())
        .put("withheld", summary.withheld())
        .put("late", summary.late())
        .put("duplicates", summary.duplicates())
        .put("missing", summary.missing());
    put(line.putArray("gaps"), summary.gaps());
    line.put("firstCapturedAt", time(summary.firstCapturedAt()))
        .put("lastCapturedAt", time(summary.lastCapturedAt()))
        .put("clockOffsetMillis", summary.clockOffsetMillis());
    ObjectNode unassessed = JsonNodeFactory.instance.objectNode();
    putNumber(line, "meanScore", summary.meanScore(), unassessed);
    return line.set("unassessed", unassessed).toString();
  }

  /** A line of {@code incidents.jsonl}. */
  public static String incident(Incident incident) {
    ObjectNode line = JsonNodeFactory.instance
        .objectNode()
        .put("session", incident.session())
        .put("incident", incident.id())
        .put("kind", incident.kind().name())
        .put("state", incident.state().name())
        .put("revision", incident.revision())
        .put("fromFrame", incident.fromFrame())
        .put("toFrame", incident.toFrame())
        .put("from", time(incident.from()))
        .put("to", time(incident.to()))
        .put("count", incident.count())
        .put("nearest", finite(incident.nearest()))
        .put("severity", incident.severity().name())
        .put("task", incident.task())
        .put("deviceClass", incident.deviceClass())
        .put("region", incident.region());
    ArrayNode marks = line.putArray("marks");
    incident.marks().forEach(mark -> marks.add(mark.name()));
    return line.put("policy", incident.policy()).toString();
  }

  /** A line of {@code feedback.jsonl}. */
  public static String preflight(PreflightVerdict verdict) {
    ObjectNode line = JsonNodeFactory.instance
        .objectNode()
        .put("session", verdict.session())
        .put("outcome", verdict.outcome().name())
        .put("endedBy", verdict.endedBy().name())
        .put("fromFrame", verdict.fromFrame())
        .put("toFrame", verdict.toFrame())
        .put("from", time(verdict.from()))
        .put("to", time(verdict.to()))
        .put("frames", verdict.frames());
    ArrayNode findings = line.putArray("findings");
    verdict
        .findings()
        .forEach(finding -> findings
            .addObject()
            .put("code", finding.code().name())
            .put("effect", finding.effect().name())
            .put("where", nameOrNull(finding.where()))
            .put("share", finite(finding.share()))
            .put("firstFrame", finding.firstFrame())
            .put("words", finding.words()));
    return line.put("language", verdict.language())
        .put("task", verdict.task())
        .put("policy", verdict.policy())
        .toString();
  }

  /** A line of {@code rejected.jsonl}. */
  public static String rejection(Rejection rejection) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    put(line.putObject("origin"), rejection.origin());
    return line.put("reason", rejection.reason().name())
        .put("measured", rejection.measured())
        .put("limit", rejection.limit())
        .toString();
  }

  private static ObjectNode frame(String session, int index, Instant capturedAt) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("session", session)
        .put("frame", index)
        .put("capturedAt", time(capturedAt));
  }
}
