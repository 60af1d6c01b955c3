package sightline.vision.eyes;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightline.vision.detection.Detector;
import sightline.vision.detection.NoDetector;
import sightline.vision.detection.face.HaarFaces;
import sightline.vision.detection.face.ThoroughFaces;
import sightline.vision.detection.face.YuNetFaces;
import sightline.vision.detection.hand.PalmHands;
import sightline.vision.detection.object.YoloxObjects;
import sightline.vision.detection.text.DbText;
import sightline.vision.models.InstalledModel;
import sightline.vision.models.ModelStore;

/**
 * Chooses who looks for what: the model where its weights are there, else nobody; for faces a stand-in comes between. Each
 * call opens a detector, which the caller closes.
 *
 * <p>Every method throws {@link sightline.vision.models.ModelCorrupt} where weights are not the ones described.
 */
public record Detectors(ModelStore models) {
  private static final Logger LOG = LoggerFactory.getLogger(Detectors.class);

  /** With a second opinion where its weights are there. */
  public Detector faces() {
    return opened(
        "face",
        model -> new YuNetFaces(model, models.verified("verification")),
        Detectors::faceStandIn);
  }

  /** For a few frames, not for every one; nobody where there is no face model: a stand-in would find nothing that was missed. */
  public Detector thoroughFaces() {
    return opened(
        "face",
        model -> new ThoroughFaces(model, models.verified("verification")),
        NoDetector::new);
  }

  /** The version that {@link #thoroughFaces} would have, without opening it; empty where nobody would look. */
  public Optional<String> thoroughFacesVersion() {
    return models
        .verified("face")
        .map(model -> ThoroughFaces.version(model, models.verified("verification")));
  }

  /** People, screens and things. */
  public Detector objects() {
    return opened("object", YoloxObjects::new, NoDetector::new);
  }

  public Detector hands() {
    return opened("hand", PalmHands::new, NoDetector::new);
  }

  public Detector text() {
    return opened("text", DbText::new, NoDetector::new);
  }

  private Detector opened(
      String task, Function<InstalledModel, Detector> model, Supplier<Detector> otherwise) {
    return models.verified(task).map(model).orElseGet(otherwise);
  }

  private static Detector faceStandIn() {
    try {
      return new HaarFaces();
    } catch (RuntimeException | UnsatisfiedLinkError missing) {
      LOG.warn(
          "neither a face model nor the stand-in can look; every frame will be withheld", missing);
      return new NoDetector();
    }
  }
}
