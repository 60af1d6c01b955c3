package sightline.domain.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RotationTest {
  /** A stored raster of 100 x 60; the pixel block 10,5 4x2 near its top left is followed through each turn by hand. */
  @ParameterizedTest
  @CsvSource({
    "NONE,          10,  5, 4, 2",
    "CLOCKWISE_90,  53, 10, 2, 4",
    "HALF_TURN,     86, 53, 4, 2",
    "CLOCKWISE_270,  5, 86, 2, 4"
  })
  void takesABoxSeenUprightBackToWhereItLiesInTheStoredRaster(
      Rotation turn, float left, float top, float width, float height) {
    assertThat(turn.toStored(new Box(left, top, width, height), 100, 60))
        .isEqualTo(new Box(10, 5, 4, 2));
    assertThat(turn.toUpright(new Box(10, 5, 4, 2), 100, 60))
        .isEqualTo(new Box(left, top, width, height));
  }

  @ParameterizedTest
  @CsvSource({"1,NONE", "3,HALF_TURN", "6,CLOCKWISE_90", "8,CLOCKWISE_270", "0,NONE", "77,NONE"})
  void readsTheTurnThatExifAsksFor(int orientation, Rotation turn) {
    assertThat(Rotation.ofExif(orientation)).isEqualTo(turn);
  }

  @Test
  void refusesAnAngleThatIsNoQuarterTurn() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rotation.ofDegrees(37))
        .withMessageContaining("37");
  }
}
