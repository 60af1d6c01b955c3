package sightline.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sightline.domain.frame.AcceptedFrame;
import sightline.domain.frame.DrawnSignature;
import sightline.domain.frame.Footage;
import sightline.domain.frame.Incoming;
import sightline.domain.frame.Origin;
import sightline.domain.frame.RejectReason;
import sightline.domain.frame.Rejection;
import sightline.domain.frame.Rotation;
import sightline.pipeline.Sample;
import sightline.wire.WireFormat;
import sightline.wire.avro.Frame;
import sightline.wire.avro.Vector;

class AcceptFramesTest {
  private static final Origin ORIGIN = new Origin("frames", 1, 42, 5L);

  @SuppressWarnings("NullAway.Init") // every test opens it
  private OneInputStreamOperatorTestHarness<Incoming, AcceptedFrame> harness;

  private void open(Map<String, String> more, byte[] key) throws Exception {
    IngestSettings settings = Sample.settings(more).ingest();
    harness = new OneInputStreamOperatorTestHarness<>(
        new ProcessOperator<>(new AcceptFrames(new IngestSettings(
            settings.tasks(),
            settings.limits(),
            settings.references(),
            settings.referenceTimeout(),
            key))));
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void read(byte[] value) throws Exception {
    harness.processElement(new Incoming(ORIGIN, value), 5);
  }

  private void read(Frame.Builder frame) throws Exception {
    read(WireFormat.FRAME.encode(frame.build()));
  }

  private List<Rejection> rejected() {
    var records = harness.getSideOutput(AcceptFrames.REJECTED);
    return records == null
        ? List.of()
        : records.stream().map(record -> record.getValue()).toList();
  }

  private void assertRefused(RejectReason reason) {
    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(rejected()).singleElement().satisfies(rejection -> {
      assertThat(rejection.reason()).isEqualTo(reason);
      assertThat(rejection.origin()).isEqualTo(ORIGIN);
    });
  }

  @Test
  void acceptsAGoodFrameWithTheDigestOfItsBytes() throws Exception {
    open(Map.of(), new byte[0]);
    read(Sample.frame("s", 3));
    assertThat(rejected()).isEmpty();
    assertThat(harness.extractOutputValues()).singleElement().satisfies(frame -> {
      assertThat(frame.header().index()).isEqualTo(3);
      assertThat(frame.sha256()).isEqualTo(sha256(Sample.image(3, "jpg")));
      assertThat(frame.footage()).isEqualTo(Footage.CAMERA);
    });
  }

  private static String sha256(byte[] bytes) throws Exception {
    return java.util.HexFormat.of()
        .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
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
    open(Map.of(), new byte[0]);
    Frame.Builder frame = Sample.frame("s", 1);
    change.accept(frame);
    read(frame);
    assertRefused(reason);
  }

  @Test
  void bytesThatAreNoRecordAreCountedAndNeverEndTheStream() throws Exception {
    open(Map.of(), new byte[0]);
    Random random = new Random(20261121);
    byte[] good = Sample.record("s", 1);
    for (int attempt = 0; attempt < 500; attempt++) {
      byte[] noise = attempt % 2 == 0 ? new byte[random.nextInt(400)] : good.clone();
      for (int change = 0; change < 1 + noise.length / 3; change++) {
        if (noise.length > 0) {
          noise[random.nextInt(noise.length)] = (byte) random.nextInt();
        }
      }
      read(noise);
    }
    assertThat(harness.extractOutputValues().size() + rejected().size()).isEqualTo(500);
    read(good);
    assertThat(harness.extractOutputValues()).isNotEmpty();
  }

  @Test
  void theSendersRotationCountsBeforeTheImagesOwn() throws Exception {
    open(Map.of(), new byte[0]);
    read(Sample.frame("s", 1).setRotation(270));
    assertThat(harness.extractOutputValues().get(0).header().rotation())
        .isEqualTo(Rotation.CLOCKWISE_270);
  }

  @Test
  void aTurnThatTheImageContradictsIsRefused() throws Exception {
    open(Map.of(), new byte[0]);
    byte[] turned = oriented(Sample.image(1, "jpg"), 6);
    read(Sample.frame("s", 1).setImage(ByteBuffer.wrap(turned)));
    read(Sample.frame("s", 1).setImage(ByteBuffer.wrap(turned)).setRotation(90));
    assertThat(harness.extractOutputValues())
        .extracting(frame -> frame.header().rotation())
        .containsExactly(Rotation.CLOCKWISE_90, Rotation.CLOCKWISE_90);
    read(Sample.frame("s", 1).setImage(ByteBuffer.wrap(turned)).setRotation(180));
    assertThat(rejected())
        .extracting(Rejection::reason)
        .containsExactly(RejectReason.METADATA_ABSURD);
  }

  /** The JPEG with an EXIF segment that holds nothing but an orientation. */
  private static byte[] oriented(byte[] jpeg, int orientation) {
    byte[] exif = {
      (byte) 0xFF,
      (byte) 0xE1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      1,
      18,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0,
      0,
      0,
      0,
      0
    };
    return ByteBuffer.allocate(jpeg.length + exif.length)
        .put(jpeg, 0, 2)
        .put(exif)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  @Test
  void onlyASignatureOfThisRunMakesFootageDrawn() throws Exception {
    byte[] key = DrawnSignature.newKey();
    byte[] digest =
        java.security.MessageDigest.getInstance("SHA-256").digest(Sample.image(1, "jpg"));
    open(Map.of(), key);
    read(Sample.frame("s", 1)
        .setDrawnSignature(ByteBuffer.wrap(DrawnSignature.sign(key, "s", 1, digest))));
    read(Sample.frame("s", 1)
        .setDrawnSignature(ByteBuffer.wrap(DrawnSignature.sign(key, "s", 2, digest))));
    read(Sample.frame("s", 1)
        .setDrawnSignature(
            ByteBuffer.wrap(DrawnSignature.sign(DrawnSignature.newKey(), "s", 1, digest))));
    read(Sample.frame("s", 1).setDrawnSignature(ByteBuffer.wrap(new byte[3])));
    assertThat(harness.extractOutputValues())
        .extracting(AcceptedFrame::footage)
        .containsExactly(Footage.DRAWN, Footage.CAMERA, Footage.CAMERA, Footage.CAMERA);
  }

  @Test
  void followsReferencesBelowAPrefixAndNowhereElse(@TempDir Path folder) throws Exception {
    Path allowed = Files.createDirectories(folder.resolve("frames"));
    Path outside = Files.write(folder.resolve("secret.jpg"), Sample.image(1, "jpg"));
    Files.write(allowed.resolve("good.jpg"), Sample.image(1, "jpg"));
    Files.createSymbolicLink(allowed.resolve("way-out.jpg"), outside);
    String prefix = "file://" + allowed + "/";
    open(Map.of("ingest.references", prefix), new byte[0]);
    for (String reference : List.of(
        prefix + "good.jpg",
        prefix + "../secret.jpg",
        prefix + "%2e%2e/secret.jpg",
        prefix + "way-out.jpg",
        "file://" + outside,
        "file://elsewhere" + allowed + "/good.jpg",
        "http://127.0.0.1/good.jpg",
        prefix + "gone.jpg",
        "not a uri \u0000")) {
      read(Sample.frame("s", 1).setImage(null).setReference(reference));
    }
    assertThat(harness.extractOutputValues()).hasSize(1);
    assertThat(rejected())
        .extracting(Rejection::reason)
        .containsExactly(
            RejectReason.REFERENCE_NOT_ALLOWED,
            RejectReason.REFERENCE_NOT_ALLOWED,
            RejectReason.REFERENCE_NOT_ALLOWED,
            RejectReason.REFERENCE_NOT_ALLOWED,
            RejectReason.REFERENCE_NOT_ALLOWED,
            RejectReason.REFERENCE_NOT_ALLOWED,
            RejectReason.REFERENCE_UNAVAILABLE,
            RejectReason.REFERENCE_NOT_ALLOWED);
  }

  @Test
  void fetchesOverHttpWithoutRedirectsAndWithinBounds() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] good = Sample.image(1, "jpg");
    server.createContext("/frames/good.jpg", exchange -> {
      exchange.sendResponseHeaders(200, good.length);
      exchange.getResponseBody().write(good);
      exchange.close();
    });
    server.createContext("/frames/moved.jpg", exchange -> {
      exchange.getResponseHeaders().add("Location", "/frames/good.jpg");
      exchange.sendResponseHeaders(302, -1);
      exchange.close();
    });
    server.createContext("/frames/endless.jpg", exchange -> {
      exchange.sendResponseHeaders(200, 0);
      byte[] block = new byte[1 << 16];
      Arrays.fill(block, (byte) 7);
      try {
        for (int sent = 0; sent < 1_000; sent++) {
          exchange.getResponseBody().write(block);
        }
      } catch (java.io.IOException e) {
        exchange.close();
      }
    });
    server.createContext("/frames/stuck.jpg", exchange -> {});
    server.start();
    try {
      String prefix =
          "http://127.0.0.1:%d/frames/".formatted(server.getAddress().getPort());
      open(Map.of("ingest.references", prefix, "ingest.reference-timeout", "800 ms"), new byte[0]);
      for (String name :
          List.of("good.jpg", "moved.jpg", "endless.jpg", "stuck.jpg", "missing.jpg")) {
        read(Sample.frame("s", 1).setImage(null).setReference(prefix + name));
      }
    } finally {
      server.stop(0);
    }
    assertThat(harness.extractOutputValues()).hasSize(1);
    assertThat(rejected())
        .extracting(Rejection::reason)
        .containsExactly(
            RejectReason.REFERENCE_NOT_ALLOWED,
            RejectReason.TOO_MANY_BYTES,
            RejectReason.REFERENCE_UNAVAILABLE,
            RejectReason.REFERENCE_UNAVAILABLE);
  }
}
