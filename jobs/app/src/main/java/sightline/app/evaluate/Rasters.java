package sightline.app.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sightline.app.footage.Footage;
import sightline.app.footage.MediaFile;
import sightline.app.footage.Shot;
import sightline.vision.decode.ImageLimits;

/** Whether labels were made on rasters as large as the files hold: on any other, every box lies somewhere else. */
final class Rasters {
  private Rasters() {}

  /** Labels of another size than their file, in words. */
  static List<String> problems(Annotations annotations) {
    Map<String, Truth> first = new HashMap<>();
    annotations.truths().forEach(truth -> first.putIfAbsent(truth.session(), truth));
    List<String> problems = new ArrayList<>();
    for (MediaFile media : annotations.media()) {
      Truth truth = java.util.Objects.requireNonNull(first.get(media.session()), "labelled media");
      try (Footage footage = Footage.open(media, ImageLimits.defaults())) {
        Shot shot = footage.hasNext() ? footage.next() : null;
        if (shot != null && (shot.width() != truth.width() || shot.height() != truth.height())) {
          problems.add("%s: %s is %d x %d, labelled on %d x %d"
              .formatted(
                  truth.set(),
                  media.session(),
                  shot.width(),
                  shot.height(),
                  truth.width(),
                  truth.height()));
        }
      }
    }
    return problems;
  }
}
