package sightline.app.compose;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whose faces the project's own face verifier has learnt from. Nobody of them is in a composite: a model is measured on people
 * it never saw. The rule is the recipe's ({@code models/verification/face-1/recipe/scenes.py}).
 */
final class LearntFaces {
  /** Of each race and gender of fairface_more, the first ones by the digest of their file names. */
  private static final int LEARNT_OF_A_GROUP = 14;

  private LearntFaces() {}

  /**
   * @param set name of the set's folder
   * @param lines of its annotations
   * @return those whose faces nothing was learnt from, in their order
   */
  static List<JsonNode> without(String set, List<JsonNode> lines) {
    return switch (set) {
      case "fairface_more" -> withoutTheFirstOfEachGroup(lines);
      case "home_people" ->
        lines.stream().filter(line -> digest(line).testBit(0)).toList();
      default -> List.copyOf(lines);
    };
  }

  private static List<JsonNode> withoutTheFirstOfEachGroup(List<JsonNode> lines) {
    Map<String, List<JsonNode>> groups = new HashMap<>();
    for (JsonNode line : lines) {
      String group = line.path("race").asText() + "/" + line.path("gender").asText();
      groups.computeIfAbsent(group, none -> new ArrayList<>()).add(line);
    }
    List<JsonNode> learnt = groups.values().stream()
        .flatMap(group -> group.stream()
            .sorted(Comparator.comparing(LearntFaces::digest))
            .limit(LEARNT_OF_A_GROUP))
        .toList();
    return lines.stream().filter(line -> !learnt.contains(line)).toList();
  }

  private static BigInteger digest(JsonNode line) {
    try {
      byte[] name = line.path("file").asText().getBytes(StandardCharsets.UTF_8);
      return new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(name));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
