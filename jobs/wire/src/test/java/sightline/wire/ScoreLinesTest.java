package sightline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import sightline.domain.assessment.FrameScore;
import sightline.domain.frame.Box;
import sightline.domain.frame.Phase;
import sightline.domain.people.PersonEvidence;
import sightline.domain.people.PersonJudgement;
import sightline.domain.people.Who;
import sightline.domain.privacy.Detection;
import sightline.domain.quality.Control;
import sightline.domain.quality.Edge;
import sightline.domain.quality.Factor;
import sightline.domain.quality.FactorName;
import sightline.domain.quality.Feedback;
import sightline.domain.quality.FeedbackCode;
import sightline.domain.quality.GridMask;
import sightline.domain.quality.Measure;
import sightline.domain.quality.MeasureReading;
import sightline.domain.quality.Occlusion;
import sightline.domain.quality.Score;
import sightline.domain.quality.Unassessed;

/** What {@link JsonLines} says of a frame's score and everything behind it. */
class ScoreLinesTest {
  private static final String FILE = "walkers/one-by-one.mp4";
  private static final Instant CAPTURED = Instant.ofEpochMilli(7_300);

  @Test
  void aFramesLineNamesEveryReasonForTheScore() {
    Factor bright = new Factor(
        FactorName.BRIGHTNESS, Measure.of(0.21), Measure.of(0.4), Control.CONTROLLABLE, 2);
    Measure unseen = Measure.unassessed(Unassessed.TOO_DARK);
    Factor lens = new Factor(FactorName.LENS_OCCLUSION, unseen, unseen, Control.STRUCTURAL, 1.5);
    Feedback dark = new Feedback(
        FeedbackCode.TOO_DARK, FactorName.BRIGHTNESS, 0.21, Control.CONTROLLABLE, null);
    Feedback covered = new Feedback(
        FeedbackCode.LENS_COVERED, FactorName.LENS_OCCLUSION, 0.3, Control.STRUCTURAL, Edge.LEFT);
    Score score = new Score(Measure.of(0.4), 0.5714, List.of(bright, lens), List.of(dark, covered));

    assertThat(JsonLines.frame(frame(score, Measure.of(3))))
        .isEqualTo("{\"session\":\"walkers/one-by-one.mp4\",\"frame\":73,"
            + "\"capturedAt\":\"1970-01-01T00:00:07.300Z\",\"task\":\"unspecified\","
            + "\"deviceClass\":\"file\",\"region\":\"none\",\"phase\":\"RECORDING\","
            + "\"score\":0.4,\"assessedWeight\":0.5714,"
            + "\"factors\":[{\"name\":\"brightness\",\"measured\":0.21,\"utility\":0.4,"
            + "\"control\":\"controllable\",\"weight\":2.0},"
            + "{\"name\":\"lens_occlusion\",\"measured\":null,\"utility\":null,"
            + "\"control\":\"structural\",\"weight\":1.5,\"unassessed\":\"TOO_DARK\"}],"
            + "\"hands\":null,\"faces\":3,\"people\":null,"
            + "\"unassessed\":{\"hands\":\"NOT_IN_THIS_VERSION\",\"people\":\"MODEL_MISSING\"},"
            + "\"feedback\":[{\"code\":\"TOO_DARK\",\"evidence\":\"brightness\","
            + "\"measured\":0.21,\"control\":\"controllable\",\"edge\":null},"
            + "{\"code\":\"LENS_COVERED\",\"evidence\":\"lens_occlusion\",\"measured\":0.3,"
            + "\"control\":\"structural\",\"edge\":\"LEFT\"}],"
            + "\"persons\":[{\"x\":-3.2,\"y\":10.0,\"w\":100.0,\"h\":200.0,\"confidence\":0.8,"
            + "\"who\":\"WORKER\",\"because\":[\"ENTERS_FROM_THE_WEARER\"]}],"
            + "\"lens\":{\"share\":0.5,\"edge\":\"LEFT\",\"mask\":{\"columns\":2,\"rows\":1,\"cells\":\"#.\"}},"
            + "\"view\":{\"share\":null,\"unassessed\":\"NOT_IN_THIS_VERSION\",\"edge\":null,\"mask\":null},"
            + "\"handsLeftBy\":[\"BOTTOM\"],"
            + "\"measures\":[{\"name\":\"tilt_degrees\",\"value\":-2.5},"
            + "{\"name\":\"shake\",\"value\":null,\"unassessed\":\"NO_NEIGHBOUR\"}],"
            + "\"scoring\":\"scoring-1\",\"models\":\"yunet-1\"}");
  }

  @Test
  void anUnassessedScoreIsNullWithItsReason() {
    Measure none = Measure.unassessed(Unassessed.UNDECODABLE);

    assertThat(JsonLines.frame(frame(new Score(none, 0, List.of(), List.of()), none)))
        .contains("\"score\":null,\"assessedWeight\":0.0,\"factors\":[],\"hands\":null,"
            + "\"faces\":null,\"people\":null,\"unassessed\":{\"score\":\"UNDECODABLE\","
            + "\"hands\":\"NOT_IN_THIS_VERSION\",\"faces\":\"UNDECODABLE\","
            + "\"people\":\"MODEL_MISSING\"},\"feedback\":[]");
  }

  @Test
  void numbersThatJsonDoesNotHaveAreRefused() {
    Score endless = new Score(Measure.of(1), Double.POSITIVE_INFINITY, List.of(), List.of());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonLines.frame(frame(endless, Measure.of(1))));
  }

  @Test
  void halfAFaceIsRefused() {
    Score score = new Score(Measure.of(1), 1, List.of(), List.of());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonLines.frame(frame(score, Measure.of(2.5))));
  }

  private static FrameScore frame(Score score, Measure faces) {
    return new FrameScore(
        FILE,
        73,
        CAPTURED,
        "unspecified",
        "file",
        "none",
        Phase.RECORDING,
        score,
        faces,
        Measure.unassessed(Unassessed.NOT_IN_THIS_VERSION),
        Measure.unassessed(Unassessed.MODEL_MISSING),
        List.of(new PersonJudgement(
            new Detection(new Box(-3.25f, 10, 100.04f, 200), 0.8),
            Who.WORKER,
            List.of(PersonEvidence.ENTERS_FROM_THE_WEARER))),
        new Occlusion(Measure.of(0.5), Edge.LEFT, new GridMask(2, 1, "#.")),
        Occlusion.unassessed(Unassessed.NOT_IN_THIS_VERSION),
        List.of(Edge.BOTTOM),
        List.of(
            new MeasureReading("tilt_degrees", Measure.of(-2.5)),
            new MeasureReading("shake", Measure.unassessed(Unassessed.NO_NEIGHBOUR))),
        "scoring-1",
        "yunet-1");
  }
}
