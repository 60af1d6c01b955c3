package sightline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.app.embedded.EmbeddedKafka;
import sightline.domain.control.ControlRecord;
import sightline.domain.task.TaskSpec;
import sightline.pipeline.job.ControlTopics;

/** Specs of tasks from a file into the job's hands. */
class SpecsIT {
  @TempDir
  private Path folder;

  @BeforeEach
  void home() {
    Cli.home(TestSettings.root());
  }

  private static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(TestSettings.models().resolve("tasks"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static Cli specs(String command, List<?> files, Object... more) {
    return Cli.run(Stream.of(Stream.of("specs", command), files.stream(), Stream.of(more))
        .flatMap(words -> words)
        .toArray());
  }

  private Path file(String name, String yaml) throws IOException {
    return Files.writeString(folder.resolve(name), yaml);
  }

  @Test
  void aCheckSaysOfEachStepWhetherItIsMeasured() throws IOException {
    Cli cli = specs("check", examples());
    assertThat(cli.exit()).isZero();
    assertThat(cli.said())
        .contains("cup-to-tray/1, in force from 1970-01-01T00:00:00Z")
        .contains("  measured      Take a cup with your hand.")
        .contains("  not assessed  Put it on the tray and let go.")
        .contains("  measured      object: cup (as cup, bowl)")
        .contains("  not assessed  object: tray");
  }

  @Test
  void whatIsWrongInSeveralFilesIsSaidAtOnce() throws IOException {
    Path one = file("one.yaml", "task: t\nversion: '1'\nobjective: o\nretention: 3 h\nspeed: 2\n");
    Path two = file("two.yaml", "task: [");
    Cli cli = specs("check", List.of(one, examples().get(0), two, folder.resolve("no.yaml")));
    assertThat(cli.exit()).isEqualTo(2);
    assertThat(cli.said())
        .contains("4 things are wrong")
        .contains("one.yaml: retention: footage is kept for whole days, such as 90 d")
        .contains("one.yaml: speed: there is no such field; there are")
        .contains("two.yaml: it is no YAML")
        .contains("no.yaml: it cannot be read");
  }

  @Test
  void aVersionIsPublishedOnceAndNeverChanged() throws Exception {
    Path mine = file("mine.yaml", "task: mine\nversion: '1'\nobjective: o\n");
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      kafka.createTopics(2);
      List<Path> all = Stream.concat(examples().stream(), Stream.of(mine)).toList();
      Cli first = specs("publish", all, "--bootstrap", kafka.bootstrap());
      assertThat(first.exit()).as(first.said()).isZero();
      assertThat(first.said())
          .contains("mine/1: published, in force for frames appended from 1970-01-01T00:00:00Z");
      List<TaskSpec> there = there(kafka);
      assertThat(there).hasSize(7);

      Cli again = specs("publish", all, "--bootstrap", kafka.bootstrap());
      assertThat(again.exit()).isZero();
      assertThat(again.said()).contains("mine/1: already there").doesNotContain(": published");

      Files.writeString(mine, "task: mine\nversion: '1'\nobjective: another\n");
      Path more = file("more.yaml", "task: more\nversion: '1'\nobjective: o\n");
      Cli other = specs("publish", List.of(more, mine), "--bootstrap", kafka.bootstrap());
      assertThat(other.exit()).isEqualTo(2);
      assertThat(other.said())
          .contains("nothing was published: mine/1 is there with other content");
      assertThat(there(kafka)).containsExactlyInAnyOrderElementsOf(there);
    }
  }

  private static List<TaskSpec> there(EmbeddedKafka kafka) {
    return ControlTopics.readToTheirEnd(kafka.bootstrap()).stream()
        .map(ControlRecord::spec)
        .toList();
  }

  @Test
  void anAnalysisUnderASpecNamesItInEachScore() throws IOException {
    Path media = Files.createDirectories(folder.resolve("media"));
    BufferedImage picture = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(picture, "jpg", media.resolve("a.jpg").toFile());
    Path spec = file(
        "spec.yaml",
        "task: mine\nversion: '7'\neffective_at: 2999-01-01T00:00:00Z\nobjective: o\nresolution_floor: {any: 480}\n");
    Path out = folder.resolve("out");
    Cli cli = Cli.run("analyze", media, "--out", out, "--no-fetch", "--spec", spec);
    assertThat(cli.exit()).as(cli.said()).isZero();
    assertThat(Files.readString(out.resolve("frames.jsonl")))
        .contains("household-2+mine/7")
        .contains("\"task\":\"mine\"");
  }

  @Test
  void anAnalysisUnderASpecThatIsWrongSaysAllThatIs() throws IOException {
    Path media = Files.createDirectories(folder.resolve("media"));
    Files.write(media.resolve("a.jpg"), new byte[] {1});
    Path spec = file("spec.yaml", "objective: o\nframing: {hands: 3}\n");
    Cli cli = Cli.run("analyze", media, "--out", folder.resolve("out"), "--spec", spec);
    assertThat(cli.exit()).isEqualTo(2);
    assertThat(cli.said())
        .contains("task: it is missing")
        .contains("version: it is missing")
        .contains("framing.hands:");
  }
}
