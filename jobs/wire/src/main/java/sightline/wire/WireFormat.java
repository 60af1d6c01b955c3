package sightline.wire;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;
import sightline.wire.avro.Directive;
import sightline.wire.avro.DirectiveOverride;
import sightline.wire.avro.Frame;
import sightline.wire.avro.FrameScore;
import sightline.wire.avro.Incident;
import sightline.wire.avro.LifecycleEvent;
import sightline.wire.avro.OperationsReading;
import sightline.wire.avro.PolicyVersion;
import sightline.wire.avro.PreflightVerdict;
import sightline.wire.avro.RedactedFrame;
import sightline.wire.avro.Rejection;
import sightline.wire.avro.Review;
import sightline.wire.avro.Revocation;
import sightline.wire.avro.SessionFeedback;
import sightline.wire.avro.SessionSummary;
import sightline.wire.avro.SessionVerdict;
import sightline.wire.avro.TaskSpec;

/**
 * How one kind of record is written into a Kafka value: Avro's single-object encoding, ten bytes that name the schema and then the
 * record. It reads every published version of its schema and writes the newest. A reader does not know versions that were
 * published after it was built, so readers are deployed before the writers of a new version.
 *
 * <p>Safe for use by several threads. Serializable: what comes out of a stream is one of the constants again.
 */
public final class WireFormat<T extends SpecificRecordBase> implements Serializable {
  private static final long serialVersionUID = 1L;

  public static final WireFormat<Frame> FRAME = new WireFormat<>(Frame.class);
  public static final WireFormat<FrameScore> FRAME_SCORE = new WireFormat<>(FrameScore.class);
  public static final WireFormat<Directive> DIRECTIVE = new WireFormat<>(Directive.class);
  public static final WireFormat<DirectiveOverride> DIRECTIVE_OVERRIDE =
      new WireFormat<>(DirectiveOverride.class);
  public static final WireFormat<SessionSummary> SESSION_SUMMARY =
      new WireFormat<>(SessionSummary.class);
  public static final WireFormat<SessionVerdict> SESSION_VERDICT =
      new WireFormat<>(SessionVerdict.class);
  public static final WireFormat<Incident> INCIDENT = new WireFormat<>(Incident.class);
  public static final WireFormat<PreflightVerdict> PREFLIGHT_VERDICT =
      new WireFormat<>(PreflightVerdict.class);
  public static final WireFormat<SessionFeedback> SESSION_FEEDBACK =
      new WireFormat<>(SessionFeedback.class);
  public static final WireFormat<Rejection> REJECTION = new WireFormat<>(Rejection.class);

  public static final WireFormat<RedactedFrame> REDACTED_FRAME =
      new WireFormat<>(RedactedFrame.class);
  public static final WireFormat<Revocation> REVOCATION = new WireFormat<>(Revocation.class);
  public static final WireFormat<PolicyVersion> POLICY_VERSION =
      new WireFormat<>(PolicyVersion.class);
  public static final WireFormat<TaskSpec> TASK_SPEC = new WireFormat<>(TaskSpec.class);
  public static final WireFormat<Review> REVIEW = new WireFormat<>(Review.class);
  public static final WireFormat<OperationsReading> OPERATIONS_READING =
      new WireFormat<>(OperationsReading.class);

  public static final WireFormat<LifecycleEvent> LIFECYCLE_EVENT =
      new WireFormat<>(LifecycleEvent.class);

  private final Class<T> type;
  private final transient BinaryMessageEncoder<T> encoder;
  private final transient SingleObjectDecoder<T> decoder;

  private WireFormat(Class<T> type) {
    this(type, PublishedSchemas.of(type.getSimpleName()));
  }

  /**
   * @param writers every schema that records to be read may have been written with
   */
  WireFormat(Class<T> type, List<Schema> writers) {
    // Not SpecificData.get(): that one looks for classes where Avro was loaded, which under Flink
    // may be another loader.
    SpecificData model = new SpecificData(type.getClassLoader());
    model.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
    Schema schema = model.getSchema(type);
    this.type = type;
    this.encoder = new BinaryMessageEncoder<>(model, schema);
    this.decoder = new SingleObjectDecoder<>(model, schema, writers);
  }

  /** All formats, one a record type. */
  public static List<WireFormat<?>> all() {
    return List.of(
        FRAME,
        FRAME_SCORE,
        DIRECTIVE,
        DIRECTIVE_OVERRIDE,
        SESSION_SUMMARY,
        SESSION_VERDICT,
        INCIDENT,
        PREFLIGHT_VERDICT,
        SESSION_FEEDBACK,
        REJECTION,
        REDACTED_FRAME,
        REVOCATION,
        POLICY_VERSION,
        TASK_SPEC,
        REVIEW,
        OPERATIONS_READING,
        LIFECYCLE_EVENT);
  }

  public Class<T> type() {
    return type;
  }

  /**
   * @return the bytes of a Kafka value
   * @throws RuntimeException where a field that must be set is null, which is a fault of the caller's code
   */
  public byte[] encode(T record) {
    try {
      ByteBuffer encoded = encoder.encode(record);
      byte[] value = new byte[encoded.remaining()];
      encoded.get(value);
      return value;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a Kafka value, however hostile: allocates in the order of its size, whatever lengths it declares.
   *
   * @param value null for a Kafka record without value, which is unreadable like an empty one
   * @throws UnreadableRecord for anything but exactly one record of a published version
   */
  public T decode(byte @Nullable [] value) throws UnreadableRecord {
    return decoder.decode(value);
  }

  /** Whether the value says that it was written in this format, for topics that carry more than one. */
  public boolean wrote(byte @Nullable [] value) {
    return decoder.knows(value);
  }

  private Object readResolve() {
    return all().stream().filter(format -> format.type.equals(type)).findFirst().orElseThrow();
  }

  @Override
  public String toString() {
    return "WireFormat[" + type.getSimpleName() + "]";
  }
}
