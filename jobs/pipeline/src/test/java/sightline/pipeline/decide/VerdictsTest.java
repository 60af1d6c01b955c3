package sightline.pipeline.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sightline.domain.assessment.AssessedFrame;
import sightline.domain.assessment.InTime;
import sightline.domain.assessment.TrackMemory;
import sightline.domain.frame.Box;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Lateness;
import sightline.domain.privacy.WithholdReason;
import sightline.pipeline.Sample;

class VerdictsTest {
  /** Whose growth is beyond all numbers. */
  private static final Detection POISON = new Detection(new Box(10, 10, 2.5e38f, 2.5e38f), 0.9);

  private final Verdicts verdicts = new Verdicts(Sample.settings(Map.of()).decide());

  private static AssessedFrame frame(Detection... faces) {
    return Sample.showing(Sample.assessed("s", 0, 0, 0L, 0), DetectorKind.FACE, faces);
  }

  private static void assertWithheldAsFailed(Directive directive) {
    assertThat(directive.disposition()).isEqualTo(Disposition.WITHHOLD);
    assertThat(directive.withheldBecause()).contains(WithholdReason.DETECTOR_FAILED);
  }

  @Test
  void aFrameWhoseBoxesBreakTheRulesIsWithheldWhateverBecomesOfIt() {
    AssessedFrame poison = frame(POISON);
    InTime alone = InTime.alone(poison);
    assertWithheldAsFailed(verdicts.provisional(alone, TrackMemory.NONE));
    for (Verdict verdict : List.of(
        verdicts.settled(alone, TrackMemory.NONE),
        verdicts.late(poison, Lateness.HORIZON, TrackMemory.NONE),
        verdicts.overloaded(poison, TrackMemory.NONE))) {
      assertWithheldAsFailed(verdict.directive());
      assertThat(verdict.score().faces().assessed()).isFalse();
      assertThat(verdict.score().score().value().assessed())
          .as("no measure of such a frame is trusted")
          .isFalse();
    }
  }

  @Test
  void aSoundFrameIsJudgedByItsBoxes() {
    Detection face = new Detection(new Box(40, 40, 20, 24), 0.9);
    assertThat(verdicts
            .settled(InTime.alone(frame(face)), TrackMemory.NONE)
            .directive()
            .disposition())
        .isEqualTo(Disposition.REDACT);
    assertThat(verdicts
            .settled(InTime.alone(frame()), TrackMemory.NONE)
            .directive()
            .disposition())
        .isEqualTo(Disposition.RELEASE);
  }
}
