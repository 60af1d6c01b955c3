package sightline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Java2DFrameConverter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.app.drawn.DrawnScene;

/** Media files in, JSON Lines out, whatever lies in the folder. */
class AnalyzeIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir
  private Path folder;

  private Path media() throws IOException {
    return Files.createDirectories(folder.resolve("media"));
  }

  private Path out() {
    return folder.resolve("out");
  }

  private List<JsonNode> lines(String file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(out().resolve(file))) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  private static byte[] good() {
    return DrawnScene.of(1, 0).jpeg(0);
  }

  private static byte[] coded(String format, int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
    return bytes.toByteArray();
  }

  /** A PNG whose header declares 60,000 x 60,000. */
  private static byte[] bomb() throws IOException {
    return ByteBuffer.wrap(coded("png", 32, 32))
        .putInt(16, 60_000)
        .putInt(20, 60_000)
        .array();
  }

  /** A PNG that is whole by its structure, with pixel data that no decoder can read. */
  private static byte[] scrambled() throws IOException {
    byte[] png = coded("png", 64, 64);
    int data = IntStream.range(0, png.length - 4)
        .filter(at -> png[at] == 'I' && png[at + 1] == 'D' && png[at + 2] == 'A')
        .findFirst()
        .orElseThrow();
    int length = ByteBuffer.wrap(png).getInt(data - 4);
    Arrays.fill(png, data + 4, data + 4 + length, (byte) 0x55);
    return png;
  }

  private static void video(Path file, int frames) throws IOException {
    video(file, DrawnScene.of(1, 0), frames);
  }

  /** The layout that the video encoder takes without mixing up the colours. */
  private static BufferedImage bgr(BufferedImage drawn) {
    BufferedImage bgr =
        new BufferedImage(drawn.getWidth(), drawn.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    bgr.createGraphics().drawImage(drawn, 0, 0, null);
    return bgr;
  }

  private static void video(Path file, DrawnScene scene, int frames) throws IOException {
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(
            file.toFile(), scene.camera().width(), scene.camera().height());
        Java2DFrameConverter converter = new Java2DFrameConverter()) {
      recorder.setVideoCodec(avcodec.AV_CODEC_ID_MJPEG);
      recorder.setFrameRate(10);
      recorder.setVideoQuality(2);
      recorder.start();
      for (int index = 0; index < frames; index++) {
        recorder.record(converter.convert(bgr(scene.draw(index))));
      }
    }
  }

  @Test
  void badFilesAreCountedWithTheirReasonAndEveryOtherFrameIsStillDecided() throws Exception {
    Path media = media();
    Files.write(media.resolve("good.jpg"), good());
    Files.write(media.resolve("truncated.jpg"), Arrays.copyOf(good(), good().length / 2));
    Files.write(media.resolve("empty.jpg"), new byte[0]);
    Files.write(media.resolve("tiny.png"), coded("png", 1, 1));
    Files.write(media.resolve("bomb.png"), bomb());
    Files.write(media.resolve("scrambled.png"), scrambled());
    Files.write(
        media.resolve("text.jpg"),
        "no picture at all".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    Files.write(
        media.resolve("page.gif"), "GIF89a".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    Files.write(
        media.resolve("notes.txt"), "skipped".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    Files.write(media.resolve("broken.mp4"), new byte[5_000]);
    video(media.resolve("whole.avi"), 20);
    video(media.resolve("cut.avi"), 20);
    byte[] whole = Files.readAllBytes(media.resolve("cut.avi"));
    Files.write(media.resolve("cut.avi"), Arrays.copyOf(whole, whole.length / 2));
    Cli.home(Assets.homeWithoutWeights(folder.resolve("home")));

    Cli cli = Cli.run("analyze", media, "--out", out(), "--no-fetch");

    assertThat(cli.exit()).as(cli.said()).isEqualTo(3);
    assertThat(cli.said()).contains("1 files without a media extension");
    Map<String, String> rejected = new TreeMap<>();
    lines("rejected.jsonl")
        .forEach(line ->
            rejected.put(line.at("/origin/topic").asText(), line.path("reason").asText()));
    assertThat(rejected)
        .isEqualTo(Map.of(
            "truncated.jpg", "TRUNCATED",
            "empty.jpg", "EMPTY_IMAGE",
            "tiny.png", "TOO_SMALL",
            "bomb.png", "TOO_MANY_PIXELS",
            "text.jpg", "NOT_AN_IMAGE",
            "page.gif", "NOT_AN_IMAGE",
            "broken.mp4", "UNREADABLE_FILE",
            "cut.avi", "TRUNCATED"));
    Map<String, Long> decided = lines("directives.jsonl").stream()
        .collect(Collectors.groupingBy(
            line -> line.path("session").asText(), TreeMap::new, Collectors.counting()));
    assertThat(decided)
        .containsEntry("whole.avi", 20L)
        .containsEntry("good.jpg", 1L)
        .containsEntry("scrambled.png", 1L);
    assertThat(decided.get("cut.avi")).isBetween(5L, 15L);
    assertThat(lines("directives.jsonl"))
        .filteredOn(line -> line.path("session").asText().equals("scrambled.png"))
        .singleElement()
        .satisfies(line ->
            assertThat(line.path("withheldBecause").toString()).isEqualTo("[\"UNDECODABLE\"]"));
  }

  @Test
  void withoutAModelEveryFrameIsWithheldAndTheMendIsSaid() throws Exception {
    Files.write(media().resolve("good.jpg"), good());
    Cli.home(Assets.homeWithoutWeights(folder.resolve("home")));
    Cli cli = Cli.run("analyze", media(), "--out", out(), "--no-fetch");
    assertThat(cli.exit()).isZero();
    assertThat(cli.said())
        .contains("MODEL_MISSING 1")
        .contains("no face model: scripts/fetch-models brings it");
    assertThat(lines("directives.jsonl")).singleElement().satisfies(line -> {
      assertThat(line.path("disposition").asText()).isEqualTo("WITHHOLD");
      assertThat(line.path("finality").asText()).isEqualTo("FINAL");
    });
  }

  @Test
  void anOutputFolderThatHoldsSomethingIsLeftAloneUnlessToldOtherwise() throws Exception {
    Files.write(media().resolve("good.jpg"), good());
    Files.createDirectories(out());
    Files.writeString(out().resolve("directives.jsonl"), "mine\n");
    Cli.home(Assets.homeWithoutWeights(folder.resolve("home")));
    Cli refused = Cli.run("analyze", media(), "--out", out(), "--no-fetch");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.said()).contains("is not empty").contains("--overwrite");
    assertThat(out().resolve("directives.jsonl")).hasContent("mine");
    assertThat(Cli.run("analyze", media(), "--out", out(), "--no-fetch", "--overwrite")
            .exit())
        .isZero();
    assertThat(lines("directives.jsonl")).hasSize(1);
  }

  @Test
  void consentThatIsRequiredAndCannotBeVerifiedWithholdsEverything() throws Exception {
    Files.write(media().resolve("good.jpg"), good());
    Cli.home(Assets.homeWithoutWeights(folder.resolve("home")));
    Cli.run("analyze", media(), "--out", out(), "--no-fetch", "--consent", "required");
    assertThat(lines("directives.jsonl").get(0).path("withheldBecause").toString())
        .contains("CONSENT_MISSING");
    assertThat(lines("directives.jsonl").get(0).path("consent").asText()).isEqualTo("required");
  }

  @Test
  void twoRunsOverRealFootageWriteTheSameFiles() throws Exception {
    Path footage = Assets.media().resolve("videos/bystanders/egoblur_table.mp4");
    Cli.home(Assets.homeWithModels(folder.resolve("home")));
    assertThat(Cli.run("analyze", footage, "--out", out(), "--overview").exit()).isZero();
    Path again = folder.resolve("again");
    assertThat(Cli.run("analyze", footage, "--out", again, "--parallelism", 1).exit())
        .isZero();
    for (String file : List.of(
        "directives.jsonl",
        "frames.jsonl",
        "sessions.jsonl",
        "incidents.jsonl",
        "rejected.jsonl")) {
      assertThat(again.resolve(file)).as(file).hasSameBinaryContentAs(out().resolve(file));
    }
    assertThat(lines("directives.jsonl")).hasSize(14);
    assertThat(lines("directives.jsonl"))
        .as("two people sit at the table in every frame")
        .allMatch(line -> line.path("disposition").asText().equals("REDACT")
            && line.path("regions").size() >= 2);
    assertThat(lines("incidents.jsonl"))
        .as("both are one incident each of the kinds, from the first frame to the last")
        .filteredOn(line -> line.path("state").asText().equals("CLOSED"))
        .filteredOn(line -> line.path("kind").asText().equals("THIRD_PARTY_ENTERED"))
        .singleElement()
        .satisfies(line -> {
          assertThat(line.path("toFrame").asInt() - line.path("fromFrame").asInt())
              .isGreaterThanOrEqualTo(10);
          assertThat(line.path("count").asInt()).isGreaterThanOrEqualTo(2);
        });
    assertThat(ImageIO.read(out().resolve("overview/egoblur_table.mp4.png").toFile())
            .getWidth())
        .isPositive();
  }

  /** A face is held for 400 ms after it was last seen, and led as long; the scene has ten frames a second. */
  private static final int HELD_FRAMES = 4;

  /** Write it anew with {@code -Dsightline.picture=write} after a change of the drawing or of the overview. */
  @Test
  void thePictureInTheReadmeShowsDrawnFootageRedactedAndScored() throws Exception {
    DrawnScene scene = DrawnScene.of(1, 5);
    video(media().resolve("drawn.avi"), scene, 96);
    Cli.home(Assets.homeWithModels(folder.resolve("home")));
    // the weave of a drawn cloth reads like lines of print; the picture is of faces
    Path faces = Files.writeString(folder.resolve("faces.properties"), "decide.hide = face\n");
    assertThat(Cli.run("analyze", media(), "--out", out(), "--overview", "--config", faces)
            .exit())
        .isZero();
    List<JsonNode> directives = lines("directives.jsonl");
    for (JsonNode line : directives) {
      int frame = line.path("frame").asInt();
      if (scene.truth(frame).visitor()) {
        assertThat(line.path("disposition").asText()).as(line.toString()).isEqualTo("REDACT");
      } else if (IntStream.rangeClosed(frame - HELD_FRAMES, frame + HELD_FRAMES)
          .noneMatch(near -> near >= 0 && near < 96 && scene.truth(near).visitor())) {
        assertThat(line.path("disposition").asText()).as(line.toString()).isEqualTo("RELEASE");
      }
    }
    Path picture = out().resolve("overview/drawn.avi.png");
    Path committed = TestSettings.root().resolve("jobs/docs/overview.png");
    if ("write".equals(System.getProperty("sightline.picture"))) {
      Files.copy(picture, committed, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(ImageIO.read(committed.toFile()).getWidth())
        .isEqualTo(ImageIO.read(picture.toFile()).getWidth());
  }
}
