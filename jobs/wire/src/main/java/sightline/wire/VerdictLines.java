package sightline.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sightline.domain.verdict.Counterfactual;
import sightline.domain.verdict.Reason;
import sightline.domain.verdict.SessionVerdict;

/** Verdicts on sessions as lines of {@code verdicts.jsonl}. */
public final class VerdictLines {
  private VerdictLines() {}

  public static String verdict(SessionVerdict verdict) {
    ObjectNode line = JsonNodeFactory.instance
        .objectNode()
        .put("session", verdict.session())
        .put("revision", verdict.revision())
        .put("task", verdict.task())
        .put("spec", verdict.spec())
        .put("deviceClass", verdict.deviceClass())
        .put("region", verdict.region())
        .put("locale", verdict.locale())
        .put("verdict", verdict.verdict().name())
        .put("onReferenceConditions", verdict.onReferenceConditions().name())
        .put("decidedBy", verdict.decidedBy().name())
        .put("ruled", JsonParts.nameOrNull(verdict.ruled()));
    ArrayNode reasons = line.putArray("reasons");
    verdict.reasons().forEach(reason -> put(reasons.addObject(), reason));
    ArrayNode others = line.putArray("counterfactuals");
    verdict.counterfactuals().forEach(other -> put(others.addObject(), other));
    ObjectNode unassessed = JsonNodeFactory.instance.objectNode();
    JsonParts.putNumber(line, "score", verdict.score(), unassessed);
    JsonParts.putNumber(line, "handsInView", verdict.handsInView(), unassessed);
    line.put("from", JsonParts.time(verdict.from()))
        .put("to", JsonParts.time(verdict.to()))
        .put("recordedMillis", verdict.recordedMillis())
        .put("rules", verdict.rules());
    return line.set("unassessed", unassessed).toString();
  }

  private static void put(ObjectNode into, Reason reason) {
    into.put("code", reason.code().name())
        .put("control", JsonParts.lowerCase(reason.code().control()))
        .put("leadsTo", reason.leadsTo().name())
        .put("weight", reason.weight());
    ObjectNode unassessed = JsonNodeFactory.instance.objectNode();
    JsonParts.putNumber(into, "measured", reason.measured(), unassessed);
    JsonParts.putNumber(into, "wanted", reason.wanted(), unassessed);
    into.put("unit", reason.unit());
    ArrayNode spans = into.putArray("spans");
    reason
        .spans()
        .forEach(span -> spans
            .addObject()
            .put("fromMillis", span.fromMillis())
            .put("toMillis", span.toMillis()));
    into.put("edge", JsonParts.nameOrNull(reason.edge())).put("object", reason.object());
    into.set("unassessed", unassessed);
  }

  private static void put(ObjectNode into, Counterfactual other) {
    into.put("code", other.code().name()).put("change", other.change().name());
    ObjectNode unassessed = JsonNodeFactory.instance.objectNode();
    JsonParts.putNumber(into, "amount", other.amount(), unassessed);
    into.put("unit", other.unit()).put("instead", other.instead().name());
    into.set("unassessed", unassessed);
  }
}
