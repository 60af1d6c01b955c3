package sightline.domain.frame;

import org.jspecify.annotations.Nullable;

/**
 * One record that was read and refused. It carries numbers and origin, never input text or pixels.
 *
 * @param measured the number that offended (bytes, pixels, degrees), null where none applies
 * @param limit the limit it was held against, null where none applies
 */
public record Rejection(
    Origin origin,
    RejectReason reason,
    @Nullable Long measured,
    @Nullable Long limit) {
  public static Rejection of(Origin origin, RejectReason reason) {
    return new Rejection(origin, reason, null, null);
  }
}
