package sightline.vision.detection.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Box;
import sightline.vision.Drawing;
import sightline.vision.detection.face.CloseUp.Facing;

class CloseUpTest {
  private static final Box BOX = new Box(40, 30, 20, 30);

  @Test
  void putsTheBoxInTheMiddle() {
    CloseUp close = CloseUp.around(BOX, 2);
    assertThat(close).isEqualTo(new CloseUp(20, 15, 60));
    assertThat(close.place(BOX, 120, Facing.AS_IT_IS)).isEqualTo(new Box(40, 30, 40, 60));
  }

  @Test
  void mirrorsWhatIsNotInTheMiddle() {
    CloseUp close = new CloseUp(40, 30, 60);
    assertThat(close.place(BOX, 60, Facing.AS_IT_IS).left()).isEqualTo(0);
    assertThat(close.place(BOX, 60, Facing.MIRRORED).left()).isEqualTo(40);
  }

  @Test
  void showsTheThingWhereItSaysThatItIs() {
    Box thing = new Box(13, 52, 16, 16);
    for (Facing facing : Facing.values()) {
      try (PointerScope scope = new PointerScope()) {
        Mat picture = withWhite(thing);
        CloseUp close = new CloseUp(5, 40, 48);
        Mat shown = CloseUp.shown(close.cut(picture), 96, facing);
        Box place = close.place(thing, 96, facing);
        assertThat(light(shown, place)).isGreaterThan(230);
        assertThat(opencv_core.mean(shown).get(0) * 96 * 96)
            .isCloseTo(255 * place.area(), within(0.12 * 255 * place.area()));
      }
    }
  }

  @Test
  void isBlackBeyondTheFrame() {
    try (PointerScope scope = new PointerScope()) {
      Mat picture = Drawing.plain(100, 80, 200);
      for (Box box : new Box[] {
        new Box(-8, 20, 16, 16),
        new Box(92, 20, 16, 16),
        new Box(40, -8, 16, 16),
        new Box(40, 72, 16, 16)
      }) {
        Mat cut = CloseUp.around(box, 2).cut(picture);
        assertThat(cut.cols()).isEqualTo(32);
        assertThat(cut.rows()).isEqualTo(32);
        assertThat(opencv_core.mean(cut).get(0)).isEqualTo(100);
      }
      assertThat(opencv_core
              .mean(CloseUp.around(new Box(300, 300, 9, 9), 2).cut(picture))
              .get(0))
          .isZero();
    }
  }

  private static Mat withWhite(Box thing) {
    Mat picture = Drawing.plain(100, 100, 0);
    opencv_imgproc.rectangle(
        picture,
        new Point((int) thing.left(), (int) thing.top()),
        new Point((int) thing.right() - 1, (int) thing.bottom() - 1),
        Scalar.WHITE,
        opencv_imgproc.FILLED,
        opencv_imgproc.LINE_8,
        0);
    return picture;
  }

  private static double light(Mat picture, Box box) {
    Mat inside = new Mat(
        picture,
        new Rect(
            (int) box.left() + 1,
            (int) box.top() + 1,
            (int) box.width() - 2,
            (int) box.height() - 2));
    return opencv_core.mean(inside).get(0);
  }
}
