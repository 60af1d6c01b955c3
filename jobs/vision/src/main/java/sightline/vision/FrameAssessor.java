package sightline.vision;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightline.domain.assessment.Assessment;
import sightline.domain.assessment.Decoding;
import sightline.domain.frame.Rotation;
import sightline.domain.framing.CameraView;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.DetectorReading;
import sightline.domain.quality.Exposure;
import sightline.domain.quality.Occlusion;
import sightline.domain.quality.Sharpness;
import sightline.domain.quality.Unassessed;
import sightline.vision.decode.ImageHeader;
import sightline.vision.decode.Picture;
import sightline.vision.decode.Undecodable;
import sightline.vision.detection.Detector;
import sightline.vision.detection.Faces;
import sightline.vision.exposure.ExposureMeter;
import sightline.vision.occlusion.LensOcclusionMeter;
import sightline.vision.sharpness.SharpnessMeter;

/**
 * Says everything that one frame's pixels say: a pure function of the bytes, the declared rotation and the models. It decodes
 * once, and native memory ends with the call. One instance a subtask; not for several threads.
 */
public final class FrameAssessor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FrameAssessor.class);

  private final ExposureMeter exposure = new ExposureMeter();
  private final SharpnessMeter sharpness = new SharpnessMeter();
  private final LensOcclusionMeter lens = new LensOcclusionMeter();
  private final Detector faces;

  FrameAssessor(Detector faces) {
    this.faces = faces;
  }

  /**
   * Chooses the face model where its weights are there, else the stand-in.
   *
   * @throws sightline.vision.models.ModelCatalogueInvalid where the descriptions are wrong
   * @throws sightline.vision.models.ModelCorrupt where weights are not the ones described
   */
  public static FrameAssessor open(ModelSettings settings) {
    return new FrameAssessor(Faces.under(settings.root()));
  }

  /** Versions of the models that look, such as face/yunet-n-1, or "none". */
  public String models() {
    return faces.version();
  }

  /**
   * Never throws for anything in the image: undecodable pixels and a failing detector are values.
   *
   * @param image the coded bytes
   * @param declared the sender's word on the rotation; NONE means that the image's own orientation tag counts
   * @param header what {@link ImageHeader#read} said of the same bytes
   */
  public Assessment assess(byte[] image, Rotation declared, ImageHeader.Accepted header) {
    Rotation upright = declared == Rotation.NONE ? header.exif() : declared;
    try (Picture picture = Picture.decode(image, header, upright)) {
      return new Assessment(
          Decoding.DECODED,
          upright,
          orElse(() -> exposure.measure(picture), Exposure::unassessed),
          orElse(() -> sharpness.measure(picture), Sharpness::unassessed),
          orElse(() -> lens.measure(picture), Occlusion::unassessed),
          Occlusion.unassessed(Unassessed.NOT_IN_THIS_VERSION),
          CameraView.unassessed(Unassessed.NOT_IN_THIS_VERSION),
          List.of(faces(picture)),
          models());
    } catch (Undecodable broken) {
      return Assessment.undecodable(upright, models());
    }
  }

  private DetectorReading faces(Picture picture) {
    try {
      return new DetectorReading(DetectorKind.FACE, faces.looked(), faces.detect(picture));
    } catch (RuntimeException failure) {
      LOG.warn("the face detector failed on a frame, which will be withheld", failure);
      return DetectorReading.failed(DetectorKind.FACE);
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
    faces.close();
  }
}
