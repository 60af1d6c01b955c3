package sightline.domain.assessment;

import java.util.EnumMap;
import java.util.Map;
import sightline.domain.frame.FrameHeader;
import sightline.domain.framing.FramingAdvice;
import sightline.domain.people.Who;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.quality.FactorName;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Scoring;
import sightline.domain.quality.Unassessed;

/** The rule that turns what was measured on a frame into its explained score. */
public record ScoreFrame(Scoring scoring) {

  public FrameScore score(Seen made) {
    return score(made, measures(made));
  }

  /** Of a frame that could not be judged: no factor of it is known, not even what its header promises. */
  public FrameScore unknown(Seen blind) {
    Map<FactorName, Measure> nothing = new EnumMap<>(FactorName.class);
    for (FactorName name : FactorName.values()) {
      nothing.put(name, Measure.unassessed(Unassessed.DETECTOR_FAILED));
    }
    return score(blind, nothing);
  }

  private FrameScore score(Seen made, Map<FactorName, Measure> measures) {
    FrameHeader header = made.frame().header();
    Assessment seen = made.frame().assessment();
    return new FrameScore(
        header.session(),
        header.index(),
        header.capturedAt(),
        header.task(),
        header.deviceClass(),
        header.region(),
        header.phase(),
        scoring.score(
            measures,
            seen.lens(),
            made.framing().advice().stream().map(FramingAdvice::feedback).toList()),
        count(
            made, DetectorKind.FACE, made.sight(DetectorKind.FACE).detections().size()),
        made.hands().count(),
        count(made, DetectorKind.PERSON, thirdParties(made)),
        made.persons(),
        seen.lens(),
        seen.view(),
        made.hands().leftBy(),
        made.measures(),
        scoring.version(),
        seen.models());
  }

  private static int thirdParties(Seen made) {
    return (int) made.persons().stream()
        .filter(person -> person.who() == Who.THIRD_PARTY)
        .count();
  }

  private static Map<FactorName, Measure> measures(Seen made) {
    Assessment seen = made.frame().assessment();
    Map<FactorName, Measure> measures = new EnumMap<>(FactorName.class);
    measures.put(FactorName.BRIGHTNESS, seen.exposure().brightness());
    measures.put(FactorName.SHADOWS, seen.exposure().shadows());
    measures.put(FactorName.HIGHLIGHTS, seen.exposure().highlights());
    measures.put(FactorName.CONTRAST, seen.exposure().contrast());
    measures.put(FactorName.SHARPNESS, seen.sharpness().acutance());
    measures.put(FactorName.LENS_OCCLUSION, seen.lens().share());
    measures.put(FactorName.VIEW_OCCLUSION, seen.view().share());
    measures.put(FactorName.FRAMING, made.framing().overall());
    measures.put(FactorName.HANDS, made.hands().count());
    measures.put(FactorName.RESOLUTION, resolution(made.frame().header(), seen));
    return measures;
  }

  /** The shorter side in pixels: known from the header, but worth nothing where the pixels do not decode. */
  private static Measure resolution(FrameHeader header, Assessment seen) {
    return seen.decoding() == Decoding.DECODED
        ? Measure.of(Math.min(header.width(), header.height()))
        : Measure.unassessed(Unassessed.UNDECODABLE);
  }

  /** A count means something only where a model looked, itself or at a neighbour. */
  private static Measure count(Seen made, DetectorKind kind, int counted) {
    if (made.frame().assessment().decoding() == Decoding.UNDECODABLE) {
      return Measure.unassessed(Unassessed.UNDECODABLE);
    }
    return switch (made.sight(kind).look().looked()) {
      case WITH_MODEL -> Measure.of(counted);
      case WITH_STAND_IN, NOT_AT_ALL -> Measure.unassessed(Unassessed.MODEL_MISSING);
      case NOT_SCHEDULED -> Measure.unassessed(Unassessed.NOT_SCHEDULED);
      case TOO_DARK -> Measure.unassessed(Unassessed.TOO_DARK);
      case TOO_BLURRED -> Measure.unassessed(Unassessed.TOO_BLURRED);
      case FAILED, NOT_JUDGED -> Measure.unassessed(Unassessed.DETECTOR_FAILED);
    };
  }
}
