package sightline.vision;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Rotation;
import sightline.vision.decode.Encoder;
import sightline.vision.decode.ImageHeader;
import sightline.vision.decode.ImageHeader.Accepted;
import sightline.vision.decode.ImageLimits;
import sightline.vision.detection.NoDetector;
import sightline.vision.eyes.Eyes;
import sightline.vision.occlusion.LensOcclusionMeter;

/** One leaked picture a frame would be gigabytes within a minute, and no heap limit would see it. */
class NativeMemoryTest {
  private static final int FRAMES = 250;
  private static final long PICTURE_BYTES = 1280 * 720 * 3;

  @Test
  void givesBackEveryPicture() {
    byte[] image;
    try (Mat room = Drawing.room(1280, 720, 1)) {
      image = Encoder.jpeg(room, 90);
    }
    Accepted header = (Accepted) ImageHeader.read(image, ImageLimits.defaults());
    try (FrameAssessor assessor =
        new FrameAssessor(new LensOcclusionMeter(), Eyes.only(new NoDetector()))) {
      assess(assessor, image, header, 50);
      long before = Pointer.physicalBytes();
      assess(assessor, image, header, FRAMES);
      assertThat(Pointer.physicalBytes() - before).isLessThan(FRAMES * PICTURE_BYTES / 4);
    }
  }

  private static void assess(FrameAssessor assessor, byte[] image, Accepted header, int times) {
    for (int i = 0; i < times; i++) {
      assessor.assess(image, 0, Rotation.CLOCKWISE_90, header);
    }
  }
}
