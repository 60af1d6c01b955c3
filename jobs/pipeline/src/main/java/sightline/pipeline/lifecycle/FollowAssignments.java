package sightline.pipeline.lifecycle;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import sightline.domain.frame.Rejection;
import sightline.domain.lifecycle.AssignmentBook;
import sightline.domain.lifecycle.AssignmentBook.Turn;
import sightline.domain.lifecycle.AssignmentBook.Waiting;
import sightline.domain.lifecycle.LifecycleRules;
import sightline.domain.lifecycle.LifecycleStep;
import sightline.domain.operations.Fact;

/**
 * Keeps the book of each assignment and turns its page as time goes by. Lateness goes by event time, which is the broker's append time: a
 * job that was down for a day waits as long as one that was not, and says the same.
 */
final class FollowAssignments extends KeyedProcessFunction<String, Waiting, Fact> {
  static final OutputTag<Rejection> REJECTED = new OutputTag<>("rejected-steps") {};

  static final OutputTag<LifecycleStep> MISSING =
      new OutputTag<>("missing-steps", TypeInformation.of(LifecycleStep.class));

  private final LifecycleRules rules;
  private transient ValueState<AssignmentBook> books;

  @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else
  FollowAssignments(LifecycleRules rules) {
    this.rules = rules;
  }

  @Override
  public void open(OpenContext context) {
    books = getRuntimeContext()
        .getState(
            new ValueStateDescriptor<>("assignment", TypeInformation.of(AssignmentBook.class)));
  }

  @Override
  public void processElement(Waiting event, Context context, Collector<Fact> out) throws Exception {
    @Nullable AssignmentBook before = books.value();
    keep((before == null ? AssignmentBook.EMPTY : before).plus(event), context, out);
  }

  @Override
  public void onTimer(long at, OnTimerContext context, Collector<Fact> out) throws Exception {
    @Nullable AssignmentBook book = books.value();
    if (book == null) {
      return;
    }
    boolean nothingMoreComes = context.timerService().currentWatermark() == Long.MAX_VALUE;
    Turn turn = nothingMoreComes ? book.end(rules) : book.at(at, rules);
    if (nothingMoreComes || turn.book().over(at, rules)) {
      tell(turn, context, out);
      books.clear();
    } else {
      keep(turn, context, out);
    }
  }

  private void keep(Turn turn, Context context, Collector<Fact> out) throws Exception {
    tell(turn, context, out);
    AssignmentBook book = turn.book();
    books.update(book);
    Long next = book.nextMillis(rules);
    if (next != null) {
      context.timerService().registerEventTimeTimer(next);
    }
  }

  private static void tell(Turn turn, Context context, Collector<Fact> out) {
    turn.facts().forEach(out::collect);
    turn.missing().forEach(step -> context.output(MISSING, step));
    turn.rejected().forEach(rejection -> context.output(REJECTED, rejection));
  }
}
