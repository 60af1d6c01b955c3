package sightline.pipeline.assess;

import org.apache.flink.streaming.api.datastream.DataStream;
import sightline.domain.assessment.AssessedFrame;
import sightline.domain.frame.AcceptedFrame;

/** The stage that looks at pixels: once a frame, in the task that read it, and nothing of them leaves it. */
public final class Assess {
  private Assess() {}

  public static DataStream<AssessedFrame> frames(
      DataStream<AcceptedFrame> accepted, AssessSettings settings) {
    return accepted
        .map(new AssessFrames(settings))
        .name("assess frames")
        .uid("assess-frames")
        .setParallelism(accepted.getParallelism());
  }
}
