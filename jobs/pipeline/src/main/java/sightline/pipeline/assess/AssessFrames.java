package sightline.pipeline.assess;

import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightline.domain.assessment.AssessedFrame;
import sightline.domain.assessment.Assessment;
import sightline.domain.frame.AcceptedFrame;
import sightline.domain.sound.Heard;
import sightline.domain.sound.Sound;
import sightline.domain.sound.Speech;
import sightline.vision.FrameAssessor;
import sightline.vision.decode.ImageHeader;

/** A pure function of one frame and its header. */
final class AssessFrames extends RichMapFunction<AcceptedFrame, AssessedFrame> {
  private static final Logger LOG = LoggerFactory.getLogger(AssessFrames.class);

  private final AssessSettings settings;
  private transient @Nullable FrameAssessor assessor;

  AssessFrames(AssessSettings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    assessor = FrameAssessor.open(settings.models());
  }

  @Override
  public void close() {
    if (assessor != null) {
      assessor.close();
    }
  }

  @Override
  public AssessedFrame map(AcceptedFrame frame) {
    return new AssessedFrame(
        frame.header(),
        frame.origin(),
        frame.sha256(),
        frame.footage(),
        frame.permit(),
        frame.sound() == null ? Speech.NO_SOUND : unheard(frame.sound()),
        assess(frame));
  }

  /** Nothing listens yet, so nobody may hear it. */
  private static Speech unheard(Sound sound) {
    long from = sound.startsAt().toEpochMilli();
    return new Speech(Heard.NOT_AT_ALL, from, from + sound.millis(), List.of());
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
