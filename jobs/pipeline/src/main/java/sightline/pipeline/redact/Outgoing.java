package sightline.pipeline.redact;

import org.jspecify.annotations.Nullable;
import sightline.domain.redaction.RedactedFrame;

/**
 * What goes to those who may see frames.
 *
 * @param frame null where what went out is taken back
 */
public record Outgoing(String session, int index, @Nullable RedactedFrame frame) {
  static Outgoing of(RedactedFrame frame) {
    return new Outgoing(frame.session(), frame.index(), frame);
  }

  static Outgoing tombstone(String session, int index) {
    return new Outgoing(session, index, null);
  }

  /** Of its record. */
  public String key() {
    return RedactedFrame.key(session, index);
  }
}
