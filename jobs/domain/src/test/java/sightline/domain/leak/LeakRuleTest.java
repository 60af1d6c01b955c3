package sightline.domain.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Box;
import sightline.domain.frame.Rotation;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.Region;
import sightline.domain.privacy.RegionKind;
import sightline.domain.privacy.RegionReason;

class LeakRuleTest {
  private static final LeakRule RULE = LeakRule.from(0.5);
  private static final Detection FACE = face(100, 100, 50, 50, 0.8);

  @Test
  void aFindIsCoveredByTheUnionOfTheRegionsAndNotByEachAlone() {
    Region left = region(100, 90, 25, 80);
    Region right = region(125, 90, 15, 80);

    assertThat(RULE.leaks(List.of(FACE), List.of(left), 640, 480)).containsExactly(FACE);
    assertThat(RULE.leaks(List.of(FACE), List.of(left, right), 640, 480))
        .as("80% covered is covered")
        .isEmpty();
    assertThat(RULE.leaks(List.of(FACE), List.of(left, left), 640, 480))
        .as("twice the same covers no more")
        .containsExactly(FACE);
  }

  @Test
  void aFindTooFaintToCountIsNoLeak() {
    assertThat(RULE.leaks(List.of(face(100, 100, 50, 50, 0.49)), List.of(), 640, 480))
        .isEmpty();
    assertThat(RULE.leaks(List.of(face(100, 100, 50, 50, 0.50)), List.of(), 640, 480))
        .hasSize(1);
  }

  @Test
  void ofAFindThatSticksOutThePartInThePictureCounts() {
    Detection atTheEdge = face(-30, 100, 50, 50, 0.8);

    assertThat(RULE.leaks(List.of(atTheEdge), List.of(region(0, 90, 25, 80)), 640, 480))
        .isEmpty();
    assertThat(RULE.leaks(List.of(face(-60, 100, 50, 50, 0.8)), List.of(), 640, 480))
        .as("nothing of it can be seen")
        .isEmpty();
  }

  @Test
  void whatIsHiddenCoversTheFindAsThePolicyWouldAndLiesInThePicture() {
    Detection corner = face(0, 0, 50, 50, 0.8);

    List<Region> hiding = RULE.hiding(List.of(FACE, corner), Rotation.NONE, 640, 480);

    assertThat(hiding)
        .extracting(Region::box)
        .containsExactly(new Box(85, 77, 80, 86), new Box(0, 0, 65, 63));
    assertThat(hiding).extracting(Region::kind).containsOnly(RegionKind.FACE);
    assertThat(RULE.leaks(List.of(FACE, corner), hiding, 640, 480)).isEmpty();
  }

  @Test
  void hairLiesWhereThePictureSaysUpIs() {
    Region upright = RULE.hiding(List.of(FACE), Rotation.NONE, 640, 480).get(0);
    Region turned = RULE.hiding(List.of(FACE), Rotation.HALF_TURN, 640, 480).get(0);

    assertThat(100 - upright.y()).isEqualTo(turned.y() + turned.height() - 150);
    assertThat(upright.y()).isLessThan(turned.y());
  }

  @Test
  void aConfidenceIsAShare() {
    assertThatThrownBy(() -> LeakRule.from(1.5)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Detection face(int x, int y, int width, int height, double confidence) {
    return new Detection(new Box(x, y, width, height), confidence);
  }

  private static Region region(int x, int y, int width, int height) {
    return new Region(x, y, width, height, RegionKind.PERSON, RegionReason.THIRD_PARTY, null, 0.9);
  }
}
