package sightline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sightline.wire.avro.Directive;
import sightline.wire.avro.Frame;

class WireFormatTest {
  static List<WireFormat<?>> formats() {
    return WireFormat.all();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void avrosOwnDecoderReadsWhatIsWritten(WireFormat<?> format) throws Exception {
    assertThat(readByAvro(format)).isEqualTo(Golden.newest(format));
  }

  private static <T extends SpecificRecordBase> T readByAvro(WireFormat<T> format)
      throws Exception {
    SchemaStore.Cache published = new SchemaStore.Cache();
    PublishedSchemas.of(format.type().getSimpleName()).forEach(published::addSchema);
    SpecificData model = new SpecificData();
    model.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
    Schema schema = model.getSchema(format.type());
    return new BinaryMessageDecoder<T>(model, schema, published)
        .decode(format.encode(Golden.newest(format)));
  }

  @Test
  void anImageOfFiveMegabytesComesBackWhole() throws Exception {
    byte[] image = new byte[5 * 1024 * 1024];
    image[image.length - 1] = 42;
    Frame frame =
        Frame.newBuilder(Golden.frame()).setImage(ByteBuffer.wrap(image)).build();

    Frame read = WireFormat.FRAME.decode(WireFormat.FRAME.encode(frame));

    assertThat(read.getImage().array()).isEqualTo(image);
  }

  @Test
  void manyThreadsMayShareAFormat() {
    byte[] value = WireFormat.DIRECTIVE.encode(Golden.directive());

    boolean same = IntStream.range(0, 2_000).parallel().allMatch(i -> reread(i, value));

    assertThat(same).isTrue();
  }

  private static boolean reread(int index, byte[] value) {
    try {
      Directive other = Directive.newBuilder(Golden.directive()).setIndex(index).build();
      return WireFormat.DIRECTIVE.decode(value).equals(Golden.directive())
          && WireFormat.DIRECTIVE.decode(WireFormat.DIRECTIVE.encode(other)).equals(other);
    } catch (UnreadableRecord e) {
      return false;
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aSerializedFormatIsTheConstantAgain(WireFormat<?> format) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(format);
    }

    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isSameAs(format);
    }
  }
}
