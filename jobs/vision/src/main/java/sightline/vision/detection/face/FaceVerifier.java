package sightline.vision.detection.face;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.opencv_core.Mat;
import sightline.domain.frame.Box;
import sightline.vision.detection.Candidate;
import sightline.vision.detection.DetectionFailed;
import sightline.vision.detection.Network;
import sightline.vision.detection.face.CloseUp.Facing;
import sightline.vision.models.InstalledModel;
import sightline.vision.models.ModelDescription;

/**
 * A second opinion on candidates by the project's own net: whether the square around a box shows a face, and nothing about
 * whose. It errs elsewhere than the detector's own looks, so that the two together say more than either.
 */
final class FaceVerifier implements AutoCloseable {
  private final Network<float[], Float> network;
  private final Opinions opinions;
  private final double context;
  private final int pixels;

  /**
   * How the looks and the net are weighed, as in a logistic regression; the offset puts the policy's threshold where the
   * model's card measured it.
   *
   * @param ofLooks weight of the logit of what all looks say
   * @param ofNet weight of the logit of what the net says
   * @param sure from here on the looks are believed whatever the net says: it may add to what is hidden, and take away
   *     only what was in doubt
   */
  record Opinions(double ofLooks, double ofNet, double offset, double sure) {
    /** No opinion is surer than this or its opposite: a logit has no ends. */
    private static final double SUREST = 0.998;

    /**
     * @param looks what {@link SecondLook} says, 0 to 1
     * @param net what the net says, 0 to 1
     * @return 0 to 1
     */
    double together(double looks, double net) {
      double sum = ofLooks * logit(looks) + ofNet * logit(net) + offset;
      double both = 1 / (1 + Math.exp(-sum));
      return looks >= sure ? Math.max(looks, both) : both;
    }

    private static double logit(double share) {
      double within = Math.max(1 - SUREST, Math.min(SUREST, share));
      return Math.log(within / (1 - within));
    }
  }

  /**
   * @param installed a model whose weights were verified
   */
  FaceVerifier(InstalledModel installed) {
    ModelDescription description = installed.description();
    this.opinions = new Opinions(
        description.threshold("ofLooks"),
        description.threshold("ofNet"),
        description.threshold("offset"),
        description.threshold("sure"));
    this.context = description.threshold("context");
    this.pixels = (int) description.threshold("pixels");
    this.network = new Network<>(installed, new FaceVerifierTranslator(pixels));
  }

  /**
   * @param bgr the picture in which the candidate was found
   * @return the same box with the score that its own and the net's opinion make together
   * @throws DetectionFailed where the net fails
   */
  Candidate verified(Mat bgr, Candidate seen) {
    double net = likelihood(bgr, seen.box());
    return new Candidate(seen.box(), (float) opinions.together(seen.score(), net));
  }

  /** How likely the square around the box shows a face, 0 to 1, by the net alone. */
  double likelihood(Mat bgr, Box box) {
    try (PointerScope scope = new PointerScope()) {
      Mat square = CloseUp.around(box, context).cut(bgr);
      Mat shown = CloseUp.shown(square, pixels, Facing.AS_IT_IS);
      FloatBuffer blob = opencv_dnn.blobFromImage(shown).createBuffer();
      float[] planes = new float[3 * pixels * pixels];
      blob.get(planes);
      return network.answer(planes);
    }
  }

  String version() {
    return network.version();
  }

  @Override
  public void close() {
    network.close();
  }
}
