package sightline.wire.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One object of a YAML file, read field by field. What is wrong is written down and the field's fallback goes on in its place, so
 * that a reader sees everything that is wrong at once; {@link #close} adds fields that nobody asked for.
 */
final class Fields {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(s|min|h|d)");

  private final String path;
  private final @Nullable JsonNode node;
  private final List<String> problems;
  private final Set<String> asked = new LinkedHashSet<>();

  /**
   * @param path of this object within the file, empty for the file itself
   * @param node null where the file does not have it
   */
  Fields(String path, @Nullable JsonNode node, List<String> problems) {
    this.path = path;
    this.problems = problems;
    boolean object = node != null && node.isObject();
    if (node != null && !node.isNull() && !object) {
      problem("", "it holds fields, got %s".formatted(node));
    }
    this.node = object ? node : null;
  }

  boolean present() {
    return node != null;
  }

  /** Notes what is wrong with a field, or with this object where the name is empty. */
  void problem(String name, String what) {
    String at = at(name);
    problems.add(at.isEmpty() ? what : at + ": " + what);
  }

  String required(String name) {
    String text = text(name, "");
    if (text.isBlank()) {
      problem(name, "it is missing");
    }
    return text;
  }

  String text(String name, String fallback) {
    JsonNode value = value(name);
    if (value == null) {
      return fallback;
    }
    if (!value.isValueNode()) {
      problem(name, "it is a text, got %s".formatted(value));
      return fallback;
    }
    return value.asText();
  }

  double number(String name, double fallback, double least, double most) {
    JsonNode value = value(name);
    if (value == null) {
      return fallback;
    }
    if (!value.isNumber() || !(value.asDouble() >= least && value.asDouble() <= most)) {
      problem(name, "it is a number from %s to %s, got %s".formatted(least, most, value));
      return fallback;
    }
    return value.asDouble();
  }

  double number(String name, double fallback) {
    return number(name, fallback, -Double.MAX_VALUE, Double.MAX_VALUE);
  }

  int whole(String name, int fallback, int least, int most) {
    JsonNode value = value(name);
    if (value == null) {
      return fallback;
    }
    if (!value.canConvertToInt()
        || !value.isIntegralNumber()
        || value.asInt() < least
        || value.asInt() > most) {
      problem(name, "it is a whole number from %s to %s, got %s".formatted(least, most, value));
      return fallback;
    }
    return value.asInt();
  }

  /** A whole number with a unit of s, min, h or d. */
  Duration duration(String name, Duration fallback) {
    JsonNode value = value(name);
    if (value == null) {
      return fallback;
    }
    Matcher read = DURATION.matcher(value.asText());
    if (!value.isTextual() || !read.matches()) {
      problem(
          name,
          "it is a whole number with a unit of s, min, h or d, such as 90 s, got %s"
              .formatted(value));
      return fallback;
    }
    long amount = Long.parseLong(read.group(1));
    return switch (read.group(2)) {
      case "s" -> Duration.ofSeconds(amount);
      case "min" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  <E extends Enum<E>> E word(String name, E fallback) {
    JsonNode value = value(name);
    return value == null ? fallback : word(name, value, fallback);
  }

  <E extends Enum<E>> List<E> words(String name, Class<E> type) {
    List<E> words = new ArrayList<>();
    for (JsonNode item : items(name)) {
      words.add(word(name, item, type.getEnumConstants()[0]));
    }
    return words;
  }

  List<String> texts(String name) {
    return items(name).stream().map(JsonNode::asText).toList();
  }

  Fields object(String name) {
    return new Fields(at(name), value(name), problems);
  }

  List<Fields> objects(String name) {
    List<Fields> objects = new ArrayList<>();
    for (JsonNode item : items(name)) {
      objects.add(new Fields("%s[%s]".formatted(at(name), objects.size()), item, problems));
    }
    return objects;
  }

  /** Names of the fields there are, whatever they are called. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    if (node != null) {
      node.fieldNames().forEachRemaining(names::add);
    }
    return names;
  }

  /** What is made of the fields, or the fallback where together they contradict each other. */
  <T> T made(String name, Supplier<T> maker, T fallback) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      problem(name, String.valueOf(e.getMessage()));
      return fallback;
    }
  }

  /** Ends the reading: a field that nobody asked for is misspelt, or thought to mean something. */
  void close() {
    for (String name : names()) {
      if (!asked.contains(name)) {
        problem(name, "there is no such field; there are %s".formatted(String.join(", ", asked)));
      }
    }
  }

  private <E extends Enum<E>> E word(String name, JsonNode value, E fallback) {
    E[] all = fallback.getDeclaringClass().getEnumConstants();
    for (E one : all) {
      if (value.isTextual() && one.name().equals(value.asText().toUpperCase(Locale.ROOT))) {
        return one;
      }
    }
    problem(
        name,
        "it is one of %s, got %s"
            .formatted(
                String.join(
                    ", ",
                    Arrays.stream(all)
                        .map(e -> e.name().toLowerCase(Locale.ROOT))
                        .toList()),
                value));
    return fallback;
  }

  private List<JsonNode> items(String name) {
    JsonNode value = value(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      problem(name, "it is a list, got %s".formatted(value));
      return List.of();
    }
    List<JsonNode> items = new ArrayList<>();
    value.forEach(items::add);
    return items;
  }

  private @Nullable JsonNode value(String name) {
    asked.add(name);
    JsonNode value = node == null ? null : node.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private String at(String name) {
    return name.isEmpty() ? path : path.isEmpty() ? name : path + "." + name;
  }
}
