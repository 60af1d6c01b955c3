package sightline.vision.detection.face;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;
import sightline.domain.frame.Box;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.Looked;
import sightline.vision.decode.Picture;
import sightline.vision.detection.Candidate;
import sightline.vision.detection.Detector;

/**
 * Faces by the Haar cascade that comes with OpenCV (Viola and Jones, CVPR 2001): a stand-in where no model is installed. Set
 * to fire early; what it finds is a reason to hide, what it does not find proves nothing. It knows no confidence, so every
 * find counts 1.
 */
public final class HaarFaces implements Detector {
  private static final String CASCADE = "haarcascade_frontalface_default.xml";
  private static final int LONG_SIDE = 480;
  private static final double SCALE_STEP = 1.1;
  private static final int MIN_NEIGHBOURS = 2;
  private static final int MIN_FACE = 20;

  private final CascadeClassifier cascade;

  public HaarFaces() {
    try {
      String resource = "/org/bytedeco/opencv/%s/share/opencv4/haarcascades/%s"
          .formatted(Loader.getPlatform(), CASCADE);
      cascade = new CascadeClassifier(Loader.cacheResource(resource).getPath());
    } catch (IOException unreadable) {
      throw new IllegalStateException("OpenCV's cascade cannot be unpacked", unreadable);
    }
    if (cascade.empty()) {
      throw new IllegalStateException("OpenCV's cascade cannot be read");
    }
  }

  @Override
  public List<Detection> detect(Picture picture) {
    try (PointerScope scope = new PointerScope()) {
      Size size = picture.within(LONG_SIDE);
      double scale = (double) size.width() / picture.width();
      Mat small = new Mat();
      opencv_imgproc.resize(picture.gray(), small, size, 0, 0, opencv_imgproc.INTER_AREA);
      opencv_imgproc.equalizeHist(small, small);
      RectVector found = new RectVector();
      cascade.detectMultiScale(
          small, found, SCALE_STEP, MIN_NEIGHBOURS, 0, new Size(MIN_FACE, MIN_FACE), new Size());
      List<Candidate> faces = new ArrayList<>();
      for (Rect rect : found.get()) {
        Box face = new Box(rect.x(), rect.y(), rect.width(), rect.height());
        faces.add(new Candidate(face.unscaled(scale), 1));
      }
      return faces.stream()
          .sorted(Candidate.BEST_FIRST)
          .map(face -> new Detection(picture.toStored(face.box()), face.score()))
          .toList();
    }
  }

  @Override
  public Looked looked() {
    return Looked.WITH_STAND_IN;
  }

  @Override
  public String version() {
    return "none";
  }

  @Override
  public void close() {
    cascade.close();
  }
}
