package sightline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Guards what was published. To publish a new version, change the schema and run this test once with {@code
 * -Dsightline.schemas=publish}; it writes the next {@code vN.avsc} of every record that changed and never touches an older one.
 */
class PublishedSchemasTest {
  private static final String HOW_TO_PUBLISH = """
      The schema of %s differs from its newest published version. Records written with the two cannot be told apart by the \
      version, so publish it as a new one: mvnw -pl jobs/wire test -Dtest=PublishedSchemasTest -Dsightline.schemas=publish, \
      then add its record to Golden, run -Dtest=RecordsGoldenTest -Dsightline.golden=write and commit both files.""";

  @BeforeAll
  static void publishWhereAsked() throws IOException {
    if ("publish".equals(System.getProperty("sightline.schemas"))) {
      for (Schema schema : CurrentSchemas.byName().values()) {
        publish(schema);
      }
    }
  }

  private static void publish(Schema schema) throws IOException {
    Path folder = CurrentSchemas.RESOURCES.resolve("schemas-published").resolve(schema.getName());
    Files.createDirectories(folder);
    int newest = 0;
    while (Files.exists(folder.resolve("v%s.avsc".formatted(newest + 1)))) {
      newest++;
    }
    Path last = folder.resolve("v%s.avsc".formatted(newest));
    if (newest == 0 || !new Schema.Parser().parse(last.toFile()).equals(schema)) {
      String version = "v%s.avsc".formatted(newest + 1);
      Files.writeString(folder.resolve(version), schema.toString(true) + "\n");
      // Maven has copied the resources already: this run is to see the new file as well.
      Path copied = Path.of("target", "classes", "schemas-published", schema.getName());
      Files.createDirectories(copied);
      Files.copy(folder.resolve(version), copied.resolve(version));
    }
  }

  static List<WireFormat<?>> formats() {
    return WireFormat.all();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void theSchemaInTheSourcesIsTheNewestPublishedOne(WireFormat<?> format) {
    String record = format.type().getSimpleName();

    List<Schema> published = PublishedSchemas.of(record);

    assertThat(published.get(published.size() - 1))
        .as(HOW_TO_PUBLISH, record)
        .isEqualTo(CurrentSchemas.byName().get(record));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void theGeneratedClassHasTheNewestPublishedSchema(WireFormat<?> format) {
    String record = format.type().getSimpleName();
    List<Schema> published = PublishedSchemas.of(record);

    Schema generated = SpecificData.get().getSchema(format.type());

    assertThat(SchemaNormalization.toParsingForm(generated))
        .as(HOW_TO_PUBLISH, record)
        .isEqualTo(SchemaNormalization.toParsingForm(published.get(published.size() - 1)));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void everyPublishedVersionReadsEveryOther(WireFormat<?> format) {
    List<Schema> published = PublishedSchemas.of(format.type().getSimpleName());

    for (Schema reader : published) {
      for (Schema writer : published) {
        assertThat(SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getType())
            .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
      }
    }
  }

  @Test
  void everySchemaInTheSourcesHasAFormat() {
    assertThat(CurrentSchemas.byName().keySet())
        .containsExactlyInAnyOrderElementsOf(
            formats().stream().map(format -> format.type().getSimpleName()).toList());
  }

  @ParameterizedTest
  @MethodSource("formats")
  void everyRecordHasRoomForPayloadEncryption(WireFormat<?> format) {
    Schema schema = SpecificData.get().getSchema(format.type());

    for (String reserved : List.of("keyId", "cipher")) {
      assertThat(schema.getField(reserved).hasDefaultValue()).isTrue();
      assertThat(schema.getField(reserved).schema().isNullable()).isTrue();
    }
  }

  @Test
  void aRecordThatWasNeverPublishedIsAFaultOfTheCode() {
    assertThatIllegalStateException().isThrownBy(() -> PublishedSchemas.of("Nothing"));
  }
}
