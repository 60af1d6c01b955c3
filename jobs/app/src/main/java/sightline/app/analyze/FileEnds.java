package sightline.app.analyze;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import sightline.app.footage.Labels;
import sightline.app.footage.MediaFile;
import sightline.domain.assessment.FrameScore;
import sightline.domain.control.ControlRecord;
import sightline.domain.feedback.SessionFeedback;
import sightline.domain.frame.Incoming;
import sightline.domain.frame.Rejection;
import sightline.domain.incident.Alert;
import sightline.domain.incident.Incident;
import sightline.domain.preflight.PreflightVerdict;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.session.SessionSummary;
import sightline.domain.task.TaskSpec;
import sightline.domain.verdict.SessionVerdict;
import sightline.pipeline.job.Ends;
import sightline.vision.decode.ImageLimits;
import sightline.wire.FeedbackLines;
import sightline.wire.JsonLines;
import sightline.wire.VerdictLines;

/** Media files in, JSON Lines out. Provisional directives go nowhere: the final ones are already there when anyone looks. */
final class FileEnds implements Ends {
  private final List<MediaFile> media;
  private final Path out;
  private final Progress progress;
  private final ImageLimits limits;
  private final @Nullable TaskSpec task;
  private @Nullable DataStream<Rejection> unreadable;

  /**
   * @param task that all of it shows; null for none
   */
  FileEnds(
      List<MediaFile> media,
      Path out,
      Progress progress,
      ImageLimits limits,
      @Nullable TaskSpec task) {
    this.task = task;
    this.media = media;
    this.out = out;
    this.progress = progress;
    this.limits = limits;
  }

  @Override
  public DataStream<Incoming> frames(StreamExecutionEnvironment env) {
    List<FileToRead> files = media.stream()
        .map(file -> new FileToRead(
            file.file().toAbsolutePath().toString(), file.session(), file.kind().name()))
        .toList();
    SingleOutputStreamOperator<Incoming> frames = env.fromData(
            files, TypeInformation.of(FileToRead.class))
        .uid("source-files")
        .rebalance()
        .process(new ReadMedia(progress.run(), labels(), limits))
        .name("read media")
        .uid("read-media");
    unreadable = frames.getSideOutput(ReadMedia.UNREADABLE);
    return frames;
  }

  private Labels labels() {
    Labels unknown = Labels.UNKNOWN;
    return task == null
        ? unknown
        : new Labels(task.task(), unknown.worker(), unknown.deviceClass(), unknown.region());
  }

  /** From the epoch, where the time of footage without a clock begins. */
  @Override
  public List<ControlRecord> knownControls() {
    return task == null ? List.of() : List.of(ControlRecord.of(task.from(Instant.EPOCH)));
  }

  @Override
  public void publishProvisional(DataStream<Directive> provisional) {}

  @Override
  public void publishDirectives(DataStream<Directive> directives) {
    lines(directives, OutputFile.DIRECTIVES, JsonLines::directive);
  }

  @Override
  public void publishOverrides(DataStream<DirectiveOverride> overrides) {
    lines(overrides, OutputFile.OVERRIDES, JsonLines::override);
  }

  @Override
  public void publishScores(DataStream<FrameScore> scores) {
    lines(scores, OutputFile.FRAMES, JsonLines::frame);
  }

  @Override
  public void publishSessions(DataStream<SessionSummary> sessions) {
    lines(sessions, OutputFile.SESSIONS, JsonLines::session);
  }

  @Override
  public void publishVerdicts(DataStream<SessionVerdict> verdicts) {
    lines(verdicts, OutputFile.VERDICTS, VerdictLines::verdict);
  }

  @Override
  public void publishIncidents(DataStream<Incident> incidents) {
    lines(incidents, OutputFile.INCIDENTS, JsonLines::incident);
  }

  /** Nobody is to be woken by an analysis. */
  @Override
  public void publishAlerts(DataStream<Alert> alerts) {}

  @Override
  public void publishFeedback(
      DataStream<PreflightVerdict> clips, DataStream<SessionFeedback> sessions) {
    DataStream<String> ofClips = asLines(clips, JsonLines::preflight, "feedback-clip-lines");
    DataStream<String> ofSessions =
        asLines(sessions, FeedbackLines::session, "feedback-session-lines");
    lines(ofClips.union(ofSessions), OutputFile.FEEDBACK, line -> line);
  }

  private static <T> DataStream<String> asLines(DataStream<T> stream, Line<T> line, String uid) {
    return stream.map(line::apply).returns(Types.STRING).name(uid).uid(uid);
  }

  @Override
  public void publishRejected(DataStream<Rejection> rejected) {
    lines(
        unreadable == null ? rejected : rejected.union(unreadable),
        OutputFile.REJECTED,
        JsonLines::rejection);
  }

  private <T> void lines(DataStream<T> stream, OutputFile file, Line<T> line) {
    stream
        .sinkTo(new LineSink<>(out.resolve(file.fileName()).toString(), file, line, progress.run()))
        .setParallelism(1)
        .name(file.fileName())
        .uid("sink-" + file.fileName());
  }

  /** A record as one line of JSON; travels with the job. */
  interface Line<T> extends Function<T, String>, java.io.Serializable {}
}
