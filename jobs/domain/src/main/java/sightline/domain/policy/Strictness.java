package sightline.domain.policy;

import java.util.List;

/**
 * Whether one policy hides or demands more than another. Numbers that are none count as more, unless both are the same: what cannot be
 * compared must not pass for looser.
 */
final class Strictness {
  private Strictness() {}

  static boolean stricter(Policy one, Policy other) {
    return one.hidings().stream().anyMatch(hiding -> stricter(hiding, other.hidings()))
        || below(one.standInConfidence(), other.standInConfidence())
        || (one.drawnFootage() == DrawnFootage.LIKE_ANY_OTHER
            && other.drawnFootage() != DrawnFootage.LIKE_ANY_OTHER)
        || (one.documents() == Documents.ALWAYS_HIDDEN
            && other.documents() != Documents.ALWAYS_HIDDEN)
        || (one.voices() == Voices.MUTE_ALWAYS && other.voices() != Voices.MUTE_ALWAYS);
  }

  private static boolean stricter(Hiding hiding, List<Hiding> others) {
    return others.stream()
        .filter(other -> other.kind() == hiding.kind())
        .findFirst()
        .map(other -> stricter(hiding, other))
        .orElse(true);
  }

  private static boolean stricter(Hiding one, Hiding other) {
    return below(one.confidence(), other.confidence())
        || one.maxAgeMillis() < other.maxAgeMillis()
        || above(one.growth().sides(), other.growth().sides())
        || above(one.growth().above(), other.growth().above())
        || above(one.growth().below(), other.growth().below());
  }

  private static boolean below(double one, double other) {
    return !(one >= other) && Double.compare(one, other) != 0;
  }

  private static boolean above(double one, double other) {
    return !(one <= other) && Double.compare(one, other) != 0;
  }
}
