package sightline.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import sightline.domain.assessment.FrameScore;
import sightline.domain.control.ControlRecord;
import sightline.domain.feedback.SessionFeedback;
import sightline.domain.frame.Incoming;
import sightline.domain.frame.Origin;
import sightline.domain.frame.Rejection;
import sightline.domain.incident.Alert;
import sightline.domain.incident.Incident;
import sightline.domain.preflight.PreflightVerdict;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.session.SessionSummary;
import sightline.domain.verdict.SessionVerdict;
import sightline.pipeline.job.Ends;

/** Partitions of records in memory in, lists out; no append times, as the in-memory form has none. */
final class ListEnds implements Ends, AutoCloseable {
  private static final Map<String, Queue<Object>> OUT = new ConcurrentHashMap<>();
  private static final int PARTITIONS = 4;

  private final String run = UUID.randomUUID().toString();
  private final List<List<byte[]>> partitions = new ArrayList<>();

  private final List<ControlRecord> known;

  ListEnds(List<Sent> records) {
    this(records, List.of());
  }

  /**
   * @param known control records that are there before the first frame
   */
  ListEnds(List<Sent> records, List<ControlRecord> known) {
    this.known = known;
    for (int partition = 0; partition < PARTITIONS; partition++) {
      int own = partition;
      partitions.add(records.stream()
          .filter(sent -> sent.partition() == own)
          .map(Sent::value)
          .toList());
    }
  }

  List<Directive> directives() {
    return out("directives").stream().map(Directive.class::cast).toList();
  }

  List<Rejection> rejections() {
    return out("rejected").stream().map(Rejection.class::cast).toList();
  }

  List<FrameScore> scores() {
    return out("scores").stream().map(FrameScore.class::cast).toList();
  }

  List<Incident> incidents() {
    return out("incidents").stream().map(Incident.class::cast).toList();
  }

  List<Directive> provisional() {
    return out("provisional").stream().map(Directive.class::cast).toList();
  }

  @Override
  public DataStream<Incoming> frames(StreamExecutionEnvironment env) {
    List<List<byte[]>> records = partitions;
    return env.fromData(IntStream.range(0, PARTITIONS).boxed().toList(), Types.INT)
        .uid("partitions")
        .rebalance()
        .flatMap((Integer partition, Collector<Incoming> out) -> {
          long offset = 0;
          for (byte[] value : records.get(partition)) {
            out.collect(new Incoming(new Origin("frames", partition, offset++, null), value));
          }
        })
        .returns(TypeInformation.of(Incoming.class))
        .uid("records");
  }

  @Override
  public void publishProvisional(DataStream<Directive> provisional) {
    collect(provisional, "provisional");
  }

  @Override
  public void publishDirectives(DataStream<Directive> directives) {
    collect(directives, "directives");
  }

  @Override
  public void publishOverrides(DataStream<DirectiveOverride> overrides) {
    collect(overrides, "overrides");
  }

  @Override
  public List<ControlRecord> knownControls() {
    return known;
  }

  @Override
  public void publishScores(DataStream<FrameScore> scores) {
    collect(scores, "scores");
  }

  @Override
  public void publishSessions(DataStream<SessionSummary> sessions) {
    collect(sessions, "sessions");
  }

  @Override
  public void publishVerdicts(DataStream<SessionVerdict> verdicts) {
    collect(verdicts, "verdicts");
  }

  List<SessionVerdict> verdicts() {
    return out("verdicts").stream().map(SessionVerdict.class::cast).toList();
  }

  @Override
  public void publishIncidents(DataStream<Incident> incidents) {
    collect(incidents, "incidents");
  }

  @Override
  public void publishAlerts(DataStream<Alert> alerts) {
    collect(alerts, "alerts");
  }

  @Override
  public void publishFeedback(
      DataStream<PreflightVerdict> clips, DataStream<SessionFeedback> sessions) {
    collect(clips, "feedback");
    collect(sessions, "session-feedback");
  }

  @Override
  public void publishRejected(DataStream<Rejection> rejected) {
    collect(rejected, "rejected");
  }

  @Override
  public void close() {
    OUT.keySet().removeIf(key -> key.startsWith(run));
  }

  private Queue<Object> out(String name) {
    return OUT.getOrDefault(run + name, new ConcurrentLinkedQueue<>());
  }

  private <T> void collect(DataStream<T> stream, String name) {
    stream.sinkTo(new IntoList<>(run + name)).uid("list-" + name);
  }

  private record IntoList<T>(String key) implements Sink<T> {
    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
      Queue<Object> queue = OUT.computeIfAbsent(key, unused -> new ConcurrentLinkedQueue<>());
      return new SinkWriter<>() {
        @Override
        public void write(T value, Context context) {
          queue.add(value);
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public void close() {}
      };
    }
  }
}
