package sightline.wire;

/**
 * A record that cannot be read. Its message comes from a closed vocabulary and holds nothing of the input, and it has no cause,
 * because Avro's own messages quote what they stumble over.
 */
public final class UnreadableRecord extends Exception {
  private static final long serialVersionUID = 1L;

  /** The closed vocabulary of what can be wrong. */
  public enum Why {
    /** No value at all, or one without bytes. */
    EMPTY,
    /** Does not begin with the header of Avro's single-object encoding. */
    NOT_SINGLE_OBJECT,
    /** Written with a schema that is not among the published versions of this record. */
    UNKNOWN_SCHEMA,
    /** Ends too early, declares lengths that it cannot hold, or does not follow its schema. */
    MALFORMED,
    /** More bytes follow the record. */
    TRAILING_BYTES,
    /** Says that it is encrypted; no key of this deployment opens it. */
    ENCRYPTED,
    /** Uses a word that this version's vocabulary does not have. */
    UNKNOWN_WORD,
    /** Its fields contradict each other. */
    CONTRADICTORY
  }

  private final Why why;

  UnreadableRecord(Why why) {
    // Without a stack trace: a flood of hostile records must cost no more than the good ones.
    super("unreadable record: " + why, null, false, false);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
