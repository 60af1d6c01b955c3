package sightline.pipeline.assess;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightline.domain.assessment.AssessedFrame;
import sightline.domain.assessment.Assessment;
import sightline.domain.frame.AcceptedFrame;
import sightline.domain.sound.Heard;
import sightline.domain.sound.Speech;
import sightline.vision.FrameAssessor;
import sightline.vision.decode.ImageHeader;
import sightline.vision.models.ModelStore;
import sightline.vision.sound.Ears;

/** A pure function of one frame and its header. */
final class AssessFrames extends RichMapFunction<AcceptedFrame, AssessedFrame> {
  private static final Logger LOG = LoggerFactory.getLogger(AssessFrames.class);

  private final AssessSettings settings;
  private transient @Nullable FrameAssessor assessor;
  private transient @Nullable Ears ears;

  AssessFrames(AssessSettings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    assessor = FrameAssessor.open(settings.models());
    ears = settings.models().tasks().contains("voice")
        ? Ears.open(ModelStore.under(settings.models().root()))
        : Ears.deaf();
  }

  @Override
  public void close() {
    if (assessor != null) {
      assessor.close();
    }
    if (ears != null) {
      ears.close();
    }
  }

  @Override
  public AssessedFrame map(AcceptedFrame frame) {
    Ears open = ears;
    if (open == null) {
      throw new IllegalStateException("not opened");
    }
    Speech speech = open.hear(frame.sound());
    Assessment seen = assess(frame);
    return new AssessedFrame(
        frame.header(),
        frame.origin(),
        frame.sha256(),
        frame.footage(),
        frame.permit(),
        speech,
        speech.heard() == Heard.WITH_MODEL ? seen.alsoBy(open.version()) : seen);
  }

  /** One frame that breaks a measure must not stop the stream: it is withheld, and the stream goes on. */
  private Assessment assess(AcceptedFrame frame) {
    FrameAssessor open = assessor;
    if (open == null) {
      throw new IllegalStateException("not opened");
    }
    try {
      return open.assess(
          frame.image(),
          frame.header().index(),
          frame.header().rotation(),
          new ImageHeader.Accepted(
              frame.header().width(), frame.header().height(), frame.header().rotation()));
    } catch (RuntimeException e) {
      LOG.error(
          "a frame could not be assessed and is withheld: {}", e.getClass().getName());
      return Assessment.undecodable(frame.header().rotation(), open.models());
    }
  }
}
