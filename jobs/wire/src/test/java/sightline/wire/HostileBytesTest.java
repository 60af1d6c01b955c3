package sightline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sightline.wire.UnreadableRecord.Why;

class HostileBytesTest {
  private static final int HEADER_BYTES = 10;
  private static final long MOST_BYTES_FOR_A_SMALL_RECORD = 1 << 20;

  static List<WireFormat<?>> formats() {
    return WireFormat.all();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void nothingAtAllIsUnreadable(WireFormat<?> format) {
    assertUnreadable(format, null, Why.EMPTY);
    assertUnreadable(format, new byte[0], Why.EMPTY);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void whatHasNoHeaderIsUnreadable(WireFormat<?> format) {
    byte[] otherMarker = golden(format);
    otherMarker[1] = 2;

    assertUnreadable(format, otherMarker, Why.NOT_SINGLE_OBJECT);
    assertUnreadable(format, new byte[] {(byte) 0xC3, 1}, Why.NOT_SINGLE_OBJECT);
    assertUnreadable(format, new byte[64], Why.NOT_SINGLE_OBJECT);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aSchemaThatWasNeverPublishedIsUnreadable(WireFormat<?> format) {
    byte[] otherFingerprint = golden(format);
    otherFingerprint[5] ^= 1;

    assertUnreadable(format, otherFingerprint, Why.UNKNOWN_SCHEMA);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void anotherRecordIsUnreadable(WireFormat<?> format) {
    for (WireFormat<?> other : formats()) {
      if (!other.equals(format)) {
        assertUnreadable(format, golden(other), Why.UNKNOWN_SCHEMA);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aRecordCutShortAnywhereIsUnreadable(WireFormat<?> format) {
    byte[] whole = golden(format);

    for (int length = HEADER_BYTES; length < whole.length; length++) {
      assertUnreadable(format, Arrays.copyOf(whole, length), Why.MALFORMED);
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void bytesAfterTheRecordAreUnreadable(WireFormat<?> format) {
    byte[] whole = golden(format);

    assertUnreadable(format, Arrays.copyOf(whole, whole.length + 1), Why.TRAILING_BYTES);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aLengthOfTwoGigabytesAllocatesNothingOfTheKind(WireFormat<?> format) throws Exception {
    byte[] whole = golden(format);
    format.decode(whole);

    for (long lie : new long[] {50_000_000L, 2_147_483_639L, Long.MAX_VALUE, -1, Long.MIN_VALUE}) {
      for (int at = HEADER_BYTES; at < whole.length; at++) {
        byte[] lying = withLength(whole, at, lie);

        long allocated = allocatedBy(() -> decodeOrRefuse(format, lying));

        assertThat(allocated)
            .as("length %s at byte %s", lie, at)
            .isLessThan(MOST_BYTES_FOR_A_SMALL_RECORD);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void whateverBytesAreFlippedItReadsOrRefuses(WireFormat<?> format) {
    long seed = 20260301;
    Random random = new Random(seed);

    for (int round = 0; round < 3_000; round++) {
      byte[] flipped = golden(format);
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        flipped[HEADER_BYTES + random.nextInt(flipped.length - HEADER_BYTES)] =
            (byte) random.nextInt(256);
      }
      try {
        decodeOrRefuse(format, flipped);
      } catch (Throwable escaped) {
        throw new AssertionError("seed %s, round %s".formatted(seed, round), escaped);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aRefusedRecordDoesNotSpoilTheNext(WireFormat<?> format) throws Exception {
    byte[] whole = golden(format);

    for (int length = HEADER_BYTES; length < whole.length; length++) {
      decodeOrRefuse(format, Arrays.copyOf(whole, length));
      assertThat(format.decode(whole)).isEqualTo(Golden.newest(format));
    }
  }

  @Test
  void theMessageQuotesNothingOfTheInput() {
    assertThatExceptionOfType(UnreadableRecord.class)
        .isThrownBy(() -> Words.read(Thread.State.class, "secret@example"))
        .withMessage("unreadable record: UNKNOWN_WORD")
        .withNoCause();
  }

  private static <T extends SpecificRecordBase> byte[] golden(WireFormat<T> format) {
    return format.encode(Golden.newest(format));
  }

  private static void assertUnreadable(WireFormat<?> format, byte @Nullable [] value, Why why) {
    assertThatExceptionOfType(UnreadableRecord.class)
        .isThrownBy(() -> format.decode(value))
        .withNoCause()
        .satisfies(unreadable -> assertThat(unreadable.why()).isEqualTo(why));
  }

  private static void decodeOrRefuse(WireFormat<?> format, byte[] value) {
    try {
      format.decode(value);
    } catch (UnreadableRecord refused) {
      assertThat(refused.why()).isNotNull();
    }
  }

  /** The record with one byte replaced by a length, so that every length in it is a lie once. */
  private static byte[] withLength(byte[] whole, int at, long length) throws IOException {
    ByteArrayOutputStream lying = new ByteArrayOutputStream();
    lying.write(whole, 0, at);
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(lying, null);
    encoder.writeLong(length);
    lying.write(whole, at + 1, whole.length - at - 1);
    return lying.toByteArray();
  }

  private static long allocatedBy(Runnable task) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    task.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
