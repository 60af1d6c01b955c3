package sightline.pipeline.redact;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;
import org.jspecify.annotations.Nullable;
import sightline.domain.leak.LeakSampling;
import sightline.domain.privacy.Directive;

/** Lets through the frames that are looked at again. */
final class DrawSample extends RichFilterFunction<SentOut> {
  private final ExamineSettings settings;
  private transient @Nullable LeakSampling sampling;

  DrawSample(ExamineSettings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    sampling = settings.sampling();
  }

  @Override
  public boolean filter(SentOut sent) {
    Directive directive = sent.directive();
    return sampling != null && sampling.examines(directive.session(), directive.index());
  }
}
