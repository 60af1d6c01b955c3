package sightline.vision.detection;

import java.util.List;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.Looked;
import sightline.vision.decode.Picture;

/** Looks for one kind of thing, or several. One instance a subtask; not for several threads. The same picture always gives the same list. */
public interface Detector extends AutoCloseable {
  /**
   * @return what it saw, boxes in the stored raster, most confident first
   * @throws DetectionFailed where it could not look, or answered nonsense
   */
  List<Detection> detect(Picture picture);

  /** What its looking is worth. */
  Looked looked();

  /** The model behind it, such as face/yunet-n-2, or "none". */
  String version();

  @Override
  void close();
}
