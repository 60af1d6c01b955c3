package sightline.pipeline.ingest;

import static sightline.pipeline.ingest.Claims.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sightline.domain.frame.RejectReason;
import sightline.domain.review.LookedAt;
import sightline.domain.review.ReviewerMarks;
import sightline.domain.review.RulingReason;
import sightline.domain.review.SessionDecision;
import sightline.domain.review.SessionRuling;
import sightline.domain.review.Validity;

/** The claims of a decision about a session, version 2 of reviews. The fields stand in {@code jobs/docs/reviews.md}. */
final class SessionClaims {
  static final String VERSION = "sightline-review-2";

  /** Stands for the engine's own verdict where an appeal names what it is against. */
  static final String ENGINE = "engine";

  private static final Set<String> FIELDS = Set.of(
      "iss",
      "sub",
      "jti",
      "iat",
      "exp",
      "schema_version",
      "session",
      "revision",
      "decision",
      "looked");
  private static final String REASON = "reason";
  private static final String APPEALED = "appealed";
  private static final Set<String> SPAN = Set.of("first", "last");
  private static final Pattern WORD = Pattern.compile("[A-Z][A-Z_]{0,63}");
  private static final int MOST_SPANS = 64;

  private final Claims claims;
  private final SessionRuling ruling;

  private SessionClaims(Claims claims, SessionRuling ruling) {
    this.claims = claims;
    this.ruling = ruling;
  }

  /**
   * @param claims whose issuer and version are known to be right
   * @param validity of the statement
   * @throws NotBelieved where it does not read to the letter, or contradicts itself
   * @throws Refused where it rejects for what is no fault
   */
  static SessionDecision read(
      Claims claims, SessionRuling ruling, Validity validity, ReviewerMarks marks)
      throws NotBelieved, Refused {
    Set<String> fields = new HashSet<>(FIELDS);
    switch (ruling) {
      case ACCEPT -> {}
      case COACH, REJECT -> fields.add(REASON);
      case APPEAL_UPHELD, APPEAL_DENIED -> fields.add(APPEALED);
    }
    return new SessionClaims(claims.exactly(fields), ruling).decision(validity, marks);
  }

  private SessionDecision decision(Validity validity, ReviewerMarks marks)
      throws NotBelieved, Refused {
    String statement = claims.id("jti");
    require(!statement.equals(ENGINE));
    long reviewer = marks.of(claims.name("iss"), claims.name("sub"));
    try {
      return new SessionDecision(
          claims.name("session"),
          ruling,
          reason(),
          (int) claims.whole("revision", Integer.MAX_VALUE),
          validity.from(),
          reviewer,
          looked(),
          appealed(),
          statement);
    } catch (IllegalArgumentException quotesTheClaims) {
      throw new NotBelieved();
    }
  }

  private @Nullable RulingReason reason() throws NotBelieved, Refused {
    if (ruling != SessionRuling.REJECT && ruling != SessionRuling.COACH) {
      return null;
    }
    String word = claims.name(REASON);
    require(WORD.matcher(word).matches());
    RulingReason reason = Arrays.stream(RulingReason.values())
        .filter(known -> known.name().equals(word))
        .findFirst()
        .orElseThrow(() -> new Refused(RejectReason.REVIEW_DECISION_UNKNOWN));
    if (ruling == SessionRuling.REJECT && !reason.mayReject()) {
      throw new Refused(RejectReason.REVIEW_CONDITION_NO_FAULT);
    }
    return reason;
  }

  private @Nullable String appealed() throws NotBelieved {
    if (!ruling.answersAppeal()) {
      return null;
    }
    String appealed = claims.id(APPEALED);
    return appealed.equals(ENGINE) ? null : appealed;
  }

  private List<LookedAt> looked() throws NotBelieved {
    List<LookedAt> looked = new ArrayList<>();
    for (Claims span : claims.objects("looked", MOST_SPANS)) {
      span.exactly(SPAN);
      looked.add(new LookedAt((int) span.whole("first", Integer.MAX_VALUE), (int)
          span.whole("last", Integer.MAX_VALUE)));
    }
    return looked;
  }
}
