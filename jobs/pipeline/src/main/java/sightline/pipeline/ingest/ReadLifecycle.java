package sightline.pipeline.ingest;

import java.util.stream.Stream;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightline.domain.frame.Incoming;
import sightline.domain.frame.RejectReason;
import sightline.domain.frame.Rejection;
import sightline.domain.lifecycle.AssignmentBook.Waiting;
import sightline.domain.lifecycle.Details;
import sightline.domain.lifecycle.LifecycleEvent;
import sightline.domain.lifecycle.LifecycleRules;
import sightline.wire.LifecycleEvents;
import sightline.wire.UnreadableRecord;
import sightline.wire.WireFormat;

/**
 * Turns records of the lifecycle topic into events that wait for their turn. The sender's clock orders the steps of an assignment, so it is
 * held against the broker's: one that runs ahead would make everything after it late, and what is older than an assignment is
 * remembered cannot be held against what came before it.
 */
final class ReadLifecycle extends ProcessFunction<Incoming, Waiting> {
  static final OutputTag<Rejection> REJECTED = new OutputTag<>("rejected-lifecycle") {};

  private static final Logger LOG = LoggerFactory.getLogger(ReadLifecycle.class);

  private final LifecycleRules rules;

  ReadLifecycle(LifecycleRules rules) {
    this.rules = rules;
  }

  /** A tombstone takes nothing back: what happened did. */
  @Override
  public void processElement(Incoming incoming, Context context, Collector<Waiting> out) {
    if (incoming.value().length == 0) {
      return;
    }
    try {
      LifecycleEvent event = read(incoming.value());
      out.collect(new Waiting(event, incoming.origin(), arrived(incoming, event)));
    } catch (Refused no) {
      LOG.warn("a step of an assignment is refused: {}", no.reason());
      context.output(
          REJECTED, new Rejection(incoming.origin(), no.reason(), no.measured(), no.limit()));
    }
  }

  private long arrived(Incoming incoming, LifecycleEvent event) throws Refused {
    Long appended = incoming.origin().appendedAtMillis();
    long at = event.at().toEpochMilli();
    if (appended == null) {
      return at;
    }
    if (at > appended + rules.latenessMillis()) {
      throw new Refused(RejectReason.LIFECYCLE_INVALID, at, appended + rules.latenessMillis());
    }
    if (at < appended - rules.forgetMillis()) {
      throw new Refused(RejectReason.LIFECYCLE_LATE, at, appended - rules.forgetMillis());
    }
    return appended;
  }

  private static LifecycleEvent read(byte[] value) throws Refused {
    LifecycleEvent event;
    try {
      event = LifecycleEvents.fromAvro(WireFormat.LIFECYCLE_EVENT.decode(value));
    } catch (UnreadableRecord e) {
      throw new Refused(
          switch (e.why()) {
            case ENCRYPTED -> RejectReason.CIPHER_UNSUPPORTED;
            case CONTRADICTORY -> RejectReason.LIFECYCLE_INVALID;
            default -> RejectReason.UNREADABLE_RECORD;
          });
    }
    requireNames(event);
    return event;
  }

  /** What is kept for weeks must be short. */
  private static void requireNames(LifecycleEvent event) throws Refused {
    Details details = event.details();
    boolean named = Stream.of(
            event.id(),
            event.assignment(),
            event.worker(),
            event.task(),
            event.deviceClass(),
            event.region())
        .allMatch(HeaderChecks::isName);
    boolean detailed = Stream.of(
            details.session(),
            details.policyVersion(),
            details.consentStep(),
            details.question(),
            details.reason(),
            details.review())
        .allMatch(name -> name == null || HeaderChecks.isName(name));
    if (!named || !detailed) {
      throw new Refused(RejectReason.LIFECYCLE_INVALID);
    }
  }
}
