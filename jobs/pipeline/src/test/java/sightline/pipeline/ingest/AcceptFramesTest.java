package sightline.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sightline.domain.frame.AcceptedFrame;
import sightline.domain.frame.DrawnSignature;
import sightline.domain.frame.Footage;
import sightline.domain.frame.RejectReason;
import sightline.domain.frame.Rejection;
import sightline.domain.frame.Rotation;
import sightline.pipeline.Sample;
import sightline.wire.avro.Frame;
import sightline.wire.avro.Vector;

class AcceptFramesTest {
  @SuppressWarnings("NullAway.Init") // every test opens it
  private AcceptHarness frames;

  @AfterEach
  void close() throws Exception {
    frames.close();
  }

  @Test
  void acceptsAGoodFrameWithTheDigestOfItsBytes() throws Exception {
    frames = AcceptHarness.open();
    frames.read(Sample.frame("s", 3));
    assertThat(frames.rejected()).isEmpty();
    assertThat(frames.accepted()).singleElement().satisfies(frame -> {
      assertThat(frame.header().index()).isEqualTo(3);
      assertThat(frame.sha256())
          .isEqualTo(HexFormat.of().formatHex(sha256(Sample.image(3, "jpg"))));
      assertThat(frame.footage()).isEqualTo(Footage.CAMERA);
    });
  }

  static Stream<Arguments> badHeaders() {
    return Stream.of(
        bad(RejectReason.METADATA_MISSING, frame -> frame.setSession(" ")),
        bad(RejectReason.METADATA_MISSING, frame -> frame.setWorker("")),
        bad(RejectReason.METADATA_ABSURD, frame -> frame.setSession("s".repeat(10_000))),
        bad(RejectReason.METADATA_ABSURD, frame -> frame.setRegion("a\nb")),
        bad(RejectReason.METADATA_ABSURD, frame -> frame.setIndex(-1)),
        bad(RejectReason.METADATA_ABSURD, frame -> frame.setRotation(37)),
        bad(RejectReason.METADATA_ABSURD, frame -> frame.setRotation(-90)),
        bad(RejectReason.METADATA_ABSURD, frame -> frame.setWidth(0)),
        bad(RejectReason.METADATA_ABSURD, frame -> frame.setCapturedAt(Instant.ofEpochMilli(-5))),
        bad(
            RejectReason.METADATA_ABSURD,
            frame -> frame.setGravity(new Vector(Float.NaN, 0f, 9.8f))),
        bad(RejectReason.METADATA_ABSURD, frame -> frame.setFieldOfViewDegrees(400f)),
        bad(RejectReason.UNKNOWN_TASK, frame -> frame.setTask("heist")),
        bad(RejectReason.CIPHER_UNSUPPORTED, frame -> frame.setKeyId("k1")),
        bad(RejectReason.SIZE_MISMATCH, frame -> frame.setWidth(Sample.WIDTH + 1)),
        bad(RejectReason.EMPTY_IMAGE, frame -> frame.setImage(null)),
        bad(RejectReason.EMPTY_IMAGE, frame -> frame.setImage(ByteBuffer.allocate(0))),
        bad(
            RejectReason.NOT_AN_IMAGE,
            frame -> frame.setImage(
                ByteBuffer.wrap("GIF89a not this".getBytes(StandardCharsets.US_ASCII)))),
        bad(
            RejectReason.TRUNCATED,
            frame ->
                frame.setImage(ByteBuffer.wrap(Sample.image(1, "jpg"), 0, 900).slice())),
        bad(RejectReason.TOO_MANY_BYTES, frame -> frame.setImage(ByteBuffer.allocate(6_000_000))),
        bad(
            RejectReason.REFERENCE_NOT_ALLOWED,
            frame -> frame.setImage(null).setReference("file:///etc/passwd")));
  }

  private static Arguments bad(RejectReason reason, Consumer<Frame.Builder> change) {
    return Arguments.of(reason, change);
  }

  @ParameterizedTest(name = "{0} {index}")
  @MethodSource("badHeaders")
  void refusesWithTheReason(RejectReason reason, Consumer<Frame.Builder> change) throws Exception {
    frames = AcceptHarness.open();
    Frame.Builder frame = Sample.frame("s", 1);
    change.accept(frame);
    frames.read(frame);
    frames.assertRefused(reason);
  }

  @Test
  void bytesThatAreNoRecordAreCountedAndNeverEndTheStream() throws Exception {
    frames = AcceptHarness.open();
    Random random = new Random(20261121);
    byte[] good = Sample.record("s", 1);
    for (int attempt = 0; attempt < 500; attempt++) {
      byte[] noise = attempt % 2 == 0 ? new byte[random.nextInt(400)] : good.clone();
      for (int change = 0; change < 1 + noise.length / 3; change++) {
        if (noise.length > 0) {
          noise[random.nextInt(noise.length)] = (byte) random.nextInt();
        }
      }
      frames.read(noise);
    }
    assertThat(frames.accepted().size() + frames.rejected().size()).isEqualTo(500);
    frames.read(good);
    assertThat(frames.accepted()).isNotEmpty();
  }

  @Test
  void theSendersRotationCountsBeforeTheImagesOwn() throws Exception {
    frames = AcceptHarness.open();
    frames.read(Sample.frame("s", 1).setRotation(270));
    assertThat(frames.accepted().get(0).header().rotation()).isEqualTo(Rotation.CLOCKWISE_270);
  }

  @Test
  void aTurnThatTheImageContradictsIsRefused() throws Exception {
    frames = AcceptHarness.open();
    byte[] turned = oriented(Sample.image(1, "jpg"), 6);
    frames.read(Sample.frame("s", 1).setImage(ByteBuffer.wrap(turned)));
    frames.read(Sample.frame("s", 1).setImage(ByteBuffer.wrap(turned)).setRotation(90));
    assertThat(frames.accepted())
        .extracting(frame -> frame.header().rotation())
        .containsExactly(Rotation.CLOCKWISE_90, Rotation.CLOCKWISE_90);
    frames.read(Sample.frame("s", 1).setImage(ByteBuffer.wrap(turned)).setRotation(180));
    assertThat(frames.rejected())
        .extracting(Rejection::reason)
        .containsExactly(RejectReason.METADATA_ABSURD);
  }

  /** The JPEG with an EXIF segment that holds nothing but an orientation. */
  private static byte[] oriented(byte[] jpeg, int orientation) {
    // APP1 of 34 bytes, "Exif", big-endian TIFF with one directory of one entry: 0x0112, a SHORT
    byte[] exif = HexFormat.of()
        .parseHex(
            "ffe10022457869660000" + "4d4d002a00000008" + "000101120003000000010000000000000000");
    exif[29] = (byte) orientation;
    return ByteBuffer.allocate(jpeg.length + exif.length)
        .put(jpeg, 0, 2)
        .put(exif)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  @Test
  void onlyASignatureOfThisRunMakesFootageDrawn() throws Exception {
    byte[] key = DrawnSignature.newKey();
    byte[] digest = sha256(Sample.image(1, "jpg"));
    frames = AcceptHarness.openFor(key);
    frames.read(Sample.frame("s", 1)
        .setDrawnSignature(ByteBuffer.wrap(DrawnSignature.sign(key, "s", 1, digest))));
    frames.read(Sample.frame("s", 1)
        .setDrawnSignature(ByteBuffer.wrap(DrawnSignature.sign(key, "s", 2, digest))));
    frames.read(Sample.frame("s", 1)
        .setDrawnSignature(
            ByteBuffer.wrap(DrawnSignature.sign(DrawnSignature.newKey(), "s", 1, digest))));
    frames.read(Sample.frame("s", 1).setDrawnSignature(ByteBuffer.wrap(new byte[3])));
    assertThat(frames.accepted())
        .extracting(AcceptedFrame::footage)
        .containsExactly(Footage.DRAWN, Footage.CAMERA, Footage.CAMERA, Footage.CAMERA);
  }

  private static byte[] sha256(byte[] bytes) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }
}
