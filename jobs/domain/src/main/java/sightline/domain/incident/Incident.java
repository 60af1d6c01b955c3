package sightline.domain.incident;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import sightline.domain.assessment.Mark;

/**
 * Something that happened in a session, as far as it is known. It names no worker.
 *
 * @param id looks random, and is the same on every replay; see {@link #id(String, IncidentKind, int)}
 * @param revision from 1 (OPENED), counts what was told of this incident
 * @param fromFrame first index of the evidence
 * @param toFrame last index at which something of it was seen
 * @param from capture time of {@code fromFrame}, by the device's clock
 * @param to capture time of {@code toFrame}
 * @param count most of them seen at a time, 1 or more
 * @param nearest height of the largest hidden box seen, as a share of the upright picture's height, 0 to 1; 0 where nothing has a place
 * @param region coarse region of the sender
 * @param marks for investigators only
 * @param policy version of the policy behind the last frame's directive
 */
public record Incident(
    String id,
    String session,
    IncidentKind kind,
    IncidentState state,
    int revision,
    int fromFrame,
    int toFrame,
    Instant from,
    Instant to,
    int count,
    double nearest,
    Severity severity,
    String task,
    String deviceClass,
    String region,
    List<Mark> marks,
    String policy) {
  private static final int ID_BYTES = 16;

  public Incident {
    marks = List.copyOf(marks);
    if (revision < 1 || (state == IncidentState.OPENED) != (revision == 1)) {
      throw new IllegalArgumentException(
          "an incident opens with revision 1, got %s with %s".formatted(state, revision));
    }
    if (fromFrame < 0 || toFrame < fromFrame || count < 1 || !(nearest >= 0 && nearest <= 1)) {
      throw new IllegalArgumentException(
          "an incident has frames, a count and a size of 0 to 1, got %s to %s, %s of %s"
              .formatted(fromFrame, toFrame, count, nearest));
    }
  }

  /**
   * The first 16 bytes of a SHA-256 over session, kind and first frame under a fixed label, in hex. Session ids are random, so
   * nobody who does not know the session can tell which one it was; of the worker nothing goes in.
   */
  public static String id(String session, IncidentKind kind, int fromFrame) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256")
          .digest("sightline-incident-1\n%s\n%s\n%s"
              .formatted(kind.name(), fromFrame, session)
              .getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
