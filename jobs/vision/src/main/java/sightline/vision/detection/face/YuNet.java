package sightline.vision.detection.face;

import java.util.List;
import sightline.vision.detection.Candidate;
import sightline.vision.detection.DetectionFailed;
import sightline.vision.detection.Network;
import sightline.vision.models.InstalledModel;
import sightline.vision.models.Tensor;

/** The network itself: what it sees in one input, in pixels of that input, before suppression. */
final class YuNet implements AutoCloseable {
  private final Network<YuNetInput, List<Candidate>> network;

  /**
   * @param minScore what scores less is not told, 0 to 1
   */
  YuNet(InstalledModel installed, float minScore) {
    List<String> outputs =
        installed.description().outputs().stream().map(Tensor::name).toList();
    this.network = new Network<>(installed, new YuNetTranslator(outputs, minScore));
  }

  /**
   * @throws DetectionFailed where the network fails or answers nonsense
   */
  List<Candidate> candidates(YuNetInput input) {
    return network.answer(input);
  }

  @Override
  public void close() {
    network.close();
  }
}
