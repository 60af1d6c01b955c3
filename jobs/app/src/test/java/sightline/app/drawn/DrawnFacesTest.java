package sightline.app.drawn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Box;
import sightline.domain.frame.Rotation;
import sightline.domain.privacy.Detection;
import sightline.vision.decode.ImageHeader;
import sightline.vision.decode.ImageLimits;
import sightline.vision.decode.Picture;
import sightline.vision.decode.Undecodable;
import sightline.vision.detection.face.HaarFaces;

/** The drawings against the stand-in, which is all that looks for faces where no model is installed. */
class DrawnFacesTest {
  private static final long SEED = 31;
  private static final int KINDS = 10;
  private static final List<Camera> CAMERAS = List.of(Camera.MID, Camera.ENTRY, Camera.FLAGSHIP);

  /** The stand-in is set to fire early; this share of frames without anybody may go out redacted. */
  private static final double FALSE_SHARE = 0.02;

  private static final double SAME_FACE = 0.35;

  private final HaarFaces faces = new HaarFaces();

  @AfterEach
  void closeFaces() {
    faces.close();
  }

  @Test
  void findsTheVisitorInEveryFrameThatShowsOne() throws Undecodable {
    List<String> missed = new ArrayList<>();
    for (int number = 1; number < 2 * KINDS; number += 2) {
      DrawnScene scene = DrawnScene.of(SEED, number, CAMERAS.get(number / 2 % CAMERAS.size()));
      for (int index = number % 7; index < scene.frames(); index += 7) {
        if (scene.truth(index).visitor() && !findsVisitor(scene, index)) {
          missed.add("scene %s, frame %s".formatted(number, index));
        }
      }
    }
    assertThat(missed).as("seed %s", SEED).isEmpty();
  }

  @Test
  void findsHardlyAnybodyWhereNobodyIs() throws Undecodable {
    int looked = 0;
    List<String> alarms = new ArrayList<>();
    for (int number = 0; number < 2 * KINDS; number += 2) {
      DrawnScene scene = DrawnScene.of(SEED, number, CAMERAS.get(number / 2 % CAMERAS.size()));
      for (int index = 0; index < scene.frames(); index += 13) {
        looked++;
        if (!found(scene, index).isEmpty()) {
          alarms.add("scene %s, frame %s".formatted(number, index));
        }
      }
    }
    assertThat(alarms).as("seed %s, %s frames", SEED, looked).hasSizeLessThan((int)
        Math.ceil(FALSE_SHARE * looked));
  }

  private boolean findsVisitor(DrawnScene scene, int index) throws Undecodable {
    Box face = Objects.requireNonNull(scene.truth(index).face());
    return found(scene, index).stream().anyMatch(seen -> seen.box().overlap(face) > SAME_FACE);
  }

  private List<Detection> found(DrawnScene scene, int index) throws Undecodable {
    byte[] image = scene.jpeg(index);
    ImageHeader header = ImageHeader.read(image, ImageLimits.defaults());
    assertThat(header).isInstanceOf(ImageHeader.Accepted.class);
    try (Picture picture = Picture.decode(image, (ImageHeader.Accepted) header, Rotation.NONE)) {
      return faces.detect(picture);
    }
  }
}
