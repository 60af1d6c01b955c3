package sightline.app.drawn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Box;

class DrawnSceneTest {
  private static final long SEED = 20;
  private static final int KINDS = 10;

  @Test
  void drawsTheSameBytesForTheSameSeed() {
    assertThat(DrawnScene.of(SEED, 3).jpeg(40)).isEqualTo(DrawnScene.of(SEED, 3).jpeg(40));
  }

  @Test
  void drawsAFrameTheSameWhateverWasDrawnBefore() {
    DrawnScene scene = DrawnScene.of(SEED, 4);
    byte[] first = scene.jpeg(90);
    scene.jpeg(91);
    assertThat(scene.jpeg(90)).isEqualTo(first);
  }

  @Test
  void drawsOtherBytesForAnotherSeedSceneOrIndex() {
    byte[] one = DrawnScene.of(SEED, 3).jpeg(40);
    assertThat(DrawnScene.of(SEED + 1, 3).jpeg(40)).isNotEqualTo(one);
    assertThat(DrawnScene.of(SEED, 13).jpeg(40)).isNotEqualTo(one);
    assertThat(DrawnScene.of(SEED, 3).jpeg(41)).isNotEqualTo(one);
  }

  @Test
  void drawsInTheSizeOfTheCamera() {
    for (Camera camera : List.of(Camera.ENTRY, Camera.MID, Camera.FLAGSHIP)) {
      BufferedImage picture = DrawnScene.of(SEED, 0, camera).draw(0);
      assertThat(picture.getWidth()).isEqualTo(camera.width());
      assertThat(picture.getHeight()).isEqualTo(camera.height());
    }
  }

  @Test
  void keepsTheWholeFaceInsideTheFrame() {
    for (Camera camera : List.of(Camera.ENTRY, Camera.MID, Camera.FLAGSHIP)) {
      for (int number = 1; number < 3 * KINDS; number += 2) {
        DrawnScene scene = DrawnScene.of(SEED, number, camera);
        assertThat(faces(scene))
            .as("seed %s, scene %s", SEED, number)
            .hasSizeGreaterThan(40)
            .allMatch(face -> face.left() >= 0 && face.top() >= 0)
            .allMatch(face -> face.right() <= camera.width() && face.bottom() <= camera.height());
      }
    }
  }

  @Test
  void letsNobodyIntoAnEvenScene() {
    assertThat(faces(DrawnScene.of(SEED, 6))).isEmpty();
  }

  @Test
  void changesThePictureWhereTheFaceAppears() {
    DrawnScene scene = DrawnScene.of(SEED, 5);
    int first = IntStream.range(0, scene.frames())
        .filter(index -> scene.truth(index).visitor())
        .findFirst()
        .orElseThrow();
    Box face = Objects.requireNonNull(scene.truth(first).face());
    BufferedImage before = scene.draw(first - 1);
    BufferedImage after = scene.draw(first);
    Box elsewhere = new Box(640 - face.right(), face.top(), face.width(), face.height());
    assertThat(change(before, after, face)).isGreaterThan(2 * change(before, after, elsewhere));
  }

  @Test
  void darkensTheShareOfThePictureThatTheFingerCovers() {
    DrawnScene scene = DrawnScene.of(SEED, 4);
    int covered = IntStream.range(0, scene.frames())
        .filter(index -> scene.truth(index).covered() > 0.1)
        .skip(10)
        .findFirst()
        .orElseThrow();
    double flesh = flesh(scene.draw(covered)) - flesh(scene.draw(0));
    assertThat(flesh)
        .isBetween(
            0.7 * scene.truth(covered).covered(), 1.3 * scene.truth(covered).covered());
  }

  @Test
  void refusesWhatLiesOutsideTheScene() {
    DrawnScene scene = DrawnScene.of(SEED, 0);
    assertThatThrownBy(() -> scene.draw(scene.frames()))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> DrawnScene.of(SEED, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }

  private static List<Box> faces(DrawnScene scene) {
    return IntStream.range(0, scene.frames())
        .mapToObj(index -> scene.truth(index).face())
        .filter(Objects::nonNull)
        .toList();
  }

  /** Mean step of the green channel within a box. */
  private static double change(BufferedImage before, BufferedImage after, Box where) {
    double sum = 0;
    int pixels = 0;
    for (int y = (int) where.top(); y < where.bottom(); y++) {
      for (int x = (int) where.left(); x < where.right(); x++) {
        sum += Math.abs(green(before.getRGB(x, y)) - green(after.getRGB(x, y)));
        pixels++;
      }
    }
    return sum / pixels;
  }

  private static int green(int rgb) {
    return (rgb >> 8) & 0xFF;
  }

  /** Share of pixels as dark and red as a finger on the lens. */
  private static double flesh(BufferedImage picture) {
    int dark = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int rgb = picture.getRGB(x, y);
        int red = (rgb >> 16) & 0xFF;
        dark += green(rgb) < 60 && red > 1.3 * green(rgb) ? 1 : 0;
      }
    }
    return (double) dark / (picture.getWidth() * picture.getHeight());
  }
}
