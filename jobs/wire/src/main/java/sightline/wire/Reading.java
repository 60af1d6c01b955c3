package sightline.wire;

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
}
