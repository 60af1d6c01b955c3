package sightline.wire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.wire.UnreadableRecord.Why;

/** The steps that turning any Avro record into its domain record needs. */
final class Reading {
  private Reading() {}

  /** Builds a domain record out of the fields of an Avro record. */
  @FunctionalInterface
  interface Fields<D> {
    /**
     * @throws IllegalArgumentException where the domain record cannot hold such fields
     */
    D read() throws UnreadableRecord;
  }

  /**
   * @param keyId of the envelope
   * @param cipher of the envelope
   * @throws UnreadableRecord where the envelope says the payload is encrypted, or the fields do not make a record
   */
  static <D> D open(@Nullable String keyId, @Nullable String cipher, Fields<D> fields)
      throws UnreadableRecord {
    if (keyId != null || cipher != null) {
      throw new UnreadableRecord(Why.ENCRYPTED);
    }
    try {
      return fields.read();
    } catch (IllegalArgumentException quotesTheInput) {
      throw new UnreadableRecord(Why.CONTRADICTORY);
    }
  }

  /** Turns one part of an Avro record into its domain record. */
  @FunctionalInterface
  interface Part<A, D> {
    D read(A part) throws UnreadableRecord;
  }

  /** Likewise, all of a list. */
  static <A, D> List<D> all(List<A> parts, Part<A, D> read) throws UnreadableRecord {
    List<D> all = new ArrayList<>();
    for (A part : parts) {
      all.add(read.read(part));
    }
    return all;
  }
}
