package sightline.wire.reference;

import org.jspecify.annotations.Nullable;
import sightline.domain.frame.RejectReason;

/** A referenced image was not to be had. Carries a reason and numbers, never input text. */
public final class NotFetched extends Exception {
  private static final long serialVersionUID = 1L;

  private final RejectReason reason;
  private final @Nullable Long measured;
  private final @Nullable Long limit;

  NotFetched(RejectReason reason) {
    this(reason, null, null);
  }

  NotFetched(RejectReason reason, @Nullable Long measured, @Nullable Long limit) {
    super(reason.name(), null, false, false);
    this.reason = reason;
    this.measured = measured;
    this.limit = limit;
  }

  /** REFERENCE_NOT_ALLOWED, REFERENCE_UNAVAILABLE or TOO_MANY_BYTES. */
  public RejectReason reason() {
    return reason;
  }

  public @Nullable Long measured() {
    return measured;
  }

  public @Nullable Long limit() {
    return limit;
  }
}
