package sightline.domain.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.assessment.FrameScore;
import sightline.domain.assessment.Observation;
import sightline.domain.frame.Phase;
import sightline.domain.privacy.WithholdReason;
import sightline.domain.quality.Control;
import sightline.domain.quality.Edge;
import sightline.domain.quality.Factor;
import sightline.domain.quality.FactorName;
import sightline.domain.quality.Feedback;
import sightline.domain.quality.FeedbackCode;
import sightline.domain.quality.Measure;
import sightline.domain.quality.MeasureReading;
import sightline.domain.quality.Occlusion;
import sightline.domain.quality.Score;
import sightline.domain.quality.Unassessed;

/** Frames as verdicts see them: one hand in view, nothing against them, until something is said. */
final class Moments {
  private final long atMillis;
  private final List<Feedback> advice = new ArrayList<>();
  private final List<MeasureReading> measures = new ArrayList<>();
  private final List<WithholdReason> withheld = new ArrayList<>();
  private Measure hands = Measure.of(1);
  private double shorterSide = 720;
  private @Nullable List<Moment.Thing> things;

  private Moments(long atMillis) {
    this.atMillis = atMillis;
  }

  static Moments at(long millis) {
    return new Moments(millis);
  }

  Moments advised(FeedbackCode code, @Nullable Edge edge) {
    advice.add(new Feedback(code, FactorName.FRAMING, 0.3, Control.CONTROLLABLE, edge));
    return this;
  }

  Moments measured(String name, double value) {
    measures.add(new MeasureReading(name, Measure.of(value)));
    return this;
  }

  Moments withheld(WithholdReason because) {
    withheld.add(because);
    return this;
  }

  Moments hands(int count) {
    hands = Measure.of(count);
    return this;
  }

  Moments shorterSide(int pixels) {
    shorterSide = pixels;
    return this;
  }

  Moments showing(String label, double confidence) {
    things = List.of(new Moment.Thing(label, confidence));
    return this;
  }

  Moments lookedForThings() {
    things = List.of();
    return this;
  }

  Moment moment() {
    Measure nothing = Measure.unassessed(Unassessed.NOTHING_TO_MEASURE);
    Instant at = Instant.ofEpochMilli(atMillis);
    return new Moment(
        new Observation(
            "s",
            (int) atMillis,
            at,
            null,
            Phase.RECORDING,
            false,
            "cup",
            "phone",
            "KE",
            null,
            withheld,
            List.of(),
            List.of(),
            nothing,
            List.of(),
            advice,
            "household-1"),
        new FrameScore(
            "s",
            (int) atMillis,
            at,
            "cup",
            "phone",
            "KE",
            Phase.RECORDING,
            new Score(
                Measure.of(0.8),
                1,
                List.of(new Factor(
                    FactorName.RESOLUTION,
                    Measure.of(shorterSide),
                    Measure.of(1),
                    Control.STRUCTURAL,
                    1)),
                advice),
            Measure.of(0),
            hands,
            Measure.of(0),
            List.of(),
            Occlusion.none(),
            Occlusion.none(),
            List.of(),
            measures,
            "household-2",
            "none"),
        things);
  }
}
