package sightline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightline.app.embedded.FreePort;

class CommandLineTest {
  @TempDir
  private Path folder;

  @BeforeAll
  static void home() {
    Cli.home(TestSettings.root());
  }

  @Test
  void helpNamesEveryCommand() {
    Cli cli = Cli.run("--help");
    assertThat(cli.exit()).isZero();
    assertThat(cli.said())
        .contains("demo", "analyze", "redact", "evaluate", "replay", "doctor", "fetch-models");
    for (String command : List.of(
        "demo", "analyze", "redact", "evaluate", "replay", "specs", "doctor", "fetch-models")) {
      assertThat(Cli.run(command, "--help").said())
          .as(command)
          .contains("Usage: sightline " + command);
    }
  }

  @Test
  void aPathThatIsNotThereIsNamed() {
    Cli cli = Cli.run("analyze", folder.resolve("nowhere"), "--out", folder.resolve("out"));
    assertThat(cli.exit()).isEqualTo(2);
    assertThat(cli.said()).contains("there is no").contains("nowhere");
  }

  @Test
  void aFolderWithoutFootageIsNamed() throws Exception {
    Files.writeString(folder.resolve("notes.txt"), "nothing to see");
    Cli cli = Cli.run("analyze", folder, "--out", folder.resolve("out"));
    assertThat(cli.exit()).isEqualTo(2);
    assertThat(cli.said()).contains("no footage below");
  }

  @Test
  void settingsThatAreWrongAreAllNamed() throws Exception {
    Files.write(folder.resolve("a.jpg"), new byte[] {1});
    Path config = Files.writeString(
        folder.resolve("my.conf"),
        "session.horizon = soon\nnot.a.key = 1\ndecide.policy = drawn-scene-2\n");
    Cli cli = Cli.run(
        "analyze", folder.resolve("a.jpg"), "--out", folder.resolve("out"), "--config", config);
    assertThat(cli.exit()).isEqualTo(2);
    assertThat(cli.said())
        .contains("session.horizon = soon")
        .contains("not.a.key is not a setting")
        .contains("only 'sightline demo'");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"analyze", "evaluate"})
  void resultsGoIntoAFolderThatIsOne(String command) throws Exception {
    Path media = Files.write(folder.resolve("a.jpg"), new byte[] {1});
    Cli cli = Cli.run(command, folder, "--out", media);
    assertThat(cli.exit()).isEqualTo(2);
    assertThat(cli.said()).contains("a.jpg is a file").contains("--out");
    assertThat(Cli.run(command, folder).said()).contains("--out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"analyze", "evaluate"})
  void settingsThatAreNotThereAreNamed(String command) throws Exception {
    Files.write(folder.resolve("a.jpg"), new byte[] {1});
    Cli cli = Cli.run(
        command, folder, "--out", folder.resolve("out"), "--config", folder.resolve("no.conf"));
    assertThat(cli.exit()).isEqualTo(2);
    assertThat(cli.said()).contains("there is no settings file").contains("no.conf");
  }

  @Test
  void anEarlierAnalysisIsReplacedOnlyWhereThatWasSaid() throws Exception {
    Files.write(folder.resolve("a.jpg"), new byte[] {1});
    Path out = Files.createDirectories(folder.resolve("out"));
    Path kept = Files.writeString(out.resolve("frames.jsonl"), "kept");
    Cli cli = Cli.run("analyze", folder.resolve("a.jpg"), "--out", out);
    assertThat(cli.exit()).isEqualTo(2);
    assertThat(cli.said()).contains("is not empty").contains("--overwrite");
    assertThat(kept).hasContent("kept");
  }

  @Test
  void aPortInUseIsNamedWithAnother() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Cli cli =
          Cli.run("demo", "--source", "drawn", "--duration", "1s", "--port", taken.getLocalPort());
      assertThat(cli.exit()).isEqualTo(2);
      assertThat(cli.said())
          .contains("port %d is in use".formatted(taken.getLocalPort()))
          .contains("--port");
    }
  }

  @Test
  void aBrokerThatDoesNotAnswerIsNamed() throws Exception {
    Files.write(folder.resolve("a.jpg"), new byte[] {1});
    Cli cli = Cli.run("replay", folder.resolve("a.jpg"), "--bootstrap", "127.0.0.1:9");
    assertThat(cli.exit()).isEqualTo(2);
    assertThat(cli.said()).contains("127.0.0.1:9");
  }

  @Test
  void anAddressThatIsNoneIsNamed() throws Exception {
    Files.write(folder.resolve("a.jpg"), new byte[] {1});
    assertThat(Cli.run("replay", folder.resolve("a.jpg"), "--bootstrap", "nonsense")
            .exit())
        .isEqualTo(2);
  }

  @Test
  void aSummaryThatCannotBeWrittenIsRefusedBeforeTheDemoStarts() {
    Cli cli = Cli.run(
        "demo",
        "--source",
        "drawn",
        "--port",
        FreePort.any(),
        "--summary",
        folder.resolve("no/such/x.json"));
    assertThat(cli.exit()).isEqualTo(2);
    assertThat(cli.said()).contains("there is no folder for");
  }

  @Test
  void weightsThatAreNotTheOnesDescribedStopEverything() throws Exception {
    Files.write(folder.resolve("a.jpg"), new byte[] {1});
    Path home = Assets.homeWithoutWeights(folder.resolve("home"));
    Files.write(home.resolve("models/face/yunet-n-2/model.onnx"), new byte[] {1, 2, 3});
    try {
      Cli.home(home);
      for (String[] command : new String[][] {
        {
          "analyze",
          folder.resolve("a.jpg").toString(),
          "--out",
          folder.resolve("out").toString()
        },
        {"demo", "--source", "drawn", "--port", String.valueOf(FreePort.any())}
      }) {
        Cli cli = Cli.run((Object[]) command);
        assertThat(cli.exit()).as(cli.said()).isEqualTo(2);
        assertThat(cli.said()).contains("face/yunet-n-2");
      }
    } finally {
      home();
    }
  }

  @Test
  void aDurationIsReadOrItsFormIsShown() {
    Cli cli = Cli.run("demo", "--duration", "soon");
    assertThat(cli.exit()).isEqualTo(2);
    assertThat(cli.said()).contains("'soon' is not a duration such as 60s");
  }
}
