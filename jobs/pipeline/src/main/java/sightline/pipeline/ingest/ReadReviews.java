package sightline.pipeline.ingest;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightline.domain.frame.Incoming;
import sightline.domain.frame.RejectReason;
import sightline.domain.frame.Rejection;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.review.Review;
import sightline.domain.review.ReviewerMarks;
import sightline.domain.review.SessionDecision;
import sightline.wire.UnreadableRecord;
import sightline.wire.WireFormat;

/**
 * Turns signed reviews of frames into overrides, and hands on what was decided about sessions. It knows no directives: a review names the bytes it is about and the reasons it lifts, and whoever
 * applies an override holds them against the directive.
 */
final class ReadReviews extends ProcessFunction<Incoming, DirectiveOverride> {
  static final OutputTag<Rejection> REJECTED = new OutputTag<>("rejected-reviews") {};

  static final OutputTag<SessionDecision> DECISIONS = new OutputTag<>("session-decisions") {};

  /** Explicit typing (RFC 8725, 3.11): no other token under the same key passes for a review. */
  static final String TYPE = "sightline-review+jwt";

  private static final Logger LOG = LoggerFactory.getLogger(ReadReviews.class);

  private final ReviewSettings settings;
  private transient Supplier<SigningKeys> keys;
  private transient ReviewerMarks marks;

  @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else
  ReadReviews(ReviewSettings settings) {
    this.settings = settings;
  }

  /** With a counter {@code reviewKeysUnreadable} of new key files that did not read. */
  @Override
  public void open(OpenContext context) {
    marks = new ReviewerMarks(settings.marks().read());
    if (settings.keys().isEmpty()) {
      keys = () -> SigningKeys.NONE;
    } else {
      Counter unreadable = getRuntimeContext().getMetricGroup().counter("reviewKeysUnreadable");
      keys = new WatchedKeys(Path.of(settings.keys()), System::nanoTime, unreadable::inc)::current;
    }
  }

  /** A tombstone takes nothing back: what was said was said. */
  @Override
  public void processElement(Incoming incoming, Context context, Collector<DirectiveOverride> out) {
    if (incoming.value().length == 0) {
      return;
    }
    try {
      ReviewStatement said = believed(incoming);
      if (said instanceof ReviewStatement.OfSession about) {
        context.output(DECISIONS, about.decision());
      } else if (said instanceof ReviewStatement.OfFrame about) {
        out.collect(override(about.review()));
      }
    } catch (Refused no) {
      LOG.warn("a review is refused: {}", no.reason());
      context.output(REJECTED, Rejection.of(incoming.origin(), no.reason()));
    }
  }

  private ReviewStatement believed(Incoming incoming) throws Refused {
    sightline.wire.avro.Review said = read(incoming.value());
    Long appended = incoming.origin().appendedAtMillis();
    try {
      byte[] payload = SignedStatement.payload(said.getStatement(), TYPE, keys.get());
      ReviewStatement statement = ReviewClaims.read(payload, settings.issuer(), marks);
      Claims.require(statement.session().equals(said.getSession()));
      if (appended == null || !statement.holds().holdsAt(Instant.ofEpochMilli(appended))) {
        throw new Refused(RejectReason.REVIEW_EXPIRED);
      }
      return statement;
    } catch (NotBelieved quotesTheStatement) {
      throw new Refused(RejectReason.REVIEW_INVALID);
    }
  }

  private static DirectiveOverride override(Review review) throws Refused {
    try {
      return review.override();
    } catch (IllegalArgumentException quotesTheStatement) {
      throw new Refused(RejectReason.REVIEW_INVALID);
    }
  }

  private static sightline.wire.avro.Review read(byte[] value) throws Refused {
    try {
      sightline.wire.avro.Review review = WireFormat.REVIEW.decode(value);
      if (review.getKeyId() != null || review.getCipher() != null) {
        throw new Refused(RejectReason.CIPHER_UNSUPPORTED);
      }
      return review;
    } catch (UnreadableRecord e) {
      throw new Refused(RejectReason.UNREADABLE_RECORD);
    }
  }
}
