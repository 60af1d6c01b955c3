package sightline.domain.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Box;
import sightline.domain.frame.Rotation;

class AreaTest {
  @Test
  void isTheWayBackFromTheUprightPictureOnSeededBoxes() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      for (Rotation rotation : Rotation.values()) {
        boolean lying = rotation == Rotation.CLOCKWISE_90 || rotation == Rotation.CLOCKWISE_270;
        int width = lying ? 720 : 1280;
        int height = lying ? 1280 : 720;
        Box upright = new Box(
            random.nextInt(600),
            random.nextInt(600),
            1 + random.nextInt(100),
            1 + random.nextInt(100));
        Area area = Area.of(rotation.toStored(upright, 1280, 720), rotation, 1280, 720);
        String which = "seed %s, %s".formatted(seed, rotation);
        assertThat(area.left()).as(which).isCloseTo(upright.left() / width, within(1e-6));
        assertThat(area.top()).as(which).isCloseTo(upright.top() / height, within(1e-6));
        assertThat(area.right()).as(which).isCloseTo(upright.right() / width, within(1e-6));
        assertThat(area.bottom()).as(which).isCloseTo(upright.bottom() / height, within(1e-6));
      }
    }
  }

  @Test
  void needsASize() {
    assertThatThrownBy(() -> new Area(0.5, 0, 0.5, 1)).hasMessageContaining("has a size");
  }
}
