package sightline.app.footage;

import java.io.Serializable;

/** What the frames of a session say of their sender. */
public record Labels(String task, String worker, String deviceClass, String region)
    implements Serializable {
  /** For media files of which nothing is known. */
  public static final Labels UNKNOWN = new Labels("free", "unknown", "unknown", "unknown");
}
