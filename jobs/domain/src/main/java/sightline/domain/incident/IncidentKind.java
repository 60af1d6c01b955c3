package sightline.domain.incident;

/**
 * What may happen in a session that somebody should know of.
 *
 * <p>An incident opens when so many of the last looks saw it, or one look did so surely. Only looks count, not the frames between
 * them that have their neighbours' word: one false find stands in several of those. The figures are judgement, chosen to
 * let two looks agree; no rate of false incidents was measured.
 */
public enum IncidentKind {
  /** A body that is not certainly the worker's. */
  THIRD_PARTY_ENTERED(Severity.MEDIUM, 2, 3, 0.85),
  /** A face: nobody films their own, but for a mirror, and consent to that would have spared it. */
  FACE_OF_NON_CONSENTING(Severity.HIGH, 3, 5, 0.97),
  /** Several lines of text that lie together, or a card; a single line on a packet is none. */
  DOCUMENT_IN_VIEW(Severity.MEDIUM, 2, 3, 0.90),
  SCREEN_IN_VIEW(Severity.LOW, 2, 3, 0.80),
  /** Frames come without a consent that covers them. */
  CONSENT_MISSING(Severity.HIGH, 1, 1, 0),
  /** Frames come after their consent was taken back. */
  CONSENT_REVOKED(Severity.HIGH, 1, 1, 0),
  /** Somebody speaks whom nobody may hear. */
  VOICE(Severity.MEDIUM, 2, 4, 0.90);

  private final Severity severity;
  private final int votes;
  private final int looks;
  private final double surely;

  IncidentKind(Severity severity, int votes, int looks, double surely) {
    this.severity = severity;
    this.votes = votes;
    this.looks = looks;
    this.surely = surely;
  }

  public Severity severity() {
    return severity;
  }

  /** So many of the last {@link #looks} open an incident. */
  int votes() {
    return votes;
  }

  int looks() {
    return looks;
  }

  /** One look of at least this confidence, 0 to 1, opens an incident by itself. */
  double surely() {
    return surely;
  }
}
