package sightline.pipeline.job;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sightline.domain.assessment.FollowRules;
import sightline.domain.policy.Policy;
import sightline.domain.privacy.Consent;
import sightline.domain.privacy.DetectorKind;

/** What the words of a setting's value mean. All throw {@link IllegalArgumentException} with the mend for words that mean nothing. */
final class Words {
  private Words() {}

  static Set<DetectorKind> hidden(String words) {
    Set<DetectorKind> kinds = new TreeSet<>();
    for (String word : list(words)) {
      kinds.add(
          switch (word) {
            case "face" -> DetectorKind.FACE;
            case "person" -> DetectorKind.PERSON;
            case "screen" -> DetectorKind.SCREEN;
            case "text" -> DetectorKind.TEXT;
            default ->
              throw new IllegalArgumentException(
                  "'%s' is nothing that is hidden; there are face, person, screen and text"
                      .formatted(word));
          });
    }
    return kinds;
  }

  static Policy policy(String name, byte[] drawnKey) {
    for (Policy policy : List.of(Policy.household(), Policy.faceFirst(), Policy.drawnScene())) {
      if (policy.version().equals(name)) {
        if (policy.equals(Policy.drawnScene()) && drawnKey.length == 0) {
          throw new IllegalArgumentException(
              "only 'sightline demo' may use it, for scenes it draws itself; use household-1");
        }
        return policy;
      }
    }
    throw new IllegalArgumentException("there is no such policy; use household-1 or face-2");
  }

  static FollowRules follow(String word) {
    return switch (word) {
      case "tracked" -> FollowRules.TRACKED;
      case "single" -> FollowRules.SINGLE;
      default -> throw new IllegalArgumentException("it is tracked or single");
    };
  }

  static Consent consent(String word) {
    return switch (word) {
      case "off" -> Consent.OFF;
      case "required" -> Consent.REQUIRED;
      default -> throw new IllegalArgumentException("it is off or required");
    };
  }

  /** A whole number with a unit of ms, s, min, h or d. */
  static Duration duration(String text) {
    String[] parts = text.trim().split("(?<=\\d)\\s*(?=[a-z])", 2);
    long amount = Long.parseLong(parts[0]);
    return switch (parts.length < 2 ? "" : parts[1]) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "min" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      case "d" -> Duration.ofDays(amount);
      default ->
        throw new IllegalArgumentException("it is a whole number with a unit, ms, s, min, h or d");
    };
  }

  static List<String> list(String words) {
    return Arrays.stream(words.split(",", -1))
        .map(String::trim)
        .filter(item -> !item.isEmpty())
        .toList();
  }
}
