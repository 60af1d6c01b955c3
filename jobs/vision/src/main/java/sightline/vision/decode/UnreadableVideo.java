package sightline.vision.decode;

/** Thrown where a file cannot be opened as a video, or no frame of it can be decoded. */
public final class UnreadableVideo extends Exception {
  public UnreadableVideo(String message) {
    super(message);
  }

  public UnreadableVideo(String message, Throwable cause) {
    super(message, cause);
  }
}
