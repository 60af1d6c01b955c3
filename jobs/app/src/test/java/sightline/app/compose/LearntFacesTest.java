package sightline.app.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LearntFacesTest {
  private static JsonNode line(String file, String gender) {
    return new ObjectMapper()
        .createObjectNode()
        .put("file", file)
        .put("race", "the same")
        .put("gender", gender);
  }

  private static String digest(String file) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(file.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> files(List<JsonNode> lines) {
    return lines.stream().map(line -> line.path("file").asText()).toList();
  }

  @Test
  void theFirstFourteenOfEachGroupByDigestAreLeftOutAndTheOthersKeepTheirOrder() throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    TreeMap<String, String> byDigest = new TreeMap<>();
    for (int number = 0; number < 20; number++) {
      lines.add(line("one/%d.jpg".formatted(number), "one"));
      lines.add(line("other/%d.jpg".formatted(number), "other"));
      byDigest.put(digest("one/%d.jpg".formatted(number)), "one/%d.jpg".formatted(number));
    }
    List<String> kept = files(LearntFaces.without("fairface_more", lines));
    List<String> ofOne = byDigest.values().stream().skip(14).toList();
    assertThat(kept).hasSize(12).isSubsetOf(files(lines));
    assertThat(kept.stream().filter(file -> file.startsWith("one")).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(ofOne);
    assertThat(kept).isEqualTo(files(lines).stream().filter(kept::contains).toList());
  }

  @Test
  void halfOfTheRoomsAreLeftOutByTheParityOfTheirDigest() throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    for (int number = 0; number < 20; number++) {
      lines.add(line("%d.jpg".formatted(number), "one"));
    }
    List<String> kept = files(LearntFaces.without("home_people", lines));
    assertThat(kept).isNotEmpty().hasSizeLessThan(20);
    for (String file : kept) {
      assertThat(Character.digit(digest(file).charAt(63), 16) % 2).isEqualTo(1);
    }
  }

  @Test
  void nobodyElseWasLearntFrom() {
    List<JsonNode> lines = List.of(line("a.jpg", "one"), line("b.jpg", "one"));
    assertThat(LearntFaces.without("fairface", lines)).isEqualTo(lines);
    assertThat(LearntFaces.without("faces_dlib", lines)).isEqualTo(lines);
  }
}
