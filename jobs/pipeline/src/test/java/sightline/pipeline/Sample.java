package sightline.pipeline;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import sightline.domain.assessment.AssessedFrame;
import sightline.domain.assessment.Assessment;
import sightline.domain.assessment.Decoding;
import sightline.domain.consent.Permit;
import sightline.domain.frame.Footage;
import sightline.domain.frame.FrameHeader;
import sightline.domain.frame.Origin;
import sightline.domain.frame.Phase;
import sightline.domain.frame.Rotation;
import sightline.domain.framing.CameraView;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.DetectorReading;
import sightline.domain.privacy.Looked;
import sightline.domain.quality.Exposure;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Occlusion;
import sightline.domain.quality.Sharpness;
import sightline.domain.quality.Unassessed;
import sightline.domain.sound.Speech;
import sightline.pipeline.job.Key;
import sightline.pipeline.job.Settings;
import sightline.pipeline.job.SettingsReader;
import sightline.wire.WireFormat;
import sightline.wire.avro.Frame;

/** Frames for tests. */
public final class Sample {
  public static final int WIDTH = 160;
  public static final int HEIGHT = 120;

  private Sample() {}

  /** A picture that no two seeds share. */
  public static byte[] image(long seed, String format) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    Random random = new Random(seed);
    for (int stroke = 0; stroke < 40; stroke++) {
      pen.setColor(new Color(random.nextInt(1 << 24)));
      pen.fillRect(random.nextInt(WIDTH), random.nextInt(HEIGHT), 40, 30);
    }
    pen.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static Frame.Builder frame(String session, int index) {
    return Frame.newBuilder()
        .setSession(session)
        .setIndex(index)
        .setTask("free")
        .setWorker("w-1")
        .setDeviceClass("phone-mid")
        .setRegion("ke-nairobi")
        .setPhase(sightline.wire.avro.Phase.RECORDING)
        .setCapturedAt(Instant.ofEpochMilli(1_000_000_000_000L + 100L * index))
        .setWidth(WIDTH)
        .setHeight(HEIGHT)
        .setRotation(0)
        .setEndOfSession(false)
        .setImage(ByteBuffer.wrap(image(index, "jpg")));
  }

  public static byte[] record(String session, int index) {
    return WireFormat.FRAME.encode(frame(session, index).build());
  }

  /** What assess would have said of a clean frame that only the face model looked at. */
  public static AssessedFrame unlooked(
      String session, int index, long capturedAt, @Nullable Long appendedAt) {
    return readings(
        assessed(session, index, capturedAt, appendedAt, index),
        kind -> DetectorReading.without(
            kind, kind == DetectorKind.FACE ? Looked.WITH_MODEL : Looked.NOT_SCHEDULED));
  }

  /** The same frame in which a model found these. */
  public static AssessedFrame showing(
      AssessedFrame frame, DetectorKind shown, Detection... detections) {
    return readings(
        frame,
        kind -> kind == shown
            ? new DetectorReading(kind, Looked.WITH_MODEL, List.of(detections))
            : frame.assessment().reading(kind));
  }

  private static AssessedFrame readings(
      AssessedFrame frame, Function<DetectorKind, DetectorReading> reading) {
    Assessment seen = frame.assessment();
    return frame.with(new Assessment(
        seen.decoding(),
        seen.upright(),
        seen.exposure(),
        seen.sharpness(),
        seen.noise(),
        seen.lens(),
        seen.view(),
        seen.camera(),
        Arrays.stream(DetectorKind.values()).map(reading).toList(),
        seen.models()));
  }

  /** What assess would have said of a clean frame. */
  public static AssessedFrame assessed(
      String session, int index, long capturedAt, @Nullable Long appendedAt, long offset) {
    return assessed(session, index, capturedAt, appendedAt, offset, false);
  }

  public static AssessedFrame assessed(
      String session,
      int index,
      long capturedAt,
      @Nullable Long appendedAt,
      long offset,
      boolean last) {
    FrameHeader header = new FrameHeader(
        session,
        index,
        "free",
        "w-1",
        "phone-mid",
        "ke-nairobi",
        Phase.RECORDING,
        Instant.ofEpochMilli(capturedAt),
        WIDTH,
        HEIGHT,
        Rotation.NONE,
        last);
    Measure good = Measure.of(0.5);
    Assessment seen = new Assessment(
        Decoding.DECODED,
        Rotation.NONE,
        new Exposure(good, Measure.of(0), Measure.of(0), good),
        new Sharpness(good, Measure.of(0)),
        Measure.of(0),
        Occlusion.none(),
        Occlusion.none(),
        CameraView.unassessed(Unassessed.NOT_IN_THIS_VERSION),
        Arrays.stream(DetectorKind.values())
            .map(kind -> DetectorReading.without(kind, Looked.WITH_MODEL))
            .toList(),
        "face/test-1");
    return new AssessedFrame(
        header,
        new Origin("frames", 0, offset, appendedAt),
        "00".repeat(32),
        Footage.CAMERA,
        Permit.NOT_ASKED,
        Speech.NO_SOUND,
        seen);
  }

  /** Settings for tests: no consent asked, no metrics served; the folder of the checkout's models. */
  public static Settings settings(Map<String, String> more) {
    Map<String, String> given = new LinkedHashMap<>();
    given.put(Key.MODELS.id(), models().toString());
    given.put(Key.CONSENT.id(), "off");
    given.put(Key.METRICS_PORT.id(), "-1");
    given.putAll(more);
    return SettingsReader.read(given, new byte[0]);
  }

  public static Path models() {
    return Path.of(System.getProperty("sightline.root", "../.."), "models");
  }
}
