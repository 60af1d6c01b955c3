package sightline.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import sightline.domain.leak.PassQuality;

/**
 * How good the second pass at frames that went out was measured to be, as a file: {@code models/second-pass/<name>/quality.json}.
 * Every field must be there and no other, so that what a later version means is never left out.
 */
public final class SecondPassQualities {
  /** Raised when the layout changes. */
  private static final int FORMAT = 1;

  private static final String PASS = "pass";
  private static final String CONFIDENCE = "confidence";
  private static final String LEAKS = "leaks";
  private static final String MISSED = "missed";
  private static final String CLEAN = "clean";
  private static final String FALSE_FINDS = "falseFinds";
  private static final String SETS = "sets";
  private static final String COMMAND = "command";
  private static final Set<String> FIELDS =
      Set.of("format", PASS, CONFIDENCE, LEAKS, MISSED, CLEAN, FALSE_FINDS, SETS, COMMAND);

  private static final ObjectMapper JSON = JsonMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  private SecondPassQualities() {}

  /**
   * @param pass the detector's own word for what it is made of, such as {@code face/yunet-n-2 verification/face-1}
   * @param confidence from which a find counted, 0 to 1
   * @param sets labelled footage that was looked at
   * @param command that measures it again
   */
  public record Measured(
      String pass, double confidence, PassQuality quality, List<String> sets, String command) {
    public Measured {
      sets = List.copyOf(sets);
      if (!(confidence >= 0 && confidence <= 1)) {
        throw new IllegalArgumentException(
            "a find counts from a confidence in 0..1, got " + confidence);
      }
      if (pass.isBlank() || sets.isEmpty() || command.isBlank()) {
        throw new IllegalArgumentException(
            "a measured pass has a name, sets it was measured on and a command that measures it");
      }
    }
  }

  public static String write(Measured measured) {
    ObjectNode root = JSON.createObjectNode()
        .put("format", FORMAT)
        .put(PASS, measured.pass())
        .put(CONFIDENCE, measured.confidence())
        .put(LEAKS, measured.quality().leaks())
        .put(MISSED, measured.quality().missed())
        .put(CLEAN, measured.quality().clean())
        .put(FALSE_FINDS, measured.quality().falseFinds());
    measured.sets().forEach(root.putArray(SETS)::add);
    return root.put(COMMAND, measured.command()).toPrettyString() + "\n";
  }

  /**
   * @throws IllegalArgumentException where the text is no quality of this format, saying why
   */
  public static Measured read(String text) {
    JsonNode root = parsed(text);
    if (root.path("format").asInt() != FORMAT) {
      throw new IllegalArgumentException(
          "this is no quality of a second pass of format %d".formatted(FORMAT));
    }
    for (Iterator<String> names = root.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!FIELDS.contains(name)) {
        throw new IllegalArgumentException(
            "the quality of a second pass has no field '%s'".formatted(name));
      }
    }
    JsonNode confidence = root.path(CONFIDENCE);
    if (!confidence.isNumber()) {
      throw missing(CONFIDENCE, "a number");
    }
    return new Measured(
        text(root, PASS),
        confidence.asDouble(),
        new PassQuality(
            count(root, LEAKS), count(root, MISSED), count(root, CLEAN), count(root, FALSE_FINDS)),
        sets(root),
        text(root, COMMAND));
  }

  private static JsonNode parsed(String text) {
    try {
      JsonNode root = JSON.readTree(text);
      if (root != null && root.isObject()) {
        return root;
      }
      throw new IllegalArgumentException("the quality of a second pass is a JSON object");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the quality of a second pass is JSON", e);
    }
  }

  /** A count that is missing must not pass for none. */
  private static long count(JsonNode root, String name) {
    JsonNode count = root.path(name);
    if (!count.isIntegralNumber() || !count.canConvertToLong() || count.asLong() < 0) {
      throw missing(name, "a count");
    }
    return count.asLong();
  }

  private static String text(JsonNode root, String name) {
    JsonNode text = root.path(name);
    if (!text.isTextual()) {
      throw missing(name, "a text");
    }
    return text.asText();
  }

  private static List<String> sets(JsonNode root) {
    List<String> sets = new ArrayList<>();
    for (JsonNode set : root.path(SETS)) {
      if (!set.isTextual()) {
        throw missing(SETS, "a list of texts");
      }
      sets.add(set.asText());
    }
    return sets;
  }

  private static IllegalArgumentException missing(String name, String what) {
    return new IllegalArgumentException(
        "the quality of a second pass has %s '%s'".formatted(what, name));
  }
}
