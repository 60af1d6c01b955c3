package sightline.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sightline.domain.assessment.Schedule;
import sightline.domain.policy.Hiding;
import sightline.domain.policy.Policy;
import sightline.domain.privacy.Consent;
import sightline.domain.quality.FactorName;
import sightline.domain.quality.FactorRule;
import sightline.domain.session.SessionRules;
import sightline.domain.task.TaskSpec;
import sightline.pipeline.Sample;
import sightline.pipeline.publish.MetricsSettings;
import sightline.vision.decode.ImageLimits;

class SettingsReaderTest {
  private static final byte[] NO_KEY = {};

  @Test
  void theDefaultsAreThese() {
    Settings settings =
        SettingsReader.read(Map.of(Key.MODELS.id(), Sample.models().toString()), NO_KEY);
    assertThat(settings.decide().consent()).isEqualTo(Consent.REQUIRED);
    assertThat(settings.decide().policy()).isEqualTo(Policy.household());
    assertThat(settings.decide().session()).isEqualTo(SessionRules.DEFAULT);
    assertThat(settings.ingest().limits()).isEqualTo(ImageLimits.defaults());
    assertThat(settings.ingest().references()).isEmpty();
    assertThat(settings.ingest().referenceTimeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.ingest().tasks()).contains("free", "cup-to-tray").hasSize(7);
    assertThat(settings.metrics()).isEqualTo(new MetricsSettings(9249));
    assertThat(settings.specs())
        .extracting(TaskSpec::key)
        .containsExactly(
            "cup-to-tray/1", "dishes/1", "drawer/1", "laundry/1", "shoes/1", "table-wiping/1");
    assertThat(settings.decide().scoring().version()).isEqualTo("household-2");
    assertThat(settings.decide().scoring().rules())
        .extracting(FactorRule::name)
        .containsExactlyInAnyOrder(FactorName.values());
  }

  @Test
  void atTwoFramesASecondNoLookOfTheDefaultScheduleIsTooOldForThePolicy() {
    Settings settings =
        SettingsReader.read(Map.of(Key.MODELS.id(), Sample.models().toString()), NO_KEY);
    Schedule schedule = settings.assess().models().schedule();
    for (Hiding hiding : settings.decide().policy().hidings()) {
      int[] looks = IntStream.range(0, 60)
          .filter(index -> schedule.due(hiding.kind(), index))
          .toArray();
      for (int frame = 0; frame < 60 - schedule.textEvery(); frame++) {
        int index = frame;
        int apart =
            IntStream.of(looks).map(look -> Math.abs(look - index)).min().orElseThrow();
        assertThat(500L * apart)
            .as("%s of frame %s", hiding.kind(), frame)
            .isLessThanOrEqualTo(hiding.maxAgeMillis());
      }
    }
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> SettingsReader.read(
            Map.of(
                Key.MODELS.id(),
                Sample.models().toString(),
                "sesion.horizon",
                "2 s",
                Key.HORIZON.id(),
                "two seconds",
                Key.CONSENT.id(),
                "perhaps",
                Key.HIDE.id(),
                "face,faces",
                Key.METRICS_PORT.id(),
                "70000",
                Key.SCORING.id(),
                "nowhere-1",
                Key.TASK_SPECS.id(),
                "tasks,tasks/shoes.yaml"),
            NO_KEY))
        .withMessageContaining("sesion.horizon is not a setting")
        .withMessageContaining("session.horizon = two seconds")
        .withMessageContaining("decide.consent = perhaps: it is off or required")
        .withMessageContaining(
            "decide.hide = face,faces: 'faces' is nothing that is hidden; there are face, person, screen and text")
        .withMessageContaining("metrics.port = 70000")
        .withMessageContaining("shoes/1 stands in")
        .withMessageContaining("nowhere-1.yaml");
  }

  @Test
  void whoSaysFromWhereTasksAreFilmedIsNotOverruledByExamples() {
    Map<String, String> tripod =
        Map.of(Key.MODELS.id(), Sample.models().toString(), Key.SPEC.id(), "tripod");
    assertThat(SettingsReader.read(tripod, NO_KEY).specs()).isEmpty();
    Map<String, String> both = new HashMap<>(tripod);
    both.put(Key.TASK_SPECS.id(), "tasks/shoes.yaml");
    assertThat(SettingsReader.read(both, NO_KEY).specs()).hasSize(1);
  }

  @Test
  void nobodyButTheDemoMayTrustDrawnScenes() {
    Map<String, String> given =
        Map.of(Key.MODELS.id(), Sample.models().toString(), Key.POLICY.id(), "drawn-scene-2");
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> SettingsReader.read(given, NO_KEY))
        .withMessageContaining("only 'sightline demo'");
    assertThat(SettingsReader.read(given, new byte[32]).decide().policy())
        .isEqualTo(Policy.drawnScene());
  }

  @Test
  void theTableInTheDocsIsWhatTheCodeHas() throws Exception {
    List<String> rows = Files.readAllLines(
            Path.of(System.getProperty("sightline.root"), "jobs/docs/settings.md"))
        .stream()
        .filter(line -> line.startsWith("| `"))
        .toList();
    assertThat(rows)
        .containsExactlyElementsOf(Arrays.stream(Key.values())
            .map(key -> "| `%s` | %s | %s |"
                .formatted(
                    key.id(),
                    key.fallback().isEmpty() ? "(none)" : "`%s`".formatted(key.fallback()),
                    key.meaning().replace("<", "\\<")))
            .collect(Collectors.toList()));
  }
}
