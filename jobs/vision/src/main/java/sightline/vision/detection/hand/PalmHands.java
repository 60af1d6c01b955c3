package sightline.vision.detection.hand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.Looked;
import sightline.vision.decode.Picture;
import sightline.vision.detection.Detector;
import sightline.vision.detection.Network;
import sightline.vision.models.InstalledModel;
import sightline.vision.models.ModelDescription;
import sightline.vision.models.Tensor;

/**
 * Hands by MediaPipe's palm model, anybody's. A detection's box is the whole hand, grown from the palm; its confidence is the
 * probability, over several looks, that a hand is there. Read from a low one on: what counts as a hand is for the rule that
 * counts them to say. A wide or tall picture costs three looks, any other one, and each of the {@value #CLOSE_UPS} best palms
 * two more.
 */
public final class PalmHands implements Detector {
  private static final int CLOSE_UPS = 4;
  private static final double ONE_HAND = 0.7;
  private static final double CLOSE = 5;
  private static final double WIDER = 8;

  private final Network<float[], List<Palm>> network;
  private final PalmBelief belief;
  private final double minScore;
  private final double closeUpScore;
  private final double maxOverlap;
  private final double size;
  private final double towardsFingers;

  /**
   * @param installed a model whose weights were verified
   */
  public PalmHands(InstalledModel installed) {
    ModelDescription description = installed.description();
    List<String> outputs = description.outputs().stream().map(Tensor::name).toList();
    this.belief = PalmBelief.of(description);
    this.minScore = description.threshold("score");
    this.closeUpScore = description.threshold("closeUpScore");
    this.maxOverlap = description.threshold("overlap");
    this.size = description.threshold("handSize");
    this.towardsFingers = description.threshold("handShift");
    this.network = new Network<>(
        installed, new PalmTranslator(outputs, "Identity", "Identity_1", belief.unseen()));
  }

  @Override
  public List<Detection> detect(Picture picture) {
    List<PalmSighting> sightings = sightings(picture);
    List<Hand> hands = new ArrayList<>();
    for (int i = 0; i < sightings.size(); i++) {
      boolean closer = i < CLOSE_UPS && sightings.get(i).palm().score() >= closeUpScore;
      hands.add(closer ? closely(picture, sightings.get(i)) : glanced(sightings.get(i)));
    }
    return apart(hands).stream()
        .map(hand ->
            new Detection(picture.toStored(hand.palm().hand(size, towardsFingers)), hand.belief()))
        .toList();
  }

  private record Hand(Palm palm, double belief) {}

  private List<PalmSighting> sightings(Picture picture) {
    List<PalmSighting.Sight> sights = new ArrayList<>();
    for (PalmInput look : PalmInput.looks(picture)) {
      for (Palm palm : network.answer(look.pixels())) {
        if (palm.score() >= minScore) {
          Palm seen = look.inPicture(palm);
          look.parts().forEach(part -> sights.add(new PalmSighting.Sight(seen, part)));
        }
      }
    }
    return PalmSighting.gathered(sights, maxOverlap, belief.unseen());
  }

  private Hand closely(Picture picture, PalmSighting sighting) {
    Palm palm = sighting.palm();
    float fingersUp = again(PalmCloseUp.of(picture, palm, CLOSE, PalmCloseUp.Held.FINGERS_UP));
    float wider = again(PalmCloseUp.of(picture, palm, WIDER, PalmCloseUp.Held.AS_IT_IS));
    return new Hand(palm, belief.of(sighting, fingersUp, wider));
  }

  private float again(PalmCloseUp closeUp) {
    return closeUp.foundAgain(network.answer(closeUp.pixels()), belief.unseen());
  }

  private Hand glanced(PalmSighting sighting) {
    return new Hand(sighting.palm(), belief.of(sighting, belief.unseen(), belief.unseen()));
  }

  /** Best first; of two palms that nearly share a place only the better is a hand. */
  private static List<Hand> apart(List<Hand> hands) {
    List<Hand> kept = new ArrayList<>();
    Comparator<Hand> likelyFirst = Comparator.comparingDouble(hand -> -hand.belief());
    for (Hand hand : hands.stream()
        .sorted(likelyFirst.thenComparing(Hand::palm, Palm.BEST_FIRST))
        .toList()) {
      if (kept.stream().allMatch(better -> better.palm().apartFrom(hand.palm()) >= ONE_HAND)) {
        kept.add(hand);
      }
    }
    return kept;
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
