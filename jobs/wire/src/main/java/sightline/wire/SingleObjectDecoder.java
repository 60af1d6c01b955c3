package sightline.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;
import sightline.wire.UnreadableRecord.Why;

/**
 * Reads Avro's single-object encoding (Avro specification 1.11, "Single-object encoding"): C3 01, the CRC-64-AVRO fingerprint of
 * the writer's schema in little-endian order, the record. Avro's own BinaryMessageDecoder reads the same bytes, but lets a
 * length of 2 GB allocate 2 GB and ignores what follows the record.
 *
 * <p>Safe for use by several threads.
 */
final class SingleObjectDecoder<D> {
  private static final int HEADER_BYTES = 10;

  private final Map<Long, DatumReader<D>> readers = new HashMap<>();

  /**
   * @param model how records look in Java
   * @param reader schema of the records handed out
   * @param writers every schema that a record may have been written with
   */
  SingleObjectDecoder(GenericData model, Schema reader, List<Schema> writers) {
    for (Schema writer : writers) {
      @SuppressWarnings("unchecked") // the model makes readers for its own kind of record
      DatumReader<D> records = (DatumReader<D>) model.createDatumReader(writer, reader);
      readers.put(SchemaNormalization.parsingFingerprint64(writer), records);
    }
  }

  /**
   * @throws UnreadableRecord for anything but exactly one record of a known schema
   */
  D decode(byte @Nullable [] value) throws UnreadableRecord {
    if (value == null || value.length == 0) {
      throw new UnreadableRecord(Why.EMPTY);
    }
    DatumReader<D> records = readers.get(fingerprint(value));
    if (records == null) {
      throw new UnreadableRecord(Why.UNKNOWN_SCHEMA);
    }
    BinaryDecoder body =
        DecoderFactory.get().binaryDecoder(value, HEADER_BYTES, value.length - HEADER_BYTES, null);
    D decoded = record(records, new FrugalDecoder(body, value.length));
    if (!atEnd(body)) {
      throw new UnreadableRecord(Why.TRAILING_BYTES);
    }
    return decoded;
  }

  /** Whether the value names a schema of these. */
  boolean knows(byte @Nullable [] value) {
    try {
      return value != null && readers.containsKey(fingerprint(value));
    } catch (UnreadableRecord noSingleObject) {
      return false;
    }
  }

  private static long fingerprint(byte[] value) throws UnreadableRecord {
    if (value.length < HEADER_BYTES || value[0] != (byte) 0xC3 || value[1] != (byte) 0x01) {
      throw new UnreadableRecord(Why.NOT_SINGLE_OBJECT);
    }
    return ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
  }

  private static <D> D record(DatumReader<D> records, FrugalDecoder body) throws UnreadableRecord {
    try {
      return records.read(null, body);
    } catch (IOException | RuntimeException quotesTheInput) {
      // Avro answers bad bytes with many kinds of runtime exception, from index out of bounds to
      // its own.
      throw new UnreadableRecord(Why.MALFORMED);
    }
  }

  private static boolean atEnd(BinaryDecoder body) throws UnreadableRecord {
    try {
      return body.isEnd();
    } catch (IOException impossibleOnAnArray) {
      throw new UnreadableRecord(Why.MALFORMED);
    }
  }
}
