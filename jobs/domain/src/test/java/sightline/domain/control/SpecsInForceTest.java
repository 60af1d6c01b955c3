package sightline.domain.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import sightline.domain.framing.FramingSpec;
import sightline.domain.task.TaskSpec;

class SpecsInForceTest {
  private static final SpecsInForce SPECS = new SpecsInForce(
      FramingSpec.household(),
      List.of(spec("shoes", "2", 20), spec("shoes", "1", 10), spec("dishes", "1", 0)));

  private static TaskSpec spec(String task, String version, long from) {
    return TaskSpec.of(task, version, FramingSpec.tripod(), Instant.ofEpochMilli(from));
  }

  private static String at(String task, long millis) {
    return SPECS.at(task, Instant.ofEpochMilli(millis)).key();
  }

  @Test
  void eachTaskHasItsOwnVersionsByTime() {
    assertThat(List.of(at("shoes", 10), at("shoes", 19), at("shoes", 20), at("dishes", 20)))
        .containsExactly("shoes/1", "shoes/1", "shoes/2", "dishes/1");
  }

  @Test
  void beforeItsFirstVersionATaskIsFilmedAsAnyOther() {
    assertThat(SPECS.at("shoes", Instant.ofEpochMilli(9)))
        .isEqualTo(TaskSpec.of("shoes", SpecsInForce.NONE, FramingSpec.household(), Instant.EPOCH));
    assertThat(at("free", 100)).isEqualTo("free/none");
  }
}
