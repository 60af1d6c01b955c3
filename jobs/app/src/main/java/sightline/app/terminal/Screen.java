package sightline.app.terminal;

/** What the standard output is connected to. */
public enum Screen {
  /** A terminal with someone before it: lines may be redrawn in place. */
  TERMINAL,
  /** A file or a pipe: lines stay as they were written. */
  STREAM;

  /** As scripts/sightline saw it when it started this JVM, which cannot tell by itself before JDK 22. */
  public static Screen ofThisProcess() {
    return Boolean.getBoolean("sightline.terminal") ? TERMINAL : STREAM;
  }
}
