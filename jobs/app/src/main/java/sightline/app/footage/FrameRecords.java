package sightline.app.footage;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sightline.domain.sound.Sound;
import sightline.wire.WireFormat;
import sightline.wire.avro.Frame;
import sightline.wire.avro.Pcm;
import sightline.wire.avro.Phase;

/** Frame records as a sender writes them. */
public final class FrameRecords {
  private FrameRecords() {}

  /** Without a consent receipt. */
  public static byte[] encode(
      String session, Labels labels, Shot shot, Instant start, boolean last) {
    return encode(session, labels, null, shot, start, last);
  }

  /**
   * @param receipt consent of the sender; null for none
   * @param start capture time of the session's start
   * @param last whether nothing follows in this session
   * @return the bytes of one value of the topic {@code frames}
   */
  public static byte[] encode(
      String session,
      Labels labels,
      @Nullable String receipt,
      Shot shot,
      Instant start,
      boolean last) {
    return WireFormat.FRAME.encode(Frame.newBuilder()
        .setSession(session)
        .setIndex(shot.index())
        .setTask(labels.task())
        .setWorker(labels.worker())
        .setDeviceClass(labels.deviceClass())
        .setRegion(labels.region())
        .setPhase(Phase.RECORDING)
        .setCapturedAt(shot.capturedAt(start))
        .setWidth(shot.width())
        .setHeight(shot.height())
        .setRotation(shot.rotation().degrees())
        .setEndOfSession(last)
        .setReceipt(receipt)
        .setImage(ByteBuffer.wrap(shot.image()))
        .setDrawnSignature(
            shot.drawnSignature() == null ? null : ByteBuffer.wrap(shot.drawnSignature()))
        .setAudio(pcm(shot.sound(), start))
        .build());
  }

  private static @Nullable Pcm pcm(@Nullable Sound sound, Instant start) {
    return sound == null
        ? null
        : new Pcm(
            sound.sampleRateHz(),
            start.plusMillis(sound.startsAt().toEpochMilli()),
            ByteBuffer.wrap(sound.samples()));
  }
}
