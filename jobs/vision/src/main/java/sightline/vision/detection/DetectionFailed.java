package sightline.vision.detection;

/** Thrown where a detector could not look, or answered nonsense. Whoever catches it must treat the frame as not seen. */
public final class DetectionFailed extends RuntimeException {
  public DetectionFailed(String message) {
    super(message);
  }

  public DetectionFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
