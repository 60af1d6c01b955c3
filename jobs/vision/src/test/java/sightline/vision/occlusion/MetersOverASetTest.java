package sightline.vision.occlusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Rotation;
import sightline.domain.quality.Occlusion;
import sightline.vision.Assets;
import sightline.vision.decode.ImageHeader;
import sightline.vision.decode.ImageLimits;
import sightline.vision.decode.Picture;

/**
 * Writes what both forms of the meter say of the folders that $SIGHTLINE_COVER_SETS names, as meters.csv beside the pictures;
 * the recipe's compare.py makes the card's table of it.
 */
class MetersOverASetTest {
  @Test
  void bothFormsAnswerForEveryPicture() throws Exception {
    String sets = System.getenv("SIGHTLINE_COVER_SETS");
    assumeTrue(sets != null && !sets.isBlank(), "SIGHTLINE_COVER_SETS is not set");
    Path models = Assets.described("occlusion/lens-1").resolve("../../..").normalize();
    try (LensOcclusionMeter net = LensOcclusionMeter.under(models);
        LensOcclusionMeter classical = new LensOcclusionMeter()) {
      for (String set : Pattern.compile(":").split(sets, -1)) {
        List<String> lines = new ArrayList<>();
        for (Path file : Assets.pictures(Path.of(set))) {
          lines.add(
              "%s,%s,%s".formatted(file.getFileName(), told(classical, file), told(net, file)));
        }
        Files.write(Path.of(set).resolve("meters.csv"), lines);
        assertThat(lines).isNotEmpty();
      }
    }
  }

  /** The share, or why there is none. */
  private static String told(LensOcclusionMeter meter, Path file) throws Exception {
    byte[] image = read(file);
    var header = (ImageHeader.Accepted) ImageHeader.read(image, ImageLimits.defaults());
    try (Picture picture = Picture.decode(image, header, Rotation.NONE)) {
      Occlusion seen = meter.measure(picture);
      return seen.share().assessed()
          ? Double.toString(seen.share().orThrow())
          : String.valueOf(seen.share().unassessed());
    }
  }

  private static byte[] read(Path file) throws IOException {
    return Files.readAllBytes(file);
  }
}
