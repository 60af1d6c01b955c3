package sightline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static sightline.app.Decided.face;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Java2DFrameConverter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.app.drawn.DrawnScene;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Lift;
import sightline.domain.privacy.MutedSpan;
import sightline.domain.privacy.OverrideCause;
import sightline.domain.privacy.WithholdReason;
import sightline.vision.decode.Appearance;
import sightline.vision.decode.SoundBlock;
import sightline.vision.decode.SoundReader;
import sightline.vision.decode.VideoFrame;
import sightline.vision.decode.VideoReader;
import sightline.vision.redaction.RedactFrame;
import sightline.wire.JsonLines;

/** Media files and directives in, files that may be seen out. */
class RedactIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FRAMES = 20;
  private static final int FRAMES_A_SECOND = 10;
  private static final int RATE = 16_000;
  private static final int NEARLY_BLACK = 24;

  @TempDir
  private Path folder;

  private Path media() throws IOException {
    return Files.createDirectories(folder.resolve("media"));
  }

  private Path out() {
    return folder.resolve("out");
  }

  private Path analysis() {
    return folder.resolve("analysis");
  }

  private Cli redact(Object... more) throws IOException {
    List<Object> words =
        new ArrayList<>(List.of("redact", media(), "--directives", analysis(), "--out", out()));
    words.addAll(List.of(more));
    return Cli.run(words.toArray());
  }

  private JsonNode summary() throws IOException {
    return JSON.readTree(out().resolve("redact.json").toFile());
  }

  private static byte[] photo() {
    return DrawnScene.of(1, 0).jpeg(0);
  }

  private static BufferedImage bgr(BufferedImage drawn, int width, int height) {
    BufferedImage bgr = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    bgr.createGraphics().drawImage(drawn, 0, 0, width, height, null);
    return bgr;
  }

  /** A drawn scene with a tone and with all that phones write about where and when. */
  private static Path video(Path file, int width, int height) throws IOException {
    DrawnScene scene = DrawnScene.of(1, 0);
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), width, height, 1);
        Java2DFrameConverter converter = new Java2DFrameConverter()) {
      recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4);
      recorder.setVideoQuality(2);
      recorder.setFrameRate(FRAMES_A_SECOND);
      recorder.setAudioCodec(avcodec.AV_CODEC_ID_AAC);
      recorder.setSampleRate(RATE);
      recorder.setAspectRatio(4.0 / 3);
      recorder.setVideoOption("colorspace", "1");
      recorder.setVideoOption("color_primaries", "1");
      recorder.setVideoOption("color_trc", "1");
      recorder.setMetadata("title", "CANARY of Erika");
      recorder.setMetadata("location", "+52.5163+013.3777/");
      recorder.setMetadata("creation_time", "2026-03-01T10:15:30Z");
      recorder.setVideoMetadata("creation_time", "2026-03-01T10:15:30Z");
      recorder.start();
      for (int index = 0; index < FRAMES; index++) {
        recorder.record(converter.convert(bgr(scene.draw(index), width, height)));
        recorder.recordSamples(RATE, 1, ShortBuffer.wrap(tone(index)));
      }
    }
    return file;
  }

  private static short[] tone(int frame) {
    short[] samples = new short[RATE / FRAMES_A_SECOND];
    for (int at = 0; at < samples.length; at++) {
      double seconds = (double) (frame * samples.length + at) / RATE;
      samples[at] = (short) (10_000 * Math.sin(2 * Math.PI * 440 * seconds));
    }
    return samples;
  }

  private static List<VideoFrame> frames(Path file) throws Exception {
    List<VideoFrame> frames = new ArrayList<>();
    try (VideoReader reader = VideoReader.open(file)) {
      reader.forEachRemaining(frames::add);
    }
    return frames;
  }

  private static Appearance appearance(Path file) throws Exception {
    try (VideoReader reader = VideoReader.open(file)) {
      return reader.appearance();
    }
  }

  private static BufferedImage picture(byte[] image) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(image));
  }

  /** 0 to 255. */
  private static int brightest(BufferedImage picture, int x, int y, int width, int height) {
    int most = 0;
    for (int row = y; row < y + height; row++) {
      for (int column = x; column < x + width; column++) {
        int rgb = picture.getRGB(column, row);
        most = Math.max(most, Math.max(rgb & 0xFF, Math.max(rgb >> 8 & 0xFF, rgb >> 16 & 0xFF)));
      }
    }
    return most;
  }

  @Test
  void aPhotoComesOutWithItsRegionsFilledAndNothingElseInIt() throws Exception {
    byte[] plain = photo();
    byte[] canary = "Exif\0\0GPS CANARY".getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer talkative = ByteBuffer.allocate(plain.length + canary.length + 4)
        .put(plain, 0, 2)
        .putShort((short) 0xFFE1)
        .putShort((short) (canary.length + 2))
        .put(canary)
        .put(plain, 2, plain.length - 2);
    Files.createDirectories(media().resolve("kitchen"));
    Files.write(media().resolve("kitchen/erika.jpg"), talkative.array());
    Decided.about(media()).hidden(0, face(100, 60, 80, 70)).in(analysis());

    Cli cli = redact();

    assertThat(cli.exit()).as(cli.said()).isZero();
    byte[] result = Files.readAllBytes(out().resolve("kitchen/erika.jpg"));
    assertThat(new String(result, StandardCharsets.ISO_8859_1))
        .doesNotContain("CANARY")
        .doesNotContain("Exif");
    assertThat(brightest(picture(result), 100, 60, 80, 70)).isLessThan(NEARLY_BLACK);
    assertThat(summary().path("frames").path("redacted").asInt()).isEqualTo(1);
    assertThat(summary().path("regions").asInt()).isEqualTo(1);
    assertThat(summary().path("method").asText()).isEqualTo("fill");
    assertThat(summary().path("analysedUnder").get(0).asText())
        .contains("policy test-1, consent OFF");
  }

  @Test
  void aVideoKeepsItsFramesTheirSizeAndTimesAndNothingElse() throws Exception {
    Path clip = video(media().resolve("clip.mp4"), 320, 240);
    Decided.about(media()).hidden(3, face(101, 61, 83, 71)).withheld(5).in(analysis());

    Cli cli = redact();

    assertThat(cli.exit()).as(cli.said()).isZero();
    Path result = out().resolve("clip.mp4");
    List<VideoFrame> before = frames(clip);
    List<VideoFrame> after = frames(result);
    assertThat(after.stream().map(VideoFrame::timestampMillis))
        .hasSize(FRAMES)
        .isEqualTo(before.stream().map(VideoFrame::timestampMillis).toList());
    assertThat(appearance(result)).isEqualTo(appearance(clip));
    assertThat(appearance(result).matrix()).isEqualTo(1);
    assertThat(brightest(picture(after.get(3).jpeg()), 101, 61, 83, 71)).isLessThan(NEARLY_BLACK);
    assertThat(brightest(picture(after.get(4).jpeg()), 101, 61, 83, 71)).isGreaterThan(100);
    assertThat(brightest(picture(after.get(5).jpeg()), 0, 0, 320, 240)).isLessThan(NEARLY_BLACK);
    assertThat(Files.readString(result, StandardCharsets.ISO_8859_1))
        .doesNotContain("CANARY")
        .doesNotContain("52.5163")
        .doesNotContain("Lavf");
    try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(result.toFile())) {
      grabber.start();
      assertThat(grabber.getMetadata().keySet())
          .doesNotContain("creation_time", "location", "title", "encoder");
      assertThat(grabber.getVideoMetadata().keySet()).doesNotContain("creation_time");
      assertThat(grabber.hasAudio()).as("all of the sound is muted").isFalse();
      assertThat(grabber.getVideoCodecName()).isEqualTo("h264");
    }
    assertThat(summary().path("media").get(0).path("sound").asText()).isEqualTo("left_out");
    assertThat(summary().path("frames").toString())
        .isEqualTo("{\"released\":18,\"redacted\":1,\"withheld\":1}");
  }

  @Test
  void aVideoOfOddSidesHasItsLastRowAndColumnTwice() throws Exception {
    Path odd = media().resolve("odd.mkv");
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(odd.toFile(), 320, 243)) {
      recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4);
      recorder.setFrameRate(FRAMES_A_SECOND);
      recorder.start();
      try (Java2DFrameConverter converter = new Java2DFrameConverter()) {
        for (int index = 0; index < FRAMES; index++) {
          recorder.record(converter.convert(bgr(DrawnScene.of(1, 0).draw(index), 320, 243)));
        }
      }
    }
    Decided.about(media()).hidden(3, face(0, 200, 64, 43)).in(analysis());

    assertThat(redact().exit()).isZero();

    assertThat(frames(odd)).allMatch(frame -> frame.height() == 243);
    List<VideoFrame> after = frames(out().resolve("odd.mkv.mp4"));
    assertThat(after).hasSize(FRAMES).allMatch(frame -> frame.height() == 244);
    assertThat(brightest(picture(after.get(3).jpeg()), 0, 200, 64, 44)).isLessThan(NEARLY_BLACK);
  }

  /** A transport stream begins at 1.4 seconds by its own clock. */
  @Test
  void timesAreKeptWhereverTheyBegin() throws Exception {
    Path clip = video(media().resolve("clip.ts"), 320, 240);
    Decided.about(media())
        .heardBut(new MutedSpan(Instant.ofEpochMilli(1), Instant.ofEpochMilli(2)))
        .in(analysis());

    assertThat(redact().exit()).isZero();

    assertThat(frames(clip).get(0).timestampMillis()).isPositive();
    assertThat(frames(out().resolve("clip.ts.mp4")).stream().map(VideoFrame::timestampMillis))
        .isEqualTo(frames(clip).stream().map(VideoFrame::timestampMillis).toList());
    assertThat(loudest("clip.ts.mp4", 1_600, 3_000)).isBetween(8_000, 12_000);
  }

  @Test
  void aVideoThatWasHeldOnItsSideStandsUpright() throws Exception {
    Path clip = video(media().resolve("turned.mp4"), 320, 240);
    byte[] film = Files.readAllBytes(clip);
    int[] quarterTurn = {0, 0x10000, 0, -0x10000, 0, 0, 240 << 16, 0, 0x40000000};
    int track = new String(film, StandardCharsets.ISO_8859_1).indexOf("tkhd") + 4;
    ByteBuffer.wrap(film).position(track + 40).slice().asIntBuffer().put(quarterTurn);
    Files.write(clip, film);
    Decided.about(media()).hidden(2, face(0, 0, 64, 32)).in(analysis());

    assertThat(redact().exit()).isZero();

    VideoFrame upright = frames(out().resolve("turned.mp4")).get(2);
    assertThat(upright.width()).isEqualTo(240);
    assertThat(upright.height()).isEqualTo(320);
    assertThat(appearance(out().resolve("turned.mp4")))
        .isEqualTo(appearance(clip).turned());
    assertThat(brightest(picture(upright.jpeg()), 208, 0, 32, 64)).isLessThan(NEARLY_BLACK);
  }

  @Test
  void soundIsSilentWhereItMayNotBeHeardAndKeptElsewhere() throws Exception {
    video(media().resolve("clip.mp4"), 320, 240);
    MutedSpan voice = new MutedSpan(Instant.ofEpochMilli(420), Instant.ofEpochMilli(780));
    // frame 12 is black, so what is heard with it is not for anyone either: 1200 to 1300 ms
    Decided.about(media()).heardBut(voice).withheld(12).in(analysis());

    assertThat(redact().exit()).isZero();

    assertThat(loudest("clip.mp4", 100, 400)).isBetween(8_000, 12_000);
    assertThat(loudest("clip.mp4", 450, 750)).isLessThan(100);
    assertThat(loudest("clip.mp4", 800, 1_180)).isBetween(8_000, 12_000);
    assertThat(loudest("clip.mp4", 1_230, 1_270)).isLessThan(100);
    assertThat(loudest("clip.mp4", 1_330, 1_900)).isBetween(8_000, 12_000);
    assertThat(summary().path("media").get(0).path("sound").asText()).isEqualTo("silenced");
  }

  private int loudest(String name, long fromMillis, long toMillis) {
    int most = 0;
    try (SoundReader sound = SoundReader.open(out().resolve(name)).orElseThrow()) {
      for (Optional<SoundBlock> block = sound.next(); block.isPresent(); block = sound.next()) {
        short[] samples = block.get().samples();
        for (int at = 0; at < samples.length; at++) {
          double millis = block.get().micros() / 1000.0 + 1000.0 * at / RATE;
          if (millis >= fromMillis && millis < toMillis) {
            most = Math.max(most, Math.abs(samples[at]));
          }
        }
      }
    }
    return most;
  }

  @Test
  void whatIsNotDecidedToTheEndIsRefusedAndEverythingElseIsWritten() throws Exception {
    Files.write(media().resolve("good.jpg"), photo());
    Files.write(media().resolve("unknown.jpg"), photo());
    Files.write(media().resolve("changed.jpg"), photo());
    Files.write(media().resolve("rejected.gif"), photo());
    video(media().resolve("provisional.mp4"), 320, 240);
    video(media().resolve("shorter.mp4"), 320, 240);
    video(media().resolve("gap.mp4"), 320, 240);
    video(media().resolve("twice.mp4"), 320, 240);
    Decided.about(media().resolve("good.jpg")).in(analysis());
    StringBuilder lines = new StringBuilder(all());
    Decided.about(media().resolve("changed.jpg")).in(analysis());
    lines.append(all());
    Decided.about(media().resolve("provisional.mp4")).provisional(FRAMES - 1).in(analysis());
    lines.append(all());
    Decided.about(media().resolve("shorter.mp4")).without(FRAMES - 1).in(analysis());
    lines.append(all());
    Decided.about(media().resolve("gap.mp4")).without(7).in(analysis());
    lines.append(all());
    Decided.about(media().resolve("twice.mp4")).twice(4).in(analysis());
    lines.append(all());
    Files.writeString(analysis().resolve("directives.jsonl"), lines);
    Files.writeString(
        analysis().resolve("rejected.jsonl"),
        "{\"origin\":{\"topic\":\"rejected.gif\"},\"reason\":\"NOT_AN_IMAGE\"}\n");
    Files.write(media().resolve("changed.jpg"), DrawnScene.of(2, 1).jpeg(3));

    Cli cli = redact();

    assertThat(cli.exit()).as(cli.said()).isEqualTo(3);
    assertThat(cli.said())
        .contains("analyze")
        .contains("changed.jpg (frame 0): its pictures are not the ones assessed");
    List<String> refused = new ArrayList<>();
    summary()
        .path("media")
        .forEach(file -> refused.add("%s %s %s"
            .formatted(
                file.path("session").asText(),
                file.path("refused").asText("written"),
                file.path("frame").asText(""))));
    assertThat(refused)
        .containsExactly(
            "changed.jpg OTHER_BYTES 0",
            "gap.mp4 FRAME_WITHOUT_FINAL 7",
            "good.jpg written ",
            "provisional.mp4 FRAME_WITHOUT_FINAL 19",
            "rejected.gif REJECTED ",
            "shorter.mp4 FRAME_WITHOUT_FINAL 19",
            "twice.mp4 FINAL_TWICE 4",
            "unknown.jpg NO_DIRECTIVES ");
    try (var inside = Files.list(out())) {
      assertThat(inside.map(path -> String.valueOf(path.getFileName())))
          .containsExactlyInAnyOrder("good.jpg", "redact.json");
    }
  }

  private String all() throws IOException {
    return Files.readString(analysis().resolve("directives.jsonl"));
  }

  @Test
  void moreDirectivesThanFramesAreOfAnotherFile() throws Exception {
    video(media().resolve("clip.mp4"), 320, 240);
    Decided.about(media()).in(analysis());
    String last = all().lines().reduce("", (before, line) -> line);
    Files.writeString(
        analysis().resolve("directives.jsonl"),
        all() + last.replace("\"frame\":19", "\"frame\":20") + "\n");
    assertThat(redact().exit()).isEqualTo(3);
    assertThat(summary().path("media").get(0).path("refused").asText()).isEqualTo("OTHER_LENGTH");
    assertThat(out().resolve("clip.mp4")).doesNotExist();
  }

  @Test
  void framesAtOtherTimesAreOfAnotherFile() throws Exception {
    video(media().resolve("clip.mp4"), 320, 240);
    Decided.about(media()).in(analysis());
    Files.writeString(
        analysis().resolve("directives.jsonl"),
        all()
            .replace(
                "\"capturedAt\":\"1970-01-01T00:00:00.700Z",
                "\"capturedAt\":\"1970-01-01T00:00:00.702Z"));
    assertThat(redact().exit()).isEqualTo(3);
    assertThat(summary().path("media").get(0).path("refused").asText()).isEqualTo("OTHER_TIMES");
    assertThat(summary().path("media").get(0).path("frame").asInt()).isEqualTo(7);
  }

  @Test
  void overridesMakeItStricter() throws Exception {
    Files.write(media().resolve("a.jpg"), photo());
    Files.write(media().resolve("b.jpg"), photo());
    Decided.about(media()).hidden(0, face(20, 20, 30, 30)).in(analysis());
    DirectiveOverride leak = new DirectiveOverride(
        "a.jpg",
        0,
        2,
        Instant.EPOCH,
        OverrideCause.LEAK_FOUND,
        Disposition.REDACT,
        List.of(face(200, 100, 40, 40)));
    DirectiveOverride revoked = new DirectiveOverride(
        "b.jpg", null, 2, Instant.EPOCH, OverrideCause.REVOCATION, Disposition.WITHHOLD, List.of());
    Files.write(
        analysis().resolve("overrides.jsonl"),
        List.of(JsonLines.override(leak), JsonLines.override(revoked)));

    assertThat(redact().exit()).isZero();

    BufferedImage both = ImageIO.read(out().resolve("a.jpg").toFile());
    assertThat(brightest(both, 20, 20, 30, 30)).isLessThan(NEARLY_BLACK);
    assertThat(brightest(both, 200, 100, 40, 40)).isLessThan(NEARLY_BLACK);
    BufferedImage black = ImageIO.read(out().resolve("b.jpg").toFile());
    assertThat(brightest(black, 0, 0, black.getWidth(), black.getHeight())).isZero();
    assertThat(summary().path("overrides").asInt()).isEqualTo(2);
  }

  @Test
  void aReviewLetsAPhotoGoWithWhatItMarksHiddenAndNoneThatWasRevoked() throws Exception {
    Files.write(media().resolve("a.jpg"), photo());
    Files.write(media().resolve("b.jpg"), photo());
    Decided.about(media()).withheld(0).in(analysis());
    DirectiveOverride revoked = new DirectiveOverride(
        "b.jpg", null, 2, Instant.EPOCH, OverrideCause.REVOCATION, Disposition.WITHHOLD, List.of());
    Files.write(
        analysis().resolve("overrides.jsonl"),
        List.of(
            JsonLines.override(reviewed("a.jpg")),
            JsonLines.override(revoked),
            JsonLines.override(reviewed("b.jpg"))));

    assertThat(redact().exit()).isZero();

    BufferedImage seen = ImageIO.read(out().resolve("a.jpg").toFile());
    assertThat(brightest(seen, 200, 100, 40, 40)).isLessThan(NEARLY_BLACK);
    assertThat(brightest(seen, 0, 0, seen.getWidth(), seen.getHeight()))
        .isGreaterThan(NEARLY_BLACK);
    BufferedImage black = ImageIO.read(out().resolve("b.jpg").toFile());
    assertThat(brightest(black, 0, 0, black.getWidth(), black.getHeight())).isZero();
  }

  private static DirectiveOverride reviewed(String photo) {
    return new DirectiveOverride(
        photo,
        0,
        2,
        Instant.EPOCH,
        OverrideCause.REVIEW,
        Disposition.REDACT,
        List.of(face(200, 100, 40, 40)),
        new Lift(RedactFrame.sha256(photo()), List.of(WithholdReason.DETECTOR_FAILED)));
  }

  @Test
  void aLineThatCannotBeReadStopsEverything() throws Exception {
    Files.write(media().resolve("a.jpg"), photo());
    for (String file : List.of("directives.jsonl", "overrides.jsonl")) {
      Decided.about(media()).in(analysis());
      Files.writeString(
          analysis().resolve(file),
          "{\"session\":\"other.jpg\",",
          java.nio.file.StandardOpenOption.CREATE,
          java.nio.file.StandardOpenOption.APPEND);
      Cli cli = redact();
      assertThat(cli.exit()).as(cli.said()).isEqualTo(2);
      assertThat(cli.said()).contains(file).contains("cannot be read");
      assertThat(out()).doesNotExist();
    }
  }

  @Test
  void anEarlierResultDoesNotOutliveARefusal() throws Exception {
    Files.write(media().resolve("a.jpg"), photo());
    Files.write(media().resolve("gone.jpg"), photo());
    Decided.about(media()).in(analysis());
    assertThat(redact().exit()).isZero();
    Files.delete(media().resolve("gone.jpg"));
    Decided.about(media()).provisional(0).in(analysis());

    assertThat(redact().said()).contains("is not empty").contains("--overwrite");
    assertThat(redact("--overwrite").exit()).isEqualTo(3);

    assertThat(out().resolve("a.jpg")).doesNotExist();
    assertThat(out().resolve("gone.jpg")).doesNotExist();
  }

  @Test
  void theFootageItselfIsNeverWrittenOver() throws Exception {
    Files.write(media().resolve("a.jpg"), photo());
    Decided.about(media()).in(analysis());
    for (Path into : List.of(media(), analysis(), folder)) {
      Cli cli =
          Cli.run("redact", media(), "--directives", analysis(), "--out", into, "--overwrite");
      assertThat(cli.exit()).as(cli.said()).isEqualTo(2);
      assertThat(cli.said()).contains("--out");
    }
    assertThat(media().resolve("a.jpg")).hasBinaryContent(photo());
  }

  @Test
  void whatIsMissingIsNamed() throws Exception {
    Files.write(media().resolve("a.jpg"), photo());
    assertThat(redact().exit()).isEqualTo(2);
    assertThat(redact().said()).contains("directives.jsonl").contains("--directives");
    assertThat(Cli.run("redact", media(), "--out", out()).said()).contains("--directives");
    assertThat(Cli.run("redact", media(), "--directives", analysis()).said()).contains("--out");
    assertThat(redact("--method", "smear").exit()).isEqualTo(2);
  }

  @Test
  void whatAnalyzeWroteOfRealFootageIsRedactedFrameByFrame() throws Exception {
    Path footage = Assets.media().resolve("videos/bystanders/egoblur_table.mp4");
    Cli.home(Assets.homeWithModels(folder.resolve("home")));
    assertThat(Cli.run("analyze", footage, "--out", analysis()).exit()).isZero();

    Cli cli = Cli.run("redact", footage, "--directives", analysis(), "--out", out());

    assertThat(cli.exit()).as(cli.said()).isZero();
    List<VideoFrame> after = frames(out().resolve("egoblur_table.mp4"));
    assertThat(after).hasSize(14);
    for (String line : Files.readAllLines(analysis().resolve("directives.jsonl"))) {
      JsonNode directive = JSON.readTree(line);
      BufferedImage frame = picture(after.get(directive.path("frame").asInt()).jpeg());
      directive
          .path("regions")
          .forEach(region -> assertThat(brightest(
                  frame,
                  region.path("x").asInt(),
                  region.path("y").asInt(),
                  region.path("w").asInt(),
                  region.path("h").asInt()))
              .isLessThan(NEARLY_BLACK));
    }
  }
}
