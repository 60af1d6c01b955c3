package sightline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sightline.wire.UnreadableRecord.Why;

/** Lets every record grow by one field, the way a next version would. */
class EvolutionTest {
  private static final String NEW_FIELD = "addedLater";

  static List<WireFormat<?>> formats() {
    return WireFormat.all();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aReaderOfTheNextVersionReadsThisOne(WireFormat<?> format) throws Exception {
    GenericRecord read = nextReader(format).decode(golden(format));

    assertThat(read.get(NEW_FIELD)).hasToString("default");
    assertThat(read.get("keyId")).hasToString("key-1");
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aReaderOfThisVersionReadsTheNext(WireFormat<?> format) throws Exception {
    byte[] next = writtenByNext(format);

    assertThat(knowing(format, List.of(newest(format), next(format))).decode(next))
        .isEqualTo(Golden.newest(format));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aReaderThatWasNotGivenTheNextSchemaRefusesIt(WireFormat<?> format) throws Exception {
    byte[] next = writtenByNext(format);

    assertThatExceptionOfType(UnreadableRecord.class)
        .isThrownBy(() -> format.decode(next))
        .satisfies(unreadable -> assertThat(unreadable.why()).isEqualTo(Why.UNKNOWN_SCHEMA));
  }

  private static byte[] writtenByNext(WireFormat<?> format) throws Exception {
    GenericRecord record = nextReader(format).decode(golden(format));
    record.put(NEW_FIELD, "filled in");
    ByteBuffer written =
        new BinaryMessageEncoder<GenericRecord>(GenericData.get(), next(format)).encode(record);
    byte[] value = new byte[written.remaining()];
    written.get(value);
    return value;
  }

  private static SingleObjectDecoder<GenericRecord> nextReader(WireFormat<?> format)
      throws Exception {
    Schema next = next(format);
    return new SingleObjectDecoder<>(GenericData.get(), next, List.of(newest(format), next));
  }

  private static <T extends SpecificRecordBase> WireFormat<T> knowing(
      WireFormat<T> format, List<Schema> writers) {
    return new WireFormat<>(format.type(), writers);
  }

  private static <T extends SpecificRecordBase> byte[] golden(WireFormat<T> format) {
    return format.encode(Golden.newest(format));
  }

  private static Schema newest(WireFormat<?> format) {
    List<Schema> published = PublishedSchemas.of(format.type().getSimpleName());
    return published.get(published.size() - 1);
  }

  private static Schema next(WireFormat<?> format) throws Exception {
    ObjectMapper json = new ObjectMapper();
    ObjectNode schema = (ObjectNode) json.readTree(newest(format).toString());
    ((ArrayNode) schema.get("fields"))
        .addObject()
        .put("name", NEW_FIELD)
        .put("type", "string")
        .put("default", "default");
    return new Schema.Parser().parse(schema.toString());
  }
}
