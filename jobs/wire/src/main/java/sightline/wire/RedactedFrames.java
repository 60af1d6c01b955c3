package sightline.wire;

import java.nio.ByteBuffer;
import sightline.domain.privacy.Disposition;
import sightline.domain.redaction.RedactedFrame;

/** Redacted frames between domain and Avro. Times are carried in whole milliseconds. */
public final class RedactedFrames {
  private RedactedFrames() {}

  public static sightline.wire.avro.RedactedFrame toAvro(RedactedFrame frame) {
    return sightline.wire.avro.RedactedFrame.newBuilder()
        .setSession(frame.session())
        .setIndex(frame.index())
        .setRevision(frame.revision())
        .setCapturedAt(frame.capturedAt())
        .setDisposition(
            sightline.wire.avro.Disposition.valueOf(frame.disposition().name()))
        .setWidth(frame.width())
        .setHeight(frame.height())
        .setImage(ByteBuffer.wrap(frame.image()))
        .setPurposes(frame.purposes())
        .setPolicy(frame.policy())
        .setSignature(ByteBuffer.wrap(frame.signature()))
        .setSignedBy(frame.signedBy())
        .build();
  }

  /**
   * The signature is carried, not checked.
   *
   * @throws UnreadableRecord where it is encrypted or contradicts itself
   */
  public static RedactedFrame fromAvro(sightline.wire.avro.RedactedFrame frame)
      throws UnreadableRecord {
    return Reading.open(
        frame.getKeyId(),
        frame.getCipher(),
        () -> new RedactedFrame(
            frame.getSession(),
            frame.getIndex(),
            frame.getRevision(),
            frame.getCapturedAt(),
            Words.read(Disposition.class, frame.getDisposition().name()),
            frame.getWidth(),
            frame.getHeight(),
            bytes(frame.getImage()),
            frame.getPurposes(),
            frame.getPolicy(),
            bytes(frame.getSignature()),
            frame.getSignedBy()));
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
