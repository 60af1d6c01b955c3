package sightline.vision.detection.text;

import java.util.List;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.Looked;
import sightline.vision.decode.Picture;
import sightline.vision.detection.Candidate;
import sightline.vision.detection.Detector;
import sightline.vision.detection.Network;
import sightline.vision.models.InstalledModel;
import sightline.vision.models.ModelDescription;

/**
 * Lines of text by a network with differentiable binarization (Liao et al., AAAI 2020). It reads nothing: it says where text
 * is. A box's confidence is the mean probability inside; lines that stand close may come as one box.
 */
public final class DbText implements Detector {
  private final Network<TextInput, TextMap> network;
  private final int longSide;
  private final double threshold;
  private final double minScore;
  private final double unclip;

  /**
   * @param installed a model whose weights were verified
   */
  public DbText(InstalledModel installed) {
    this(installed, (int) installed.description().threshold("longSide"));
  }

  /**
   * @param longSide pixels of the look; a second, larger look costs with the square of this
   */
  public DbText(InstalledModel installed, int longSide) {
    ModelDescription description = installed.description();
    this.longSide = longSide;
    this.threshold = description.threshold("pixel");
    this.minScore = description.threshold("score");
    this.unclip = description.threshold("unclip");
    this.network = new Network<>(installed, new TextTranslator());
  }

  @Override
  public List<Detection> detect(Picture picture) {
    TextInput input = TextInput.of(picture, longSide);
    return network.answer(input).lines(threshold, minScore, unclip).stream()
        .sorted(Candidate.BEST_FIRST)
        .map(line ->
            new Detection(picture.toStored(line.box().unscaled(input.scale())), line.score()))
        .toList();
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
