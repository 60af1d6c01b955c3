package sightline.pipeline.ingest;

import static sightline.pipeline.ingest.Claims.require;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import sightline.domain.frame.RejectReason;
import sightline.domain.privacy.Region;
import sightline.domain.privacy.RegionKind;
import sightline.domain.privacy.RegionReason;
import sightline.domain.privacy.WithholdReason;
import sightline.domain.review.Review;
import sightline.domain.review.ReviewDecision;
import sightline.domain.review.ReviewerMarks;
import sightline.domain.review.SessionRuling;
import sightline.domain.review.Validity;

/** The claims of a review: version 1 is about a frame, version 2 about a session. The fields stand in {@code jobs/docs/reviews.md}. */
final class ReviewClaims {
  static final String VERSION = "sightline-review-1";

  private static final Set<String> FIELDS = Set.of(
      "iss",
      "sub",
      "jti",
      "iat",
      "exp",
      "schema_version",
      "session",
      "frame",
      "sha256",
      "revision",
      "decision",
      "lifts",
      "regions");
  private static final Set<String> REGION = Set.of("x", "y", "w", "h", "kind");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern WORD = Pattern.compile("[A-Z][A-Z_]{0,63}");
  private static final int MOST_REGIONS = 64;
  /** Pixels; no side of any picture that is let in is longer. */
  private static final int LONGEST_SIDE = 65_535;

  private final Claims claims;

  private ReviewClaims(Claims claims) {
    this.claims = claims;
  }

  /**
   * @param payload whose signature was verified
   * @param issuer that it must name; empty for any
   * @throws NotBelieved where it does not read to the letter, or contradicts itself
   * @throws Refused where it decides, lifts or rejects for what no review can
   */
  static ReviewStatement read(byte[] payload, String issuer, ReviewerMarks marks)
      throws NotBelieved, Refused {
    Claims claims = Claims.read(payload);
    // Before its fields are counted: what a later version decides may need others.
    String word = claims.name("decision");
    require(WORD.matcher(word).matches());
    Optional<ReviewDecision> ofFrame = named(ReviewDecision.values(), word);
    Optional<SessionRuling> ofSession = named(SessionRuling.values(), word);
    if (ofFrame.isEmpty() && ofSession.isEmpty()) {
      throw new Refused(RejectReason.REVIEW_DECISION_UNKNOWN);
    }
    require(claims
        .name("schema_version")
        .equals(ofFrame.isPresent() ? VERSION : SessionClaims.VERSION));
    String from = claims.name("iss");
    require(issuer.isEmpty() || from.equals(issuer));
    Validity validity = validity(claims);
    return ofFrame.isPresent()
        ? new ReviewStatement.OfFrame(
            new ReviewClaims(claims.exactly(FIELDS)).review(ofFrame.get(), validity))
        : new ReviewStatement.OfSession(
            SessionClaims.read(claims, ofSession.orElseThrow(), validity, marks), validity);
  }

  private static <T extends Enum<T>> Optional<T> named(T[] known, String word) {
    return Arrays.stream(known).filter(value -> value.name().equals(word)).findFirst();
  }

  private static Validity validity(Claims claims) throws NotBelieved {
    try {
      return new Validity(
          Instant.ofEpochSecond(claims.seconds("iat")),
          Instant.ofEpochSecond(claims.seconds("exp")));
    } catch (IllegalArgumentException over) {
      throw new NotBelieved();
    }
  }

  private Review review(ReviewDecision decision, Validity validity) throws NotBelieved, Refused {
    claims.name("sub");
    claims.id("jti");
    require(claims.whole("revision", Integer.MAX_VALUE) >= 1);
    String sha256 = claims.name("sha256");
    require(SHA256.matcher(sha256).matches());
    try {
      return new Review(
          claims.name("session"),
          (int) claims.whole("frame", Integer.MAX_VALUE),
          sha256,
          decision,
          lifts(),
          regions(),
          validity);
    } catch (IllegalArgumentException quotesTheClaims) {
      throw new NotBelieved();
    }
  }

  private List<WithholdReason> lifts() throws NotBelieved, Refused {
    List<WithholdReason> lifts = new ArrayList<>();
    for (String word : claims.words("lifts", word -> WORD.matcher(word).matches())) {
      lifts.add(Arrays.stream(WithholdReason.values())
          .filter(known -> known.name().equals(word) && known.mayBeLifted())
          .findFirst()
          .orElseThrow(() -> new Refused(RejectReason.REVIEW_NOT_LIFTABLE)));
    }
    return lifts;
  }

  private List<Region> regions() throws NotBelieved {
    List<Region> regions = new ArrayList<>();
    for (Claims region : claims.objects("regions", MOST_REGIONS)) {
      region.exactly(REGION);
      String kind = region.name("kind");
      regions.add(new Region(
          side(region, "x"),
          side(region, "y"),
          side(region, "w"),
          side(region, "h"),
          Arrays.stream(RegionKind.values())
              .filter(known -> known.name().equals(kind))
              .findFirst()
              .orElseThrow(NotBelieved::new),
          RegionReason.REVIEWED,
          null,
          1));
    }
    return regions;
  }

  private static int side(Claims region, String claim) throws NotBelieved {
    return (int) region.whole(claim, LONGEST_SIDE);
  }
}
