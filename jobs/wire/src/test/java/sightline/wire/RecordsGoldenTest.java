package sightline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One golden file per record and published version. {@code -Dsightline.golden=write} writes those of the newest versions that are
 * missing, and never touches one that is there.
 */
class RecordsGoldenTest {
  @BeforeAll
  static void writeWhatIsMissingWhereAsked() throws IOException {
    if ("write".equals(System.getProperty("sightline.golden"))) {
      for (WireFormat<?> format : formats()) {
        if (!Files.exists(file(format, newest(format)))) {
          Files.write(file(format, newest(format)), encoded(format));
        }
      }
    }
  }

  private static Path file(WireFormat<?> format, int version) {
    return Path.of("src", "test", "resources", "golden", Golden.name(format, version) + ".bin");
  }

  private static int newest(WireFormat<?> format) {
    return PublishedSchemas.of(format.type().getSimpleName()).size();
  }

  private static <T extends SpecificRecordBase> byte[] encoded(WireFormat<T> format) {
    return format.encode(Golden.newest(format));
  }

  static List<WireFormat<?>> formats() {
    return WireFormat.all();
  }

  static Stream<Arguments> versions() {
    return formats().stream()
        .flatMap(format -> IntStream.rangeClosed(1, newest(format))
            .mapToObj(version -> Arguments.of(format, version)));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void everyVersionStillDecodesToItsGoldenRecord(WireFormat<?> format, int version)
      throws Exception {
    byte[] written = Files.readAllBytes(file(format, version));

    assertThat(format.decode(written)).isEqualTo(Golden.record(format, version));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void theNewestVersionIsWrittenByteForByte(WireFormat<?> format) throws Exception {
    assertThat(encoded(format)).isEqualTo(Files.readAllBytes(file(format, newest(format))));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aGoldenRecordLeavesNoFieldEmpty(WireFormat<?> format) {
    SpecificRecordBase golden = Golden.newest(format);

    assertThat(golden.getSchema().getFields())
        .allSatisfy(field -> assertThat(golden.get(field.pos())).isNotNull());
  }
}
