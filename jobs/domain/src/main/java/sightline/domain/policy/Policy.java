package sightline.domain.policy;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import sightline.domain.privacy.DetectorKind;

/**
 * What must be known of a frame before it may go out, and what is hidden in it.
 *
 * @param version stands in every directive
 * @param hidings one a kind of detector that is required: one missing, failed or too old means WITHHOLD
 * @param standInConfidence a stand-in's face of at least this confidence (0 to 1) is hidden
 * @param voices what becomes of speech in the sound that goes with a frame
 */
public record Policy(
    String version,
    List<Hiding> hidings,
    double standInConfidence,
    DrawnFootage drawnFootage,
    Voices voices)
    implements Serializable {
  /** Of 3,000 first-person frames without a face 16 have a false one from this confidence on; the models' cards have the rest. */
  private static final Hiding FACES =
      new Hiding(DetectorKind.FACE, 0.74, new Growth(0.30, 0.45, 0.25), 0);

  public Policy {
    hidings = List.copyOf(hidings);
    if (hidings.isEmpty()) {
      throw new IllegalArgumentException(
          "policy %s requires no detector: then every frame would go out unseen"
              .formatted(version));
    }
    if (hidings.stream().map(Hiding::kind).distinct().count() != hidings.size()) {
      throw new IllegalArgumentException(
          "policy %s names a kind of detector twice".formatted(version));
    }
  }

  /**
   * The same policy for some kinds alone, which its version then says: to measure one kind without the cost of the others.
   *
   * @throws IllegalArgumentException where it hides none of them
   */
  public Policy only(Set<DetectorKind> kinds) {
    List<Hiding> kept =
        hidings.stream().filter(hiding -> kinds.contains(hiding.kind())).toList();
    if (kept.size() == hidings.size()) {
      return this;
    }
    String named = kept.stream()
        .map(hiding -> hiding.kind().name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining("+"));
    return new Policy(
        "%s(%s)".formatted(version, named), kept, standInConfidence, drawnFootage, voices);
  }

  /** Footage of homes: faces, everybody but the worker, screens and readable text are hidden. */
  public static Policy household() {
    return new Policy(
        "household-1",
        List.of(
            FACES,
            new Hiding(DetectorKind.PERSON, 0.10, Growth.even(0.05), 1_000),
            new Hiding(DetectorKind.SCREEN, 0.20, Growth.even(0.10), 1_000),
            new Hiding(DetectorKind.TEXT, 0.50, Growth.even(0.02), 1_000)),
        0.0,
        DrawnFootage.LIKE_ANY_OTHER,
        Voices.MUTE_ALWAYS);
  }

  /** Faces only, for footage that is known to hold nothing else to hide: a face model must have looked at every frame. */
  public static Policy faceFirst() {
    return new Policy(
        "face-2", List.of(FACES), 0.0, DrawnFootage.LIKE_ANY_OTHER, Voices.MUTE_ALWAYS);
  }

  /** {@link #faceFirst()} for footage that this process drew and signed itself. Nothing else profits from it. */
  public static Policy drawnScene() {
    return new Policy(
        "drawn-scene-2", List.of(FACES), 0.0, DrawnFootage.TRUST_THE_STAND_IN, Voices.MUTE_ALWAYS);
  }
}
