package sightline.app.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadTest {
  @TempDir
  private Path folder;

  private Head head;

  @BeforeEach
  void fits() throws IOException {
    head = Head.of(Drawn.faces(folder, 1).get(0));
  }

  @Test
  void aFaceFromTheFrontIsAsLargeAsItsPoseSays() {
    Rectangle2D face = face(0);

    assertThat(face.getHeight()).isCloseTo(80, within(0.01));
    assertThat(face.getCenterX()).isCloseTo(200, within(0.01));
    assertThat(face.getCenterY()).isCloseTo(100, within(0.01));
    assertThat(face.getWidth() * face.getHeight()).isCloseTo(head.wholeFace(80), within(1.0));
  }

  @Test
  void aFaceNarrowsTowardsTheSideItIsTurnedTo() {
    assertThat(face(60).getWidth()).isLessThan(face(30).getWidth());
    assertThat(face(60).getCenterX()).isGreaterThan(220);
    assertThat(face(-60).getCenterX()).isLessThan(180);
  }

  @Test
  void lessThanAQuarterIsLeftOfAProfile() {
    assertThat(visible(80)).isGreaterThan(WalkFrame.LEAST_FACE);
    assertThat(visible(92)).isLessThan(WalkFrame.LEAST_FACE);
  }

  @Test
  void fromBehindThereIsNoFace() {
    assertThat(face(180).isEmpty()).isTrue();
    assertThat(face(-150).isEmpty()).isTrue();
  }

  @Test
  void fromBehindAHeadHasNothingOfThePhoto() {
    Layer front = head.turned(0);
    Layer back = head.turned(180);

    assertThat(colour(front)[0] - colour(front)[2]).isGreaterThan(20);
    assertThat(colour(back)[0] - colour(back)[2]).isLessThan(40);
    assertThat(colour(back)[0]).isLessThan(colour(front)[0]);
  }

  private Rectangle2D face(double yaw) {
    return head.face(new Pose(200, 100, 80, yaw, 0));
  }

  private double visible(double yaw) {
    return face(yaw).getWidth() * face(yaw).getHeight() / head.wholeFace(80);
  }

  private static float[] colour(Layer layer) {
    float[] sum = new float[Layer.CHANNELS];
    layer.sample(0.5, 0.5, sum);
    return sum;
  }
}
