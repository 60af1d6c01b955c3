package sightline.wire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.assessment.FrameScore;
import sightline.domain.frame.Phase;
import sightline.domain.quality.Control;
import sightline.domain.quality.Edge;
import sightline.domain.quality.Factor;
import sightline.domain.quality.FactorName;
import sightline.domain.quality.Feedback;
import sightline.domain.quality.FeedbackCode;
import sightline.domain.quality.MeasureReading;
import sightline.domain.quality.Score;

/** Scores of frames between domain and Avro. Times are carried in whole milliseconds. */
public final class FrameScores {
  private FrameScores() {}

  public static sightline.wire.avro.FrameScore toAvro(FrameScore frame) {
    Score score = frame.score();
    return sightline.wire.avro.FrameScore.newBuilder()
        .setSession(frame.session())
        .setIndex(frame.index())
        .setCapturedAt(frame.capturedAt())
        .setTask(frame.task())
        .setDeviceClass(frame.deviceClass())
        .setRegion(frame.region())
        .setPhase(sightline.wire.avro.Phase.valueOf(frame.phase().name()))
        .setScore(Measures.toAvro(score.value()))
        .setAssessedWeight(score.assessedWeight())
        .setFactors(score.factors().stream().map(FrameScores::toAvro).toList())
        .setFeedback(score.feedback().stream().map(FrameScores::toAvro).toList())
        .setFaces(Measures.toAvro(frame.faces()))
        .setHands(Measures.toAvro(frame.hands()))
        .setPeople(Measures.toAvro(frame.people()))
        .setPersons(frame.persons().stream().map(Persons::toAvro).toList())
        .setLens(Occlusions.toAvro(frame.lens()))
        .setView(Occlusions.toAvro(frame.view()))
        .setHandsLeftBy(frame.handsLeftBy().stream().map(Enum::name).toList())
        .setMeasures(frame.measures().stream()
            .map(measure -> new sightline.wire.avro.NamedMeasure(
                measure.name(), Measures.toAvro(measure.value())))
            .toList())
        .setScoring(frame.scoring())
        .setModels(frame.models())
        .build();
  }

  private static sightline.wire.avro.Factor toAvro(Factor factor) {
    return new sightline.wire.avro.Factor(
        factor.name().name(),
        Measures.toAvro(factor.measured()),
        Measures.toAvro(factor.utility()),
        factor.control().name(),
        factor.weight());
  }

  private static sightline.wire.avro.Feedback toAvro(Feedback feedback) {
    Edge edge = feedback.edge();
    return new sightline.wire.avro.Feedback(
        feedback.code().name(),
        feedback.evidence().name(),
        feedback.measured(),
        feedback.control().name(),
        edge == null ? null : edge.name());
  }

  /**
   * @throws UnreadableRecord where it is encrypted, uses a word that this version does not know, or contradicts itself
   */
  public static FrameScore fromAvro(sightline.wire.avro.FrameScore frame) throws UnreadableRecord {
    return Reading.open(
        frame.getKeyId(),
        frame.getCipher(),
        () -> new FrameScore(
            frame.getSession(),
            frame.getIndex(),
            frame.getCapturedAt(),
            frame.getTask(),
            frame.getDeviceClass(),
            frame.getRegion(),
            Words.read(Phase.class, frame.getPhase().name()),
            score(frame),
            Measures.fromAvro(frame.getFaces()),
            Measures.fromAvro(frame.getHands()),
            Measures.fromAvro(frame.getPeople()),
            Persons.fromAvro(frame.getPersons()),
            Occlusions.fromAvro(frame.getLens()),
            Occlusions.fromAvro(frame.getView()),
            edges(frame.getHandsLeftBy()),
            measures(frame.getMeasures()),
            frame.getScoring(),
            frame.getModels()));
  }

  private static Score score(sightline.wire.avro.FrameScore frame) throws UnreadableRecord {
    List<Factor> factors = new ArrayList<>();
    for (var factor : frame.getFactors()) {
      factors.add(new Factor(
          Words.read(FactorName.class, factor.getName()),
          Measures.fromAvro(factor.getMeasured()),
          Measures.fromAvro(factor.getUtility()),
          Words.read(Control.class, factor.getControl()),
          factor.getWeight()));
    }
    List<Feedback> advice = new ArrayList<>();
    for (var feedback : frame.getFeedback()) {
      advice.add(new Feedback(
          Words.read(FeedbackCode.class, feedback.getCode()),
          Words.read(FactorName.class, feedback.getEvidence()),
          feedback.getMeasured(),
          Words.read(Control.class, feedback.getControl()),
          edge(feedback.getEdge())));
    }
    return new Score(
        Measures.fromAvro(frame.getScore()), frame.getAssessedWeight(), factors, advice);
  }

  private static List<Edge> edges(List<String> words) throws UnreadableRecord {
    List<Edge> edges = new ArrayList<>();
    for (String word : words) {
      edges.add(Words.read(Edge.class, word));
    }
    return edges;
  }

  private static List<MeasureReading> measures(List<sightline.wire.avro.NamedMeasure> read)
      throws UnreadableRecord {
    List<MeasureReading> measures = new ArrayList<>();
    for (var measure : read) {
      measures.add(new MeasureReading(measure.getName(), Measures.fromAvro(measure.getValue())));
    }
    return measures;
  }

  private static @Nullable Edge edge(@Nullable String word) throws UnreadableRecord {
    return word == null ? null : Words.read(Edge.class, word);
  }
}
