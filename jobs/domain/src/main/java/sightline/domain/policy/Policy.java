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
 * @param documents what becomes of papers and screens that the worker allowed to be seen
 * @param voices what becomes of speech in the sound that goes with a frame
 */
public record Policy(
    String version,
    List<Hiding> hidings,
    double standInConfidence,
    DrawnFootage drawnFootage,
    Documents documents,
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

  /** A policy that hides papers and screens whatever the worker allows. */
  public Policy(
      String version, List<Hiding> hidings, double standInConfidence, DrawnFootage drawnFootage) {
    this(version, hidings, standInConfidence, drawnFootage, Documents.ALWAYS_HIDDEN);
  }

  /** A policy under which nobody's speech is heard. */
  public Policy(
      String version,
      List<Hiding> hidings,
      double standInConfidence,
      DrawnFootage drawnFootage,
      Documents documents) {
    this(version, hidings, standInConfidence, drawnFootage, documents, Voices.MUTE_ALWAYS);
  }

  public boolean hides(DetectorKind kind) {
    return hidings.stream().anyMatch(hiding -> hiding.kind() == kind);
  }

  /**
   * Whether it is stricter than another in any respect, so that what went out under the other may show what this one hides: a kind more, a
   * lower confidence, more growth, a younger look, papers and voices that are hidden whatever was allowed, no trust in drawn footage. What it
   * leaves out makes it no stricter, even where consent would then withhold: it was hidden.
   */
  public boolean stricterThan(Policy other) {
    return Strictness.stricter(this, other);
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
        "%s(%s)".formatted(version, named),
        kept,
        standInConfidence,
        drawnFootage,
        documents,
        voices);
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
        DrawnFootage.LIKE_ANY_OTHER);
  }

  /** Faces only, for footage that is known to hold nothing else to hide: a face model must have looked at every frame. */
  public static Policy faceFirst() {
    return new Policy("face-2", List.of(FACES), 0.0, DrawnFootage.LIKE_ANY_OTHER);
  }

  /** {@link #faceFirst()} for footage that this process drew and signed itself. Nothing else profits from it. */
  public static Policy drawnScene() {
    return new Policy("drawn-scene-2", List.of(FACES), 0.0, DrawnFootage.TRUST_THE_STAND_IN);
  }
}
