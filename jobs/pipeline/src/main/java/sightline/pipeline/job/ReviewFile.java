package sightline.pipeline.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sightline.domain.policy.DirectRedaction;
import sightline.wire.ReviewCurves;

/** How many frames people can be asked to look at, made into the doubt from which a frame goes to review. */
final class ReviewFile {
  private static final String OFF = "off";

  private ReviewFile() {}

  /**
   * @param budget share of frames, such as 0.05, or off
   * @param models folder that holds review/POLICY/curve.json, as scripts/evaluate --write-curve measured it
   * @throws IllegalArgumentException where the budget is no share, or nothing was measured that could keep it
   */
  static double reviewFrom(String budget, Path models, String policy) {
    if (budget.equals(OFF)) {
      return DirectRedaction.NEVER;
    }
    double share = Double.parseDouble(budget);
    Path file = models.resolve("review").resolve(policy).resolve("curve.json");
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "what a review costs was not measured for policy %s: there is no %s; measure it with scripts/evaluate --write-curve, or say off"
              .formatted(policy, file));
    }
    try {
      return ReviewCurves.read(Files.readString(file))
          .cutFor(share)
          .orElseThrow(() -> new IllegalArgumentException(
              "so few frames were measured that no cut surely keeps within %s: give more, or say off"
                  .formatted(budget)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
