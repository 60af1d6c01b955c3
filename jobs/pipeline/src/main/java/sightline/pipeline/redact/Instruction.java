package sightline.pipeline.redact;

import org.jspecify.annotations.Nullable;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.DirectiveOverride;

/**
 * What is to be done with frames of one session: exactly one of these.
 *
 * @param writtenAtMillis when it was written, by the record's own timestamp, in epoch milliseconds
 */
public record Instruction(
    String session,
    @Nullable Directive directive,
    @Nullable DirectiveOverride override,
    long writtenAtMillis) {
  public Instruction {
    if ((directive == null) == (override == null)) {
      throw new IllegalArgumentException("an instruction is a directive or an override");
    }
  }

  static Instruction of(Directive directive, long writtenAtMillis) {
    return new Instruction(directive.session(), directive, null, writtenAtMillis);
  }

  static Instruction of(DirectiveOverride override, long writtenAtMillis) {
    return new Instruction(override.session(), null, override, writtenAtMillis);
  }
}
