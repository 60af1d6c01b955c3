package sightline.pipeline.ingest;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import sightline.domain.consent.Occasion;
import sightline.domain.consent.Permit;
import sightline.domain.frame.AcceptedFrame;
import sightline.domain.frame.DrawnSignature;
import sightline.domain.frame.Footage;
import sightline.domain.frame.FrameHeader;
import sightline.domain.frame.Incoming;
import sightline.domain.frame.Origin;
import sightline.domain.frame.RejectReason;
import sightline.domain.frame.Rejection;
import sightline.domain.sound.Sound;
import sightline.vision.decode.ImageHeader;
import sightline.wire.UnreadableRecord;
import sightline.wire.WireFormat;
import sightline.wire.avro.Frame;
import sightline.wire.reference.NotFetched;
import sightline.wire.reference.ReferencedImages;

/** Turns records into frames, or into rejections with a reason and numbers. */
final class AcceptFrames extends ProcessFunction<Incoming, AcceptedFrame> {
  static final OutputTag<Rejection> REJECTED = new OutputTag<>("rejected") {};

  private final IngestSettings settings;
  private transient WireFormat<Frame> wire;
  private transient ReferencedImages referenced;
  private transient MessageDigest sha256;
  private transient Receipts receipts;

  @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else
  AcceptFrames(IngestSettings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) throws NoSuchAlgorithmException {
    wire = WireFormat.FRAME;
    referenced = new ReferencedImages(settings.references(), settings.referenceTimeout(), (int)
        settings.limits().maxBytes());
    sha256 = MessageDigest.getInstance("SHA-256");
    receipts = Receipts.under(settings.consent(), getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement(Incoming incoming, Context context, Collector<AcceptedFrame> out) {
    try {
      out.collect(accept(incoming));
    } catch (Refused no) {
      context.output(
          REJECTED, new Rejection(incoming.origin(), no.reason(), no.measured(), no.limit()));
    }
  }

  private AcceptedFrame accept(Incoming incoming) throws Refused {
    Frame frame = read(incoming.value());
    HeaderChecks.check(frame, settings.tasks());
    Sound sound = SoundChecks.sound(frame);
    byte[] image = image(frame);
    ImageHeader.Accepted seen = checked(ImageHeader.read(image, settings.limits()));
    if (seen.width() != frame.getWidth() || seen.height() != frame.getHeight()) {
      throw new Refused(
          RejectReason.SIZE_MISMATCH,
          (long) seen.width() * seen.height(),
          (long) frame.getWidth() * frame.getHeight());
    }
    FrameHeader header = HeaderChecks.header(frame, seen.exif());
    byte[] digest = sha256.digest(image);
    return new AcceptedFrame(
        header,
        incoming.origin(),
        image,
        HexFormat.of().formatHex(digest),
        footage(frame, digest),
        permit(frame, header, incoming.origin()),
        sound);
  }

  /** Held against the broker's clock, so that a replay from the log decides alike; without one, against the device's. */
  private Permit permit(Frame frame, FrameHeader header, Origin origin) {
    Long appended = origin.appendedAtMillis();
    return receipts.check(
        frame.getReceipt(),
        new Occasion(
            header.worker(),
            header.task(),
            header.deviceClass(),
            header.region(),
            appended == null ? header.capturedAt().toEpochMilli() : appended));
  }

  private Frame read(byte[] value) throws Refused {
    try {
      return wire.decode(value);
    } catch (UnreadableRecord e) {
      throw new Refused(RejectReason.UNREADABLE_RECORD, (long) value.length, null);
    }
  }

  private byte[] image(Frame frame) throws Refused {
    ByteBuffer inline = frame.getImage();
    if (inline != null) {
      byte[] bytes = new byte[inline.remaining()];
      inline.duplicate().get(bytes);
      return bytes;
    }
    String reference = frame.getReference();
    if (reference == null) {
      throw new Refused(RejectReason.EMPTY_IMAGE, 0L, null);
    }
    try {
      return referenced.fetch(reference);
    } catch (NotFetched no) {
      throw new Refused(no.reason(), no.measured(), no.limit());
    }
  }

  private static ImageHeader.Accepted checked(ImageHeader header) throws Refused {
    if (header instanceof ImageHeader.Refused no) {
      throw new Refused(no.reason(), no.measured(), no.limit());
    }
    return (ImageHeader.Accepted) header;
  }

  private Footage footage(Frame frame, byte[] digest) {
    ByteBuffer signature = frame.getDrawnSignature();
    if (signature == null || settings.drawnKey().length == 0) {
      return Footage.CAMERA;
    }
    byte[] signed = new byte[signature.remaining()];
    signature.duplicate().get(signed);
    return DrawnSignature.verify(
            settings.drawnKey(), frame.getSession(), frame.getIndex(), digest, signed)
        ? Footage.DRAWN
        : Footage.CAMERA;
  }
}
