package sightline.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StepTableTest {
  @Test
  void theTableInTheDocsIsTheTableInTheCode() throws IOException {
    List<String> documented = Files.readAllLines(Path.of("../docs/operations.md")).stream()
        .dropWhile(line -> !line.startsWith("| step |"))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .toList();

    assertThat(documented)
        .containsExactlyElementsOf(
            Arrays.stream(LifecycleStep.values()).map(StepTableTest::line).toList());
  }

  @Test
  void noPhaseIsADeadEndForADeletion() {
    for (Phase phase : Phase.values()) {
      assertThat(StepTable.way(phase, LifecycleStep.DELETION_ASKED)).isNotNull();
    }
  }

  private static String line(LifecycleStep step) {
    StepTable.Row row = StepTable.row(step);
    String in = row.in().size() == Phase.values().length
        ? "any"
        : row.in().stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
    Phase to = row.to();
    return "| %s | %s | %s | %s |"
        .formatted(step, in, to == null ? "stays" : to.name(), row.fills());
  }
}
