package sightline.app.drawn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawnFleetTest {
  private static final int KINDS = 10;

  private final DrawnFleet fleet = DrawnFleet.of(1);

  @Test
  void namesEveryDeviceOnce() {
    assertThat(fleet.devices()).extracting(DrawnDevice::name).doesNotHaveDuplicates();
  }

  @Test
  void letsNoTwoDevicesPlayTheSameScene() {
    assertThat(fleet.devices().stream().flatMap(device -> numbers(device).stream()))
        .doesNotHaveDuplicates();
  }

  @Test
  void bringsEveryDeviceToEveryConditionWithAndWithoutVisitor() {
    for (DrawnDevice device : fleet.devices()) {
      assertThat(numbers(device).stream().map(number -> number % KINDS)).doesNotHaveDuplicates();
    }
  }

  @Test
  void playsTheSceneOfItsNumberAsItsCameraSeesIt() {
    DrawnDevice entry = fleet.devices().get(0);
    DrawnScene played = entry.scene(2);
    assertThat(played.jpeg(7))
        .isEqualTo(DrawnScene.of(1, entry.number(2), Camera.ENTRY).jpeg(7));
  }

  @Test
  void refusesMoreDevicesThanScenesCanBeKeptApart() {
    List<DrawnDevice> crowd =
        Collections.nCopies(DrawnDevice.STRIDE + 1, fleet.devices().get(0));
    assertThatThrownBy(() -> new DrawnFleet(crowd))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("devices");
  }

  private static List<Integer> numbers(DrawnDevice device) {
    return IntStream.range(0, KINDS).mapToObj(device::number).toList();
  }
}
