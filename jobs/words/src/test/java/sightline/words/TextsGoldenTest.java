package sightline.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sightline.domain.feedback.Argument;
import sightline.domain.feedback.Saying;
import sightline.domain.feedback.Sayings;

/**
 * Every text of every language with its gaps filled, as a worker would read it. {@code -Dsightline.golden=write} writes the file anew; its
 * difference is what speakers look at.
 */
class TextsGoldenTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "texts.txt");

  private static Saying filled(String code, long count) {
    return new Saying(
        code,
        Sayings.gaps(code).stream()
            .map(gap -> switch (gap) {
              case Sayings.COUNT -> new Argument(gap, count, null);
              case Sayings.TIMES ->
                new Argument(gap, null, count == 1 ? "0:12–0:40" : "0:12–0:40, 1:05–1:10");
              default -> new Argument(gap, null, "cup");
            })
            .toList());
  }

  private static String rendered() {
    Catalogue words = Catalogue.open();
    List<String> lines = new ArrayList<>();
    for (String code : Sayings.codes()) {
      List<Long> counts =
          Sayings.gaps(code).contains(Sayings.COUNT) ? List.of(1L, 2L, 1_000_000L) : List.of(2L);
      for (String language : Catalogue.LANGUAGES) {
        for (long count : counts) {
          lines.add("%s [%s%s] %s"
              .formatted(
                  code,
                  language,
                  counts.size() > 1 ? " " + count : "",
                  words.phrase(List.of(filled(code, count)), language).text()));
        }
      }
    }
    return String.join("\n", lines) + "\n";
  }

  @Test
  void everyTextReadsAsItDidWhenItWasLastLookedAt() throws Exception {
    String rendered = rendered();
    if ("write".equals(System.getProperty("sightline.golden"))) {
      Files.writeString(GOLDEN, rendered);
    }
    assertThat(rendered.lines().toList())
        .isEqualTo(Files.readString(GOLDEN).lines().toList());
  }
}
