package sightline.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.types.PojoTestUtils;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import sightline.domain.frame.Incoming;
import sightline.domain.frame.Origin;
import sightline.domain.frame.RejectReason;
import sightline.domain.frame.Rejection;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.review.LookedAt;
import sightline.domain.review.ReviewerMarks;
import sightline.domain.review.RulingReason;
import sightline.domain.review.SessionDecision;
import sightline.domain.review.SessionRuling;
import sightline.pipeline.ReceiptPen;
import sightline.pipeline.ReviewPen;
import sightline.wire.Secret;
import sightline.wire.WireFormat;
import sightline.wire.avro.Review;

/** Signed decisions about sessions, as they are handed on or refused. */
class ReadDecisionsTest {
  private static final ReviewPen PEN = new ReviewPen("v-key");
  private static final long SIGNED = ReceiptPen.NOW * 1000;
  private static final long SEED = 7;

  @TempDir
  private Path folder;

  @SuppressWarnings("NullAway.Init") // made before each test
  private OneInputStreamOperatorTestHarness<Incoming, DirectiveOverride> harness;

  @BeforeEach
  void open() throws Exception {
    String keys = ReceiptPen.write(folder.resolve("keys.json"), PEN.keys()).toString();
    harness = new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(
        new ReadReviews(ReviewSettings.of(keys, "", Secret.drawn("marks", SEED)))));
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void read(Consumer<ObjectNode> change, long appendedAt) throws Exception {
    ObjectNode claims = ReviewPen.ofSession();
    change.accept(claims);
    Review review =
        Review.newBuilder().setSession("s").setStatement(PEN.sign(claims)).build();
    Origin origin = new Origin("reviews", 0, 7, appendedAt);
    harness.processElement(new Incoming(origin, WireFormat.REVIEW.encode(review)), 0);
  }

  private void read(Consumer<ObjectNode> change) throws Exception {
    read(change, SIGNED + 1);
  }

  private <T> List<T> side(OutputTag<T> tag) {
    var records = harness.getSideOutput(tag);
    return records == null
        ? List.of()
        : records.stream().map(StreamRecord::getValue).toList();
  }

  private List<SessionDecision> decisions() {
    return side(ReadReviews.DECISIONS);
  }

  private void assertRefused(RejectReason reason) {
    assertThat(decisions()).isEmpty();
    assertThat(side(ReadReviews.REJECTED)).extracting(Rejection::reason).containsExactly(reason);
  }

  @Test
  void aRejectionIsHandedOnUnderAKeyedPseudonym() throws Exception {
    read(claims -> {});
    assertThat(decisions())
        .containsExactly(new SessionDecision(
            "s",
            SessionRuling.REJECT,
            RulingReason.HANDS_OUT_OF_VIEW,
            1,
            Instant.ofEpochMilli(SIGNED),
            new ReviewerMarks(SEED).of("https://review.example", "reviewer-17"),
            List.of(new LookedAt(0, 40), new LookedAt(90, 90)),
            null,
            "d-1"));
  }

  /** Nothing that is said of a session may let a frame out. */
  @ParameterizedTest
  @EnumSource(SessionRuling.class)
  void noDecisionAboutASessionMakesAnOverride(SessionRuling ruling) throws Exception {
    read(claims -> {
      claims.put("decision", ruling.name());
      if (ruling.answersAppeal()) {
        claims.put("appealed", "d-0").remove("reason");
      } else if (ruling == SessionRuling.ACCEPT) {
        claims.remove("reason");
      }
    });
    assertThat(decisions()).extracting(SessionDecision::ruling).containsExactly(ruling);
    assertThat(harness.extractOutputValues()).isEmpty();
  }

  @Test
  void anAppealNamesADecisionOrTheEngine() throws Exception {
    read(claims -> answer(claims, "d-0"));
    read(claims -> answer(claims, "engine"));
    assertThat(decisions()).extracting(SessionDecision::appealed).containsExactly("d-0", null);
  }

  private static void answer(ObjectNode claims, String appealed) {
    claims.put("decision", "APPEAL_UPHELD").put("appealed", appealed).remove("reason");
  }

  static Stream<Consumer<ObjectNode>> contradictions() {
    return Stream.of(
        claims -> claims.put("schema_version", "sightline-review-1"),
        claims -> claims.put("schema_version", "sightline-review-3"),
        claims -> claims.put("session", "t"),
        claims -> claims.put("more", "than is understood"),
        claims -> claims.put("frame", 4),
        claims -> claims.remove("reason"),
        claims -> claims.remove("jti"),
        claims -> claims.put("jti", "engine"),
        claims -> claims.put("reason", "hands"),
        claims -> claims.put("revision", 0),
        claims -> claims.put("appealed", "d-0"),
        claims -> claims.put("decision", "ACCEPT"),
        claims -> claims.put("decision", "APPEAL_DENIED"),
        claims -> claims.put("decision", "RELEASE"),
        claims -> claims.put("exp", ReceiptPen.NOW),
        claims -> span(claims).put("last", -1),
        claims -> span(claims).put("first", 41),
        claims -> span(claims).put("last", 90),
        claims -> span(claims).put("more", 1));
  }

  private static ObjectNode span(ObjectNode claims) {
    return (ObjectNode) claims.withArray("looked").get(0);
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void whatDoesNotReadToTheLetterIsRefused(Consumer<ObjectNode> wrong) throws Exception {
    read(wrong);
    assertRefused(RejectReason.REVIEW_INVALID);
  }

  @ParameterizedTest
  @EnumSource(RulingReason.class)
  void nobodyIsRejectedForWhatTheyCannotChange(RulingReason reason) throws Exception {
    read(claims -> claims.put("reason", reason.name()));
    if (reason.mayReject()) {
      assertThat(decisions()).hasSize(1);
    } else {
      assertRefused(RejectReason.REVIEW_CONDITION_NO_FAULT);
    }
  }

  @ParameterizedTest
  @EnumSource(RulingReason.class)
  void anybodyMayBeCoachedForAnything(RulingReason reason) throws Exception {
    read(claims -> claims.put("decision", "COACH").put("reason", reason.name()));
    assertThat(decisions()).extracting(SessionDecision::reason).containsExactly(reason);
  }

  @Test
  void aReasonOfALaterVersionIsToldApart() throws Exception {
    read(claims -> claims.put("reason", "OF_A_LATER_VERSION"));
    assertRefused(RejectReason.REVIEW_DECISION_UNKNOWN);
  }

  @Test
  void aDecisionCountsInItsTime() throws Exception {
    read(claims -> {}, SIGNED + 3_600_000);
    assertRefused(RejectReason.REVIEW_EXPIRED);
  }

  @Test
  void whatIsHandedOnNeedsNoKryo() {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(SessionDecision.class);
    assertThat(Objects.requireNonNull(TypeInformation.of(SessionDecision.class)))
        .isNotNull();
  }
}
