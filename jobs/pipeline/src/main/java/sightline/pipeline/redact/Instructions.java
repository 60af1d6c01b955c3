package sightline.pipeline.redact;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sightline.domain.control.Revocation;
import sightline.domain.control.RevokedBy;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.OverrideCause;
import sightline.wire.DirectiveOverrides;
import sightline.wire.Directives;
import sightline.wire.Revocations;
import sightline.wire.Topics;
import sightline.wire.UnreadableRecord;
import sightline.wire.WireFormat;

/** Reads the topics that say what may go out. */
public final class Instructions {
  /** The first after a FINAL. */
  private static final int FIRST = 2;

  private Instructions() {}

  /** In the order in which they are looked for: directives, and what may only make them stricter. */
  public static List<String> topics() {
    return List.of(Topics.REDACTIONS, Topics.OVERRIDES, Topics.REVOCATIONS);
  }

  /**
   * A revocation that names a worker or a receipt says nothing here: the main job knows their sessions and overrides each.
   *
   * @return null where there is nothing to do; a record without value takes nothing back
   * @throws UnreadableRecord where it cannot be read; see {@link #strictest}
   */
  static @Nullable Instruction read(Unread record) throws UnreadableRecord {
    if (record.value().length == 0) {
      return null;
    }
    long at = writtenAt(record);
    return switch (record.origin().topic()) {
      case Topics.REDACTIONS ->
        Instruction.of(Directives.fromAvro(WireFormat.DIRECTIVE.decode(record.value())), at);
      case Topics.OVERRIDES ->
        Instruction.of(
            DirectiveOverrides.fromAvro(WireFormat.DIRECTIVE_OVERRIDE.decode(record.value())), at);
      case Topics.REVOCATIONS -> {
        Revocation revoked = Revocations.fromAvro(WireFormat.REVOCATION.decode(record.value()));
        yield revoked.by() == RevokedBy.SESSION
            ? Instruction.of(withheld(revoked.id(), revoked.effectiveAt()), at)
            : null;
      }
      default ->
        throw new IllegalArgumentException(
            "nothing is read from " + record.origin().topic());
    };
  }

  /**
   * What a record that cannot be read is taken for: what it hides is unknown, so its key's session is withheld.
   *
   * @return null where it cannot have made anything stricter, or does not name a session
   * @throws IllegalStateException for an override that does not even say of which session: nothing may go out after that
   */
  static @Nullable Instruction strictest(Unread record) {
    String key = new String(record.key(), StandardCharsets.UTF_8);
    String sessions = Revocation.key(RevokedBy.SESSION, "");
    long at = writtenAt(record);
    return switch (record.origin().topic()) {
      case Topics.OVERRIDES -> {
        if (key.isEmpty()) {
          throw new IllegalStateException(
              "an override can neither be read nor has it a key, partition %s, offset %s: what it hides is unknown, so nothing goes out"
                  .formatted(record.origin().partition(), record.origin().offset()));
        }
        yield Instruction.of(withheld(key, Instant.ofEpochMilli(at)), at);
      }
      case Topics.REVOCATIONS ->
        key.startsWith(sessions) && key.length() > sessions.length()
            ? Instruction.of(
                withheld(key.substring(sessions.length()), Instant.ofEpochMilli(at)), at)
            : null;
      default -> null;
    };
  }

  /** What an override or a revocation says before the first frame is decided, null where that is nothing. */
  public static @Nullable DirectiveOverride override(Unread record) {
    Instruction said;
    try {
      said = read(record);
    } catch (UnreadableRecord counted) {
      // by the job itself, when it reads it again
      said = strictest(record);
    }
    return said == null ? null : said.override();
  }

  private static DirectiveOverride withheld(String session, Instant at) {
    return new DirectiveOverride(
        session, null, FIRST, at, OverrideCause.REVOCATION, Disposition.WITHHOLD, List.of());
  }

  static long writtenAt(Unread record) {
    return Objects.requireNonNullElse(record.origin().appendedAtMillis(), 0L);
  }
}
