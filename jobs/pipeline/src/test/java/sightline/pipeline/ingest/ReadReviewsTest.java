package sightline.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sightline.domain.frame.Incoming;
import sightline.domain.frame.Origin;
import sightline.domain.frame.RejectReason;
import sightline.domain.frame.Rejection;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Lift;
import sightline.domain.privacy.OverrideCause;
import sightline.domain.privacy.Region;
import sightline.domain.privacy.RegionKind;
import sightline.domain.privacy.RegionReason;
import sightline.domain.privacy.WithholdReason;
import sightline.pipeline.ReceiptPen;
import sightline.pipeline.ReviewPen;
import sightline.wire.Secret;
import sightline.wire.WireFormat;
import sightline.wire.avro.Review;

/** Signed reviews, as they become overrides or are refused. */
class ReadReviewsTest {
  private static final ReviewPen PEN = new ReviewPen("v-key");
  private static final Secret MARKS = Secret.drawn("marks", 7);
  private static final long SIGNED = ReceiptPen.NOW * 1000;

  @TempDir
  private Path folder;

  @SuppressWarnings("NullAway.Init") // made before each test
  private OneInputStreamOperatorTestHarness<Incoming, DirectiveOverride> harness;

  @BeforeEach
  void open() throws Exception {
    open(keys(), "");
  }

  private String keys() {
    return ReceiptPen.write(folder.resolve("keys.json"), PEN.keys()).toString();
  }

  private void open(String keys, String issuer) throws Exception {
    harness = new OneInputStreamOperatorTestHarness<>(
        new ProcessOperator<>(new ReadReviews(ReviewSettings.of(keys, issuer, MARKS))));
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void read(String statement, long appendedAt) throws Exception {
    Review review = Review.newBuilder().setSession("s").setStatement(statement).build();
    read(WireFormat.REVIEW.encode(review), appendedAt);
  }

  private void read(byte[] value, long appendedAt) throws Exception {
    harness.processElement(new Incoming(new Origin("reviews", 0, 7, appendedAt), value), 0);
  }

  private static String signed(Consumer<ObjectNode> change) {
    ObjectNode claims = ReviewPen.claims();
    change.accept(claims);
    return PEN.sign(claims);
  }

  private List<RejectReason> rejected() {
    var records = harness.getSideOutput(ReadReviews.REJECTED);
    return records == null
        ? List.of()
        : records.stream()
            .map(record -> record.getValue())
            .map(Rejection::reason)
            .toList();
  }

  private void assertRefused(RejectReason reason) {
    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(rejected()).containsExactly(reason);
  }

  @Test
  void aReviewThatMarksARegionLiftsWhatItNames() throws Exception {
    read(signed(claims -> {}), SIGNED + 1);
    assertThat(harness.extractOutputValues())
        .containsExactly(new DirectiveOverride(
            "s",
            4,
            2,
            Instant.ofEpochMilli(SIGNED),
            OverrideCause.REVIEW,
            Disposition.REDACT,
            List.of(new Region(310, 88, 64, 80, RegionKind.FACE, RegionReason.REVIEWED, null, 1)),
            new Lift(
                ReviewPen.LOOKED_AT,
                List.of(WithholdReason.NOT_SEEN_WELL, WithholdReason.REVIEW))));
    assertThat(rejected()).isEmpty();
  }

  @Test
  void aReviewThatReleasesMarksNothing() throws Exception {
    read(signed(claims -> claims.put("decision", "RELEASE").putArray("regions")), SIGNED);
    assertThat(harness.extractOutputValues()).singleElement().satisfies(override -> {
      assertThat(override.disposition()).isEqualTo(Disposition.RELEASE);
      assertThat(override.lift()).isNotNull();
    });
  }

  @Test
  void aReviewThatWithholdsLiftsNothing() throws Exception {
    read(signed(claims -> claims.put("decision", "WITHHOLD").putArray("lifts")), SIGNED);
    assertThat(harness.extractOutputValues()).singleElement().satisfies(override -> {
      assertThat(override.disposition()).isEqualTo(Disposition.WITHHOLD);
      assertThat(override.lift()).isNull();
    });
  }

  @Test
  void withoutKeysEveryReviewIsRefused() throws Exception {
    close();
    open("", "");
    read(signed(claims -> {}), SIGNED);
    assertRefused(RejectReason.REVIEW_INVALID);
  }

  @Test
  void aReceiptIsNoReviewEvenUnderTheSameKey() throws Exception {
    read(PEN.sign(PEN.keys().header(), ReviewPen.claims().toString()), SIGNED);
    assertRefused(RejectReason.REVIEW_INVALID);
  }

  @Test
  void anotherKeyOfThatNameIsNotBelieved() throws Exception {
    read(new ReviewPen("v-key").sign(ReviewPen.claims()), SIGNED);
    assertRefused(RejectReason.REVIEW_INVALID);
  }

  @Test
  void anotherIssuerIsNotBelieved() throws Exception {
    close();
    open(keys(), "https://another.example");
    read(signed(claims -> {}), SIGNED);
    assertRefused(RejectReason.REVIEW_INVALID);
  }

  @Test
  void aStatementUnderAnotherSessionsNameIsRefused() throws Exception {
    read(signed(claims -> claims.put("session", "t")), SIGNED);
    assertRefused(RejectReason.REVIEW_INVALID);
  }

  static Stream<Consumer<ObjectNode>> contradictions() {
    return Stream.of(
        claims -> claims.put("schema_version", "sightline-review-2"),
        claims -> claims.put("schema_version", "sightline-review-3"),
        claims -> claims.put("more", "than is understood"),
        claims -> claims.remove("jti"),
        claims -> claims.put("frame", -1),
        claims -> claims.put("frame", "4"),
        claims -> claims.put("revision", 0),
        claims -> claims.put("sha256", "0F".repeat(32)),
        claims -> claims.put("decision", "release"),
        claims -> claims.put("exp", ReceiptPen.NOW),
        claims -> claims.put("decision", "RELEASE"),
        claims -> claims.putArray("regions"),
        claims -> claims.putArray("lifts"),
        claims -> claims.put("decision", "WITHHOLD"),
        claims -> region(claims).put("w", 0),
        claims -> region(claims).put("x", -1),
        claims -> region(claims).put("x", 1e9),
        claims -> region(claims).put("kind", "CAT"),
        claims -> region(claims).put("confidence", 1),
        claims -> {
          for (int more = 0; more < 64; more++) {
            claims.withArray("regions").add(region(claims).deepCopy());
          }
        });
  }

  private static ObjectNode region(ObjectNode claims) {
    return (ObjectNode) claims.withArray("regions").get(0);
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void whatDoesNotReadToTheLetterIsRefused(Consumer<ObjectNode> wrong) throws Exception {
    read(signed(wrong), SIGNED);
    assertRefused(RejectReason.REVIEW_INVALID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONSENT_MISSING",
        "CONSENT_REVOKED",
        "CONSENT_SCOPE",
        "OVERRIDDEN",
        "LATE",
        "OVERLOAD",
        "UNDECODABLE",
        "OF_A_LATER_VERSION"
      })
  void aReasonThatNoLookCanLiftRefusesTheWholeReview(String reason) throws Exception {
    read(signed(claims -> claims.withArray("lifts").add(reason)), SIGNED);
    assertRefused(RejectReason.REVIEW_NOT_LIFTABLE);
  }

  @Test
  void aDecisionOfALaterVersionIsToldApart() throws Exception {
    read(signed(claims -> claims.put("decision", "APPEAL").remove("regions")), SIGNED);
    assertRefused(RejectReason.REVIEW_DECISION_UNKNOWN);
  }

  @ParameterizedTest(name = "{1} s after it was signed, for {0} s")
  @CsvSource({
    "3600, -60, true",
    "3600, -61, false",
    "3600, 3599, true",
    "3600, 3600, false",
    "200000, 86400, true",
    "200000, 86401, false"
  })
  void aReviewCountsInItsTimeAndWhileFramesAreKept(long validFor, long after, boolean counts)
      throws Exception {
    read(signed(claims -> claims.put("exp", ReceiptPen.NOW + validFor)), SIGNED + 1_000 * after);
    if (counts) {
      assertThat(harness.extractOutputValues()).hasSize(1);
    } else {
      assertRefused(RejectReason.REVIEW_EXPIRED);
    }
  }

  @Test
  void whatIsNoReviewAtAllIsRefusedAndATombstoneIsNothing() throws Exception {
    read(new byte[0], SIGNED);
    assertThat(rejected()).isEmpty();
    read(new byte[] {1, 2, 3}, SIGNED);
    assertRefused(RejectReason.UNREADABLE_RECORD);
  }
}
