package sightline.vision.detection.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.domain.frame.Rotation;
import sightline.domain.privacy.Detection;
import sightline.vision.Assets;
import sightline.vision.decode.Picture;
import sightline.vision.models.InstalledModel;
import sightline.vision.models.ModelStore;

class ThoroughFacesTest {
  @TempDir
  Path temporary;

  private InstalledModel model() {
    return ModelStore.under(Assets.modelsWithFaces(temporary)).verified("face").orElseThrow();
  }

  private static Mat group() {
    Path file = Assets.pictures(Assets.media("photos/faces_dlib")).get(0);
    return opencv_imgcodecs.imread(file.toString());
  }

  private static List<Detection> sure(List<Detection> faces) {
    return faces.stream().filter(face -> face.confidence() >= 0.74).toList();
  }

  @Test
  void findsAtLeastWhatTheQuickLookFindsAndAtTheSamePlaces() {
    InstalledModel model = model();
    try (ThoroughFaces thorough = new ThoroughFaces(model, Optional.empty());
        YuNetFaces quick = new YuNetFaces(model);
        Picture picture = Picture.of(group(), Rotation.NONE)) {
      List<Detection> faces = thorough.detect(picture);
      List<Detection> wanted = sure(quick.detect(picture));
      assertThat(wanted).isNotEmpty();
      for (Detection face : wanted) {
        assertThat(faces)
            .anyMatch(found -> found.confidence() >= 0.5 && found.box().overlap(face.box()) > 0.5);
      }
      assertThat(thorough.detect(picture)).isEqualTo(faces);
    }
  }

  @Test
  void aFaceInACornerOfALargePictureIsFoundWhereItIs() {
    InstalledModel model = model();
    try (YuNetFaces quick = new YuNetFaces(model);
        ThoroughFaces thorough = new ThoroughFaces(model, Optional.empty());
        Mat group = group();
        Picture picture = Picture.of(group, Rotation.NONE)) {
      Detection face = sure(quick.detect(picture)).get(0);
      double side = 1.6 * Math.max(face.box().width(), face.box().height());
      try (Mat large = new Mat(1_080, 1_920, group.type(), new Scalar(120, 120, 120, 0));
          Mat small = new Mat()) {
        int left = (int) Math.max(0, face.box().left() - side / 4);
        int top = (int) Math.max(0, face.box().top() - side / 4);
        int wide = (int) Math.min(side, group.cols() - left);
        int high = (int) Math.min(side, group.rows() - top);
        Mat cut = new Mat(group, new Rect(left, top, wide, high));
        opencv_imgproc.resize(cut, small, new Size(48, 48));
        small.copyTo(new Mat(large, new Rect(1_840, 1_000, 48, 48)));
        try (Picture corner = Picture.of(large, Rotation.NONE)) {
          assertThat(thorough.detect(corner)).anySatisfy(found -> {
            assertThat(found.confidence()).isGreaterThan(0.5);
            assertThat(found.box().left()).isBetween(1_830f, 1_880f);
            assertThat(found.box().top()).isBetween(990f, 1_040f);
          });
        }
      }
    }
  }
}
