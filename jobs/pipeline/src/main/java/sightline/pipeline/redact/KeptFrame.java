package sightline.pipeline.redact;

import java.util.List;
import sightline.domain.privacy.Directive;
import sightline.domain.redaction.Sent;

/**
 * What is remembered of a frame for as long as it can be taken back.
 *
 * @param directive its first FINAL, without what nobody needs to make its picture again
 * @param sent what became of it; WITHHOLD where nothing went out
 */
public record KeptFrame(Directive directive, Sent sent) {
  static KeptFrame of(Directive directive, Sent sent) {
    return new KeptFrame(
        new Directive(
            directive.session(),
            directive.index(),
            directive.capturedAt(),
            directive.origin(),
            directive.sha256(),
            directive.disposition(),
            directive.withheldBecause(),
            directive.regions(),
            directive.audio(),
            List.of(),
            directive.finality(),
            directive.revision(),
            directive.lateness(),
            directive.consent(),
            directive.purposes(),
            directive.policy(),
            "",
            0,
            List.of()),
        sent);
  }
}
