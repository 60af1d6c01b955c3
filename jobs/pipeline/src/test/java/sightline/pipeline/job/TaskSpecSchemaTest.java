package sightline.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sightline.domain.task.CompletionStep;
import sightline.domain.task.ExpectedObject;
import sightline.domain.task.TaskSpec;
import sightline.pipeline.Sample;
import sightline.vision.detection.object.CocoClass;
import sightline.wire.spec.InvalidSpec;
import sightline.wire.spec.TaskSpecFile;

/** The examples, the schema for editors and the reader say the same. */
class TaskSpecSchemaTest {
  private static final String LEAST = "task: t\nversion: '1'\nobjective: o\n";
  private static final YAMLMapper YAML = new YAMLMapper();

  private static Path folder() {
    return Sample.models().resolve("tasks");
  }

  private static JsonNode schemaText() throws IOException {
    return YAML.readTree(Files.readString(folder().resolve("task-spec.schema.json")));
  }

  private static Set<ValidationMessage> problems(String yaml) throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schemaText());
    return schema.validate(YAML.readTree(yaml));
  }

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleHoldsAgainstTheSchemaAndNamesItToEditors(Path example) throws IOException {
    String yaml = Files.readString(example);
    assertThat(problems(yaml)).isEmpty();
    assertThat(yaml).startsWith("# yaml-language-server: $schema=task-spec.schema.json\n");
  }

  @Test
  void eachTaskThatFramesMayNameHasAnExampleOfItsName() {
    Set<String> tasks = new HashSet<>(Arrays.asList(Key.TASKS.fallback().split(",", -1)));
    tasks.remove("free");
    assertThat(TaskSpecFile.readAll(folder(), CocoClass.things()))
        .extracting(TaskSpec::task)
        .containsExactlyInAnyOrderElementsOf(tasks);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void whatNoModelSeesIsNotAssessedAndNeedsNoExcuse(Path example) {
    TaskSpec spec = TaskSpecFile.read(example, CocoClass.things());
    assertThat(example).hasFileName(spec.task() + ".yaml");
    assertThat(spec.completion())
        .extracting(CompletionStep::sight)
        .contains(CompletionStep.Sight.NOT_ASSESSED, CompletionStep.Sight.MEASURED);
    assertThat(spec.objects().objects()).anyMatch(thing -> !thing.measurable());
    assertThat(spec.objects().objects())
        .filteredOn(ExpectedObject::measurable)
        .allSatisfy(thing -> assertThat(CocoClass.things()).containsAll(thing.labels()));
  }

  @Test
  void theWordsOfTheObjectModelAreThoseOfTheSchema() throws IOException {
    Set<String> words = new TreeSet<>();
    schemaText()
        .at("/properties/objects/properties/things/items/properties/labels/items/enum")
        .forEach(word -> words.add(word.asText()));
    assertThat(words).isEqualTo(new TreeSet<>(CocoClass.things()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'nothing: 1'|''",
        "'completion: [{text: x, nothing: 1}]'|/properties/completion/items",
        "'body: {nothing: 1}'|/properties/body",
        "'framing: {nothing: 1}'|/properties/framing",
        "'framing: {safe_area: {nothing: 1}}'|/properties/framing/properties/safe_area",
        "'objects: {nothing: 1}'|/properties/objects",
        "'objects: {things: [{name: x, nothing: 1}]}'|/properties/objects/properties/things/items",
        "'duration: {nothing: 1}'|/properties/duration",
        "'tolerances: {nothing: 1}'|/properties/tolerances",
        "'tolerances: {brightness: {nothing: 1}}'|/$defs/tolerance",
        "'bounds: {nothing: 1}'|/properties/bounds"
      })
  void theSchemaHasTheFieldsThatTheReaderKnowsAndNoOthers(String unknown, String at)
      throws IOException {
    Set<String> inSchema = new TreeSet<>();
    schemaText().at(at + "/properties").fieldNames().forEachRemaining(inSchema::add);
    InvalidSpec refused = refused(LEAST + unknown);
    String known = refused.problems().get(0).replaceFirst(".*there are ", "");
    assertThat(new TreeSet<>(Arrays.asList(known.split(", ", -1)))).isEqualTo(inSchema);
    assertThat(problems(LEAST + unknown)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "effective_at: tomorrow",
        "completion: {text: x}",
        "completion: [{sight: measured}]",
        "completion: [{text: x, sight: seen}]",
        "body: {required: [tail]}",
        "framing: {view: drone}",
        "framing: {hands: 3}",
        "framing: {hands: 1.5}",
        "framing: {safe_area: {left: 2}}",
        "framing: {min_hand_size: 0}",
        "framing: {max_tilt_degrees: 60}",
        "framing: {max_shake: much}",
        "framing: {min_frames_per_second: 0}",
        "objects: {order: backwards}",
        "objects: {things: [{labels: [cup]}]}",
        "objects: {things: [{name: shoe, labels: [shoe]}]}",
        "objects: {things: [{name: cup, need: perhaps}]}",
        "duration: {least: 10}",
        "duration: {most: soon}",
        "resolution_floor: {any: 0}",
        "resolution_floor: {any: high}",
        "tolerances: {brightness: {none: dark}}",
        "sensors: [smell]",
        "sensitivity: none",
        "retention: 90",
        "bounds: {missing: 1.1}"
      })
  void whatTheReaderRefusesByTypeOrRangeTheSchemaRefusesToo(String wrong) throws IOException {
    assertThat(problems(LEAST)).isEmpty();
    assertThat(refused(LEAST + wrong).problems()).isNotEmpty();
    assertThat(problems(LEAST + wrong)).isNotEmpty();
  }

  private static InvalidSpec refused(String yaml) {
    return catchThrowableOfType(
        InvalidSpec.class, () -> TaskSpecFile.parse("spec.yaml", yaml, CocoClass.things()));
  }
}
