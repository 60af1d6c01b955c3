package sightline.app.compose;

/** The media that composites are made of are not there, or not readable; the message says which and how to mend it. */
public final class MediaMissing extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  MediaMissing(String message) {
    super(message);
  }
}
