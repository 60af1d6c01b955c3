package sightline.vision.detection.object;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import sightline.domain.frame.Box;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Looked;
import sightline.vision.decode.Picture;
import sightline.vision.detection.Candidate;
import sightline.vision.detection.Detector;
import sightline.vision.detection.Network;
import sightline.vision.models.InstalledModel;
import sightline.vision.models.ModelDescription;

/**
 * People, screens and household things by YOLOX; every detection carries COCO's word for it, and {@link CocoClass#kindOf}
 * says which kind that is. Boxes are read from a low score on, so that rules and policy decide what they mean. A "person" may
 * be the worker's own hand, arm or lap.
 */
public final class YoloxObjects implements Detector {
  private static final Comparator<Detection> MOST_CONFIDENT_FIRST = Comparator.comparingDouble(
          (Detection seen) -> -seen.confidence())
      .thenComparing(seen -> String.valueOf(seen.label()))
      .thenComparingDouble(seen -> seen.box().left())
      .thenComparingDouble(seen -> seen.box().top())
      .thenComparingDouble(seen -> seen.box().area());

  private final Network<YoloxInput, YoloxHead> network;
  private final int side;
  private final double maxOverlap;
  private final Map<CocoClass, Float> minScores;

  /**
   * @param installed a model whose weights were verified
   */
  public YoloxObjects(InstalledModel installed) {
    ModelDescription description = installed.description();
    this.side = (int) description.threshold("side");
    this.maxOverlap = description.threshold("overlap");
    this.minScores = minScores(description);
    this.network = new Network<>(installed, new YoloxTranslator(side));
  }

  private static Map<CocoClass, Float> minScores(ModelDescription description) {
    Map<CocoClass, Float> scores = new EnumMap<>(CocoClass.class);
    for (CocoClass named : CocoClass.values()) {
      named
          .kind()
          .ifPresent(kind -> scores.put(named, (float) description.threshold(scoreName(kind))));
    }
    return scores;
  }

  private static String scoreName(DetectorKind kind) {
    return switch (kind) {
      case PERSON -> "personScore";
      case SCREEN -> "screenScore";
      case FACE, HAND, TEXT, THING -> "score";
    };
  }

  @Override
  public List<Detection> detect(Picture picture) {
    YoloxInput input = YoloxInput.of(picture, side);
    List<Detection> seen = new ArrayList<>();
    network.answer(input).candidates(minScores).forEach((named, candidates) -> {
      for (Candidate candidate : Candidate.suppressed(candidates, maxOverlap)) {
        Box box = picture.toStored(candidate.box().unscaled(input.scale()));
        seen.add(new Detection(box, candidate.score(), named.label()));
      }
    });
    seen.sort(MOST_CONFIDENT_FIRST);
    return seen;
  }

  @Override
  public Looked looked() {
    return Looked.WITH_MODEL;
  }

  @Override
  public String version() {
    return network.version();
  }

  @Override
  public void close() {
    network.close();
  }
}
