package sightline.vision;

import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightline.domain.assessment.Assessment;
import sightline.domain.assessment.Decoding;
import sightline.domain.frame.Rotation;
import sightline.domain.framing.CameraView;
import sightline.domain.quality.Exposure;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Sharpness;
import sightline.domain.quality.Unassessed;
import sightline.vision.decode.ImageHeader;
import sightline.vision.decode.Picture;
import sightline.vision.decode.Undecodable;
import sightline.vision.exposure.ExposureMeter;
import sightline.vision.eyes.Detectors;
import sightline.vision.eyes.Eyes;
import sightline.vision.framing.CameraViewMeter;
import sightline.vision.models.ModelStore;
import sightline.vision.noise.NoiseMeter;
import sightline.vision.occlusion.Covers;
import sightline.vision.occlusion.LensOcclusionMeter;
import sightline.vision.sharpness.SharpnessMeter;

/**
 * Says everything that one frame's pixels say: a pure function of the bytes, the index, the declared rotation
 * and the models. It decodes once, and native memory ends with the call. One instance a subtask; not for several threads.
 */
public final class FrameAssessor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FrameAssessor.class);

  private final ExposureMeter exposure = new ExposureMeter();
  private final SharpnessMeter sharpness = new SharpnessMeter();
  private final NoiseMeter noise = new NoiseMeter();
  private final CameraViewMeter camera = new CameraViewMeter();
  private final LensOcclusionMeter lens;
  private final Eyes eyes;

  FrameAssessor(LensOcclusionMeter lens, Eyes eyes) {
    this.lens = lens;
    this.eyes = eyes;
  }

  /**
   * Opens every model whose weights are there; for faces, else the stand-in.
   *
   * @throws sightline.vision.models.ModelCatalogueInvalid where the descriptions are wrong
   * @throws sightline.vision.models.ModelCorrupt where weights are not the ones described
   */
  public static FrameAssessor open(ModelSettings settings) {
    ModelStore models = ModelStore.under(settings.root());
    return new FrameAssessor(
        settings.tasks().contains("occlusion")
            ? LensOcclusionMeter.open(models)
            : new LensOcclusionMeter(),
        Eyes.open(new Detectors(models), settings.tasks(), settings.schedule()));
  }

  /** Versions of the models that look, joined by a space, such as face/yunet-n-2, or "none". */
  public String models() {
    return Stream.of(eyes.versions(), lens.version())
        .filter(version -> !version.equals("none"))
        .collect(Collectors.collectingAndThen(
            Collectors.joining(" "), joined -> joined.isEmpty() ? "none" : joined));
  }

  /**
   * Never throws for anything in the image: undecodable pixels and a failing detector are values.
   *
   * @param image the coded bytes
   * @param index 0-based place of the frame within its session, for the schedule
   * @param declared the sender's word on the rotation; NONE means that the image's own orientation tag counts
   * @param header what {@link ImageHeader#read} said of the same bytes
   */
  public Assessment assess(
      byte[] image, int index, Rotation declared, ImageHeader.Accepted header) {
    Rotation upright = declared == Rotation.NONE ? header.exif() : declared;
    try (Picture picture = Picture.decode(image, header, upright)) {
      Exposure light = orElse(() -> exposure.measure(picture), Exposure::unassessed);
      Sharpness crispness = orElse(() -> sharpness.measure(picture), Sharpness::unassessed);
      Covers covers = orElse(() -> lens.covers(picture), Covers::unassessed);
      return new Assessment(
          Decoding.DECODED,
          upright,
          light,
          crispness,
          orElse(() -> noise.measure(picture), Measure::unassessed),
          covers.lens(),
          covers.view(),
          orElse(() -> camera.measure(picture), CameraView::unassessed),
          eyes.look(picture, index, light, crispness),
          models());
    } catch (Undecodable broken) {
      return Assessment.undecodable(upright, models());
    }
  }

  private static <T> T orElse(Supplier<T> measure, Function<Unassessed, T> unassessed) {
    try {
      return measure.get();
    } catch (RuntimeException failure) {
      LOG.warn("a measure failed on a frame", failure);
      return unassessed.apply(Unassessed.DETECTOR_FAILED);
    }
  }

  @Override
  public void close() {
    eyes.close();
    lens.close();
  }
}
