package sightline.vision.detection;

import java.util.List;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.Looked;
import sightline.vision.decode.Picture;

/** Stands where there is neither a model nor a stand-in: it looks at nothing and says so. */
public final class NoDetector implements Detector {
  @Override
  public List<Detection> detect(Picture picture) {
    return List.of();
  }

  @Override
  public Looked looked() {
    return Looked.NOT_AT_ALL;
  }

  @Override
  public String version() {
    return "none";
  }

  @Override
  public void close() {
    // holds nothing
  }
}
