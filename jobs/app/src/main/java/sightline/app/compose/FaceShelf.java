package sightline.app.compose;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The heads among the shared photos from which none of the engine's models has learnt. */
final class FaceShelf {
  /**
   * Measured by eye on a sheet of forty crops: the labelled face is called the middle two thirds, but hairline to chin takes
   * three quarters of the height.
   */
  private static final Oval FAIRFACE_FACE = new Oval(0.5, 0.505, 0.33, 0.375);

  private static final Oval FAIRFACE_HEAD = new Oval(0.5, 0.49, 0.43, 0.5);

  /** A share of the box, not of the cut: proposed by a cascade that stops above the chin. */
  private static final Oval CASCADE_FACE = new Oval(0.5, 0.53, 0.40, 0.55);

  private static final Oval CASCADE_HEAD = new Oval(0.5, 0.44, 0.58, 0.76);

  /** These boxes leave out forehead and chin. */
  private static final Oval TIGHT_FACE = new Oval(0.5, 0.42, 0.52, 0.68);

  private static final Oval TIGHT_HEAD = new Oval(0.5, 0.36, 0.70, 0.88);

  private FaceShelf() {}

  /** The identities with a group, ordered by name. */
  static List<FaceCut> grouped(Path media) {
    List<FaceCut> cuts = new ArrayList<>();
    for (String set : List.of("fairface", "fairface_more")) {
      Path folder = media.resolve("photos").resolve(set);
      LearntFaces.without(set, Lines.of(folder))
          .forEach(line -> cuts.add(new FaceCut(
              line.path("file").asText(),
              folder.resolve(line.path("file").asText()),
              new Rectangle(
                  0, 0, line.path("width").asInt(), line.path("height").asInt()),
              FAIRFACE_FACE,
              FAIRFACE_HEAD,
              new FaceCut.Group(
                  line.path("race").asText(),
                  line.path("gender").asText(),
                  line.path("age").asText()))));
    }
    cuts.sort(Comparator.comparing(FaceCut::identity));
    return List.copyOf(cuts);
  }

  /** Faces in photos of rooms and of company, without a group. */
  static List<FaceCut> others(Path media) {
    List<FaceCut> cuts = new ArrayList<>();
    cuts.addAll(boxed(media.resolve("photos").resolve("home_people"), CASCADE_FACE, CASCADE_HEAD));
    cuts.addAll(boxed(media.resolve("photos").resolve("faces_dlib"), TIGHT_FACE, TIGHT_HEAD));
    return List.copyOf(cuts);
  }

  private static List<FaceCut> boxed(Path folder, Oval face, Oval head) {
    List<FaceCut> cuts = new ArrayList<>();
    for (JsonNode line : LearntFaces.without(folder.getFileName().toString(), Lines.of(folder))) {
      int number = 0;
      for (JsonNode box : line.path("boxes")) {
        if (box.path("label").asText().equals("face")) {
          cuts.add(cut(folder, line, box, number++, face, head));
        }
      }
    }
    return cuts;
  }

  private static FaceCut cut(
      Path folder, JsonNode line, JsonNode box, int number, Oval face, Oval head) {
    double w = box.path("w").asDouble();
    double h = box.path("h").asDouble();
    double x = box.path("x").asDouble();
    double y = box.path("y").asDouble();
    Rectangle cut = new Rectangle(
            (int) (x + (head.x() - head.radiusX()) * w),
            (int) (y + (head.y() - head.radiusY()) * h),
            (int) (2 * head.radiusX() * w),
            (int) (2 * head.radiusY() * h))
        .intersection(
            new Rectangle(0, 0, line.path("width").asInt(), line.path("height").asInt()));
    return new FaceCut(
        line.path("file").asText() + "#" + number,
        folder.resolve(line.path("file").asText()),
        cut,
        within(face, x, y, w, h, cut),
        within(head, x, y, w, h, cut),
        null);
  }

  private static Oval within(Oval ofBox, double x, double y, double w, double h, Rectangle cut) {
    return new Oval(
        (x + ofBox.x() * w - cut.x) / cut.width,
        (y + ofBox.y() * h - cut.y) / cut.height,
        ofBox.radiusX() * w / cut.width,
        ofBox.radiusY() * h / cut.height);
  }
}
