package sightline.app.compose;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import sightline.domain.frame.Box;
import sightline.vision.cutout.Foreground;

/** The people among the shared photos and clips of whom a clean cut-out could be made. */
final class PersonShelf {
  private static final int LEAST_HEIGHT = 125;
  private static final double MARGIN = 0.08;

  /** A head is an eighth of a person; what is much wider up there has a piece of the street with it. */
  private static final double HEAD = 0.12;

  private static final double WIDEST_HEAD = 0.24;
  private static final String WALKERS = "walkers/one-by-one-person-detection.mp4";

  /** One frame of so many of a walker's clip, so that one person is not most of the shelf. */
  private static final int WALKER_EVERY = 24;

  private PersonShelf() {}

  static List<Person> read(Path media) {
    List<Person> people = new ArrayList<>(photographed(media));
    people.addAll(walking(media));
    if (people.isEmpty()) {
      throw new MediaMissing("of no person in %s a cut-out could be made".formatted(media));
    }
    return List.copyOf(people);
  }

  private static List<Person> photographed(Path media) {
    Path folder = media.resolve("photos").resolve("pennfudan");
    List<Person> people = new ArrayList<>();
    for (JsonNode line : Lines.of(folder)) {
      List<Rectangle2D> boxes = boxes(line);
      BufferedImage photo = photo(folder.resolve(line.path("file").asText()));
      for (int number = 0; number < boxes.size(); number++) {
        if (alone(boxes.get(number), boxes)) {
          String identity = line.path("file").asText() + "#" + number;
          person(photo, boxes.get(number), identity).ifPresent(people::add);
        }
      }
    }
    return people;
  }

  private static List<Person> walking(Path media) {
    Map<Integer, Backdrop> frames = Backdrops.some(media, WALKERS, WALKER_EVERY);
    List<Person> people = new ArrayList<>();
    for (JsonNode line : Lines.of(media.resolve("videos").resolve("walkers"))) {
      Backdrop frame = frames.get(line.path("frame").asInt());
      if (frame != null && WALKERS.endsWith(line.path("file").asText())) {
        for (Rectangle2D box : boxes(line)) {
          person(frame.image(), box, frame.base()).ifPresent(people::add);
        }
      }
    }
    return people;
  }

  private static BufferedImage photo(Path file) {
    try {
      BufferedImage photo = ImageIO.read(file.toFile());
      if (photo == null) {
        throw new MediaMissing("%s is no photo that can be read".formatted(file));
      }
      return photo;
    } catch (IOException e) {
      throw new MediaMissing("%s cannot be read: %s".formatted(file, e.getMessage()));
    }
  }

  private static List<Rectangle2D> boxes(JsonNode line) {
    List<Rectangle2D> boxes = new ArrayList<>();
    for (JsonNode box : line.path("boxes")) {
      if (box.path("label").asText().equals("person")) {
        boxes.add(new Rectangle2D.Double(
            box.path("x").asDouble(),
            box.path("y").asDouble(),
            box.path("w").asDouble(),
            box.path("h").asDouble()));
      }
    }
    return boxes;
  }

  /** Another person in the box would be cut out with this one. */
  private static boolean alone(Rectangle2D box, List<Rectangle2D> boxes) {
    return boxes.stream()
        .filter(other -> !other.equals(box))
        .noneMatch(other -> Flat.areaShare(box.createIntersection(other), box) > 0.08);
  }

  private static Optional<Person> person(BufferedImage photo, Rectangle2D box, String identity) {
    double ratio = box.getHeight() / box.getWidth();
    Rectangle2D within = new Rectangle2D.Double(4, 4, photo.getWidth() - 8, photo.getHeight() - 8);
    if (box.getHeight() < LEAST_HEIGHT || ratio < 1.7 || ratio > 4 || !within.contains(box)) {
      return Optional.empty();
    }
    double marginX = Math.max(3, MARGIN * box.getWidth());
    double marginY = Math.max(3, MARGIN / 2 * box.getHeight());
    Rectangle around = new Rectangle2D.Double(
            box.getX() - marginX,
            box.getY() - marginY,
            box.getWidth() + 2 * marginX,
            box.getHeight() + 2 * marginY)
        .createIntersection(
            new Rectangle2D.Double(1, 1, photo.getWidth() - 2.0, photo.getHeight() - 2.0))
        .getBounds();
    byte[] kept = Foreground.of(
        bgr(photo),
        photo.getWidth(),
        photo.getHeight(),
        new Box(around.x, around.y, around.width, around.height));
    Outline all = new Outline(photo.getWidth(), photo.getHeight(), kept);
    Outline outline = all.largestPiece();
    return looksWhole(all, outline, box)
        ? Optional.of(new Person(identity, outline.cut(photo)))
        : Optional.empty();
  }

  /** Head to feet, in one piece, neither a rectangle of background nor a shirt alone. */
  private static boolean looksWhole(Outline all, Outline outline, Rectangle2D box) {
    Rectangle hull = outline.hull();
    double filled = outline.size() / (box.getWidth() * box.getHeight());
    return outline.size() > 0.92 * all.size()
        && hull.height > 0.92 * box.getHeight()
        && hull.height < 1.07 * box.getHeight()
        && hull.width > 0.7 * box.getWidth()
        && filled > 0.33
        && filled < 0.72
        && outline.widestAtTop(HEAD) < WIDEST_HEAD * hull.height;
  }

  private static byte[] bgr(BufferedImage photo) {
    BufferedImage copy =
        new BufferedImage(photo.getWidth(), photo.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    copy.createGraphics().drawImage(photo, 0, 0, null);
    return ((DataBufferByte) copy.getRaster().getDataBuffer()).getData();
  }
}
