package sightline.pipeline.redact;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;
import sightline.domain.leak.LeakReadings;
import sightline.domain.leak.Outcome;
import sightline.domain.operations.OperationsReading;
import sightline.domain.privacy.DirectiveOverride;

/** The stage that looks at a sample of what went out once more, and tells how much of it leaks. */
public final class Examine {
  private static final long PATIENCE_MINUTES = 30;

  private Examine() {}

  /**
   * @param overrides hide what was found
   * @param readings the rate of leaks by cohort
   * @param outcomes one a frame that was drawn
   */
  public record Streams(
      DataStream<DirectiveOverride> overrides,
      DataStream<OperationsReading> readings,
      DataStream<Outcome> outcomes) {}

  public static Streams frames(DataStream<SentOut> sentOut, ExamineSettings settings) {
    String bootstrap = settings.bootstrap();
    String models = settings.models();
    String pass = settings.pass();
    String measuredBy = settings.measuredBy();
    ExamineFrames looking = new ExamineFrames(
        settings,
        () -> new KafkaFrameRecords(bootstrap),
        () -> ThoroughPass.open(Path.of(models), pass));
    var drawn = sentOut.filter(new DrawSample(settings)).name("draw sample").uid("examine-draw");
    var examined = AsyncDataStream.unorderedWait(
            drawn, looking, PATIENCE_MINUTES, TimeUnit.MINUTES, ExamineFrames.IN_FLIGHT)
        .returns(TypeInformation.of(Examined.class))
        .name("examine frames")
        .uid("examine-frames")
        .disableChaining();
    var overrides = examined
        .flatMap((Examined seen, Collector<DirectiveOverride> out) -> {
          DirectiveOverride override = seen.override();
          if (override != null) {
            out.collect(override);
          }
        })
        .returns(TypeInformation.of(DirectiveOverride.class))
        .name("leaks found")
        .uid("examine-overrides");
    var readings = examined
        .keyBy(seen -> measuredBy, Types.STRING)
        .process(new FollowLeaks(
            measuredBy,
            new LeakReadings(settings.quality(), settings.window()),
            settings.workers()))
        .returns(TypeInformation.of(OperationsReading.class))
        .name("follow leaks")
        .uid("examine-follow")
        .setParallelism(1);
    var outcomes = examined
        .map(Examined::outcome)
        .returns(TypeInformation.of(Outcome.class))
        .name("outcomes")
        .uid("examine-outcomes");
    return new Streams(overrides, readings, outcomes);
  }
}
