package sightline.domain.framing;

/**
 * The motion between two frames with its place in time.
 *
 * @param atMillis the later frame's capture time, in epoch milliseconds of the device's clock
 * @param lastedMillis from the earlier frame to the later, above 0
 */
public record MotionStep(long atMillis, long lastedMillis, Motion motion) {
  public MotionStep {
    if (lastedMillis <= 0) {
      throw new IllegalArgumentException("a motion takes time, got %s ms".formatted(lastedMillis));
    }
  }
}
