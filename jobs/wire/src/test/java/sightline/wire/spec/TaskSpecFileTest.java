package sightline.wire.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sightline.domain.people.View;
import sightline.domain.quality.FactorName;
import sightline.domain.quality.Tolerance;
import sightline.domain.task.BodyArea;
import sightline.domain.task.ExpectedObject;
import sightline.domain.task.ExpectedObjects;
import sightline.domain.task.RecordedTime;
import sightline.domain.task.Sensitivity;
import sightline.domain.task.SessionBounds;
import sightline.domain.task.TaskSpec;

class TaskSpecFileTest {
  private static final Set<String> LABELS = Set.of("cup", "bowl");

  private static TaskSpec parse(String yaml) {
    return TaskSpecFile.parse("spec.yaml", yaml, LABELS);
  }

  @Test
  void everythingThatATaskSaysIsRead() {
    TaskSpec spec = parse("""
        task: cup-to-tray
        version: "2"
        effective_at: 2026-12-01T00:00:00Z
        objective: Carry three cups to the tray.
        completion:
          - {text: Take a cup., sight: measured}
        body: {required: [hands], forbidden: [face, legs]}
        framing: {view: tripod, hands: 2}
        objects:
          order: as_listed
          things:
            - {name: cup, labels: [cup, bowl]}
            - {name: tray, need: optional}
        duration: {least: 20 s, most: 10 min}
        resolution_floor: {any: 360, phone-low: 240}
        tolerances:
          brightness: {none: 0.01, full: 0.1}
        sensitivity: low
        retention: 30 d
        bounds: {hands_visible: 0.5}
        """);

    assertThat(spec.key()).isEqualTo("cup-to-tray/2");
    assertThat(spec.effectiveAt()).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
    assertThat(spec.forbiddenBody()).containsExactly(BodyArea.FACE, BodyArea.LEGS);
    assertThat(spec.framing().view()).isEqualTo(View.TRIPOD);
    assertThat(spec.objects().order()).isEqualTo(ExpectedObjects.Order.AS_LISTED);
    assertThat(spec.objects().objects())
        .extracting(ExpectedObject::measurable)
        .containsExactly(true, false);
    assertThat(spec.duration()).isEqualTo(new RecordedTime(20, 600));
    assertThat(spec.resolutionFloor()).isEqualTo(Map.of("any", 360, "phone-low", 240));
    assertThat(spec.tolerances())
        .isEqualTo(Map.of(FactorName.BRIGHTNESS, Tolerance.rising(0.01, 0.1)));
    assertThat(spec.sensitivity()).isEqualTo(Sensitivity.LOW);
    assertThat(spec.retentionDays()).isEqualTo(30);
    assertThat(spec.bounds()).isEqualTo(new SessionBounds(0.5, 0.1, 0.2, 0.3));
  }

  @Test
  void whatATaskDoesNotSayIsAsForAnyTask() {
    TaskSpec spec = parse("{task: shoes, version: '1', objective: Put the shoes in a row.}");

    TaskSpec usual = TaskSpec.of("shoes", "1", spec.framing(), Instant.EPOCH);
    assertThat(spec.duration()).isEqualTo(usual.duration());
    assertThat(spec.bounds()).isEqualTo(usual.bounds());
    assertThat(spec.retentionDays()).isEqualTo(usual.retentionDays());
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceWithItsPlace() {
    InvalidSpec wrong = catchThrowableOfType(InvalidSpec.class, () -> parse("""
        task: shoes
        objective: Put the shoes in a row.
        framing: {hands: 3, hand: 1}
        objects:
          things:
            - {name: shoe, labels: [shoe]}
        duration: {least: 10}
        retention: 12 h
        sensitivity: none
        speed: 3
        """));

    assertThat(wrong.problems())
        .anyMatch(problem -> problem.startsWith("version: it is missing"))
        .anyMatch(problem -> problem.startsWith("framing.hands:"))
        .anyMatch(problem -> problem.startsWith("framing.hand: there is no such field"))
        .anyMatch(problem -> problem.contains("no model of ours sees 'shoe'"))
        .anyMatch(problem -> problem.startsWith("duration.least:"))
        .anyMatch(problem -> problem.startsWith("retention:"))
        .anyMatch(problem -> problem.startsWith("sensitivity:"))
        .anyMatch(problem -> problem.startsWith("speed: there is no such field"));
  }

  @Test
  void aFileThatIsNoYamlIsSaidWithItsLine() {
    InvalidSpec wrong =
        catchThrowableOfType(InvalidSpec.class, () -> parse("task: shoes\nversion: [1"));

    assertThat(wrong).hasMessageContaining("no YAML").hasMessageContaining("line");
  }

  @Test
  void aPartThatIsBothRequiredAndForbiddenIsNoSpec() {
    InvalidSpec wrong = catchThrowableOfType(
        InvalidSpec.class,
        () -> parse(
            "{task: t, version: v, objective: o, body: {required: [face], forbidden: [face]}}"));

    assertThat(wrong).hasMessageContaining("not both");
  }
}
