package sightline.pipeline.lifecycle;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import sightline.domain.frame.Rejection;
import sightline.domain.lifecycle.AssignmentBook.Waiting;
import sightline.domain.lifecycle.LifecycleRules;
import sightline.domain.lifecycle.LifecycleStep;
import sightline.domain.operations.Fact;

/** The stage that follows what becomes of tasks, assignment by assignment. */
public final class Lifecycle {
  private Lifecycle() {}

  /**
   * @param facts each told once; they name workers and must go nowhere but into sums
   * @param missing steps that nobody told of and that were filled in
   * @param rejected events that cannot follow what came before them, came too late, or were read before
   */
  public record Followed(
      DataStream<Fact> facts, DataStream<LifecycleStep> missing, DataStream<Rejection> rejected) {}

  /**
   * @param events with event time and watermarks on the times of their arrival
   */
  public static Followed of(DataStream<Waiting> events, LifecycleRules rules) {
    SingleOutputStreamOperator<Fact> facts = events
        .keyBy(waiting -> waiting.event().assignment())
        .process(new FollowAssignments(rules))
        .returns(TypeInformation.of(Fact.class))
        .name("follow assignments")
        .uid("lifecycle-follow-assignments");
    return new Followed(
        facts,
        facts.getSideOutput(FollowAssignments.MISSING),
        facts.getSideOutput(FollowAssignments.REJECTED));
  }
}
