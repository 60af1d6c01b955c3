package sightline.pipeline.ingest;

import org.jspecify.annotations.Nullable;
import sightline.domain.frame.RejectReason;

/** A header check said no. Carries a reason and numbers, never input text. */
final class Refused extends Exception {
  private final RejectReason reason;
  private final @Nullable Long measured;
  private final @Nullable Long limit;

  Refused(RejectReason reason) {
    this(reason, null, null);
  }

  Refused(RejectReason reason, @Nullable Long measured, @Nullable Long limit) {
    super(reason.name(), null, false, false);
    this.reason = reason;
    this.measured = measured;
    this.limit = limit;
  }

  RejectReason reason() {
    return reason;
  }

  @Nullable
  Long measured() {
    return measured;
  }

  @Nullable
  Long limit() {
    return limit;
  }
}
