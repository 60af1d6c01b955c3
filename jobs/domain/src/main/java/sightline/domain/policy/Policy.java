package sightline.domain.policy;

import java.io.Serializable;
import java.util.List;
import sightline.domain.privacy.DetectorKind;

/**
 * What must be known of a frame before it may go out.
 *
 * @param version stands in every directive
 * @param required detectors of which one missing or failed means WITHHOLD
 * @param faceConfidence a face of at least this confidence (0 to 1) is hidden
 * @param standInConfidence the same for a stand-in's face
 */
public record Policy(
    String version,
    List<DetectorKind> required,
    double faceConfidence,
    double standInConfidence,
    Growth faceGrowth,
    DrawnFootage drawnFootage)
    implements Serializable {
  public Policy {
    required = List.copyOf(required);
    if (required.isEmpty()) {
      throw new IllegalArgumentException(
          "policy %s requires no detector: then every frame would go out unseen"
              .formatted(version));
    }
  }

  /** The first policy: a face model must have looked, and every face it saw is hidden. */
  public static Policy faceFirst() {
    return new Policy(
        "face-1",
        List.of(DetectorKind.FACE),
        // On the shared footage every labelled face scores 0.8 and more; 7% of faceless frames have
        // a false one at 0.5.
        0.50,
        0.0,
        new Growth(0.25, 0.40, 0.20),
        DrawnFootage.LIKE_ANY_OTHER);
  }

  /** {@link #faceFirst()} for footage that this process drew and signed itself. Nothing else profits from it. */
  public static Policy drawnScene() {
    Policy first = faceFirst();
    return new Policy(
        "drawn-scene-1",
        first.required,
        first.faceConfidence,
        first.standInConfidence,
        first.faceGrowth,
        DrawnFootage.TRUST_THE_STAND_IN);
  }
}
