package sightline.pipeline.redact;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sightline.vision.detection.Detector;
import sightline.vision.eyes.Detectors;
import sightline.vision.models.ModelStore;
import sightline.wire.SecondPassQualities;

/** The detector that looks again, and what was measured of it. */
public final class ThoroughPass {
  private static final String QUALITY = "quality.json";

  private ThoroughPass() {}

  /** Travels with the job and is opened where it runs. */
  interface Opener extends Serializable {
    Detector open();
  }

  /**
   * @param models folder of the models
   * @param measured the pass that its quality is known of
   * @throws IllegalStateException where another pass is installed there
   */
  static Detector open(Path models, String measured) {
    Detector pass = new Detectors(ModelStore.under(models)).thoroughFaces();
    if (!pass.version().equals(measured)) {
      String found = pass.version();
      pass.close();
      throw new IllegalStateException(
          "measured was the pass '%s', here in %s is '%s': install the same models on every machine"
              .formatted(measured, models, found));
    }
    return pass;
  }

  /**
   * What was measured of the pass that these models make, from {@code second-pass/<name>/quality.json}.
   *
   * @throws IllegalArgumentException where there is no face model, nothing was measured of this pass, or a file cannot be read;
   *     with the mend
   */
  public static SecondPassQualities.Measured measured(Path models) {
    return measured(models.resolve("second-pass"), version(models));
  }

  static SecondPassQualities.Measured measured(Path folder, String pass) {
    List<SecondPassQualities.Measured> known = qualities(folder);
    List<SecondPassQualities.Measured> matching =
        known.stream().filter(quality -> quality.pass().equals(pass)).toList();
    if (matching.size() != 1) {
      throw new IllegalArgumentException(
          "%s in %s/*/%s speak of the pass '%s', and one must: measure it with 'sightline evaluate FOLDER --second-pass', or say --sample-rate 0"
              .formatted(matching.isEmpty() ? "none" : matching.size(), folder, QUALITY, pass));
    }
    return matching.get(0);
  }

  private static String version(Path models) {
    Optional<String> version = Files.isDirectory(models)
        ? new Detectors(ModelStore.under(models)).thoroughFacesVersion()
        : Optional.empty();
    return version.orElseThrow(() -> new IllegalArgumentException(
        "there is no face model in %s to look again with: scripts/fetch-models, or say --sample-rate 0"
            .formatted(models)));
  }

  private static List<SecondPassQualities.Measured> qualities(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> names = Files.list(folder)) {
      return names
          .map(name -> name.resolve(QUALITY))
          .filter(Files::isRegularFile)
          .sorted()
          .map(ThoroughPass::quality)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SecondPassQualities.Measured quality(Path file) {
    try {
      return SecondPassQualities.read(Files.readString(file));
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException("%s: %s".formatted(file, wrong.getMessage()), wrong);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
