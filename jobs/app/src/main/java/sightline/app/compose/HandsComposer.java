package sightline.app.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Windows of first-person frames in which the hands were counted by eye; first each as it is, then varied. */
final class HandsComposer implements Composer {
  static final String WINDOWS = "/evaluation/hand-windows.jsonl";
  private static final int WIDTH = 480;
  private static final int HEIGHT = 270;

  /** Share of the window's side: what was counted must not change. */
  private static final double MOST_SHIFT = 0.015;

  private final List<Window> windows;

  /**
   * @param boxes of the hands, in pixels of the frame
   */
  private record Window(Backdrop backdrop, Rectangle part, int hands, List<Rectangle2D> boxes) {}

  private HandsComposer(List<Window> windows) {
    this.windows = windows;
  }

  static Composer of(Path media) {
    List<JsonNode> lines = lines();
    if (lines.isEmpty()) {
      throw new MediaMissing(
          "the list of counted windows %s is not in this build: the family hands cannot be made"
              .formatted(WINDOWS));
    }
    Map<String, Map<Integer, Backdrop>> frames = new TreeMap<>();
    for (JsonNode line : lines) {
      frames.computeIfAbsent(file(line), file -> new TreeMap<>());
    }
    frames.replaceAll((file, none) -> Backdrops.all(media, file));
    List<Window> windows = new ArrayList<>();
    for (JsonNode line : lines) {
      windows.add(window(line, frames));
    }
    return new HandsComposer(List.copyOf(windows));
  }

  private static String file(JsonNode line) {
    String clip = line.path("clip").asText();
    String named = clip.contains(".") ? clip : clip + ".mp4";
    return named.contains("/") ? named : "ego_home/" + named;
  }

  private static Window window(JsonNode line, Map<String, Map<Integer, Backdrop>> frames) {
    Map<Integer, Backdrop> clip = frames.getOrDefault(file(line), Map.of());
    @Nullable Backdrop backdrop = clip.get(line.path("frame").asInt());
    if (backdrop == null) {
      throw new MediaMissing("%s has no frame %s, which a counted window names"
          .formatted(file(line), line.path("frame").asInt()));
    }
    List<Rectangle2D> boxes = new ArrayList<>();
    for (JsonNode box : line.path("boxes")) {
      boxes.add(new Rectangle2D.Double(
          box.path(0).asDouble(),
          box.path(1).asDouble(),
          box.path(2).asDouble(),
          box.path(3).asDouble()));
    }
    Rectangle part = new Rectangle(
        line.path("x").asInt(),
        line.path("y").asInt(),
        line.path("w").asInt(),
        line.path("h").asInt());
    return new Window(backdrop, part, line.path("hands").asInt(), List.copyOf(boxes));
  }

  private static List<JsonNode> lines() {
    try (InputStream in = HandsComposer.class.getResourceAsStream(WINDOWS)) {
      if (in == null) {
        return List.of();
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return Lines.parsed(reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int pictures(int count) {
    return count;
  }

  @Override
  public Composite draw(int number, long seed) {
    Chance chance = Chance.of(seed, Family.HANDS, number);
    Window window = windows.get(number % windows.size());
    boolean plain = number < windows.size();
    BufferedImage frame = window.backdrop().image();
    Rectangle part = plain ? window.part() : shifted(window.part(), frame, chance);
    boolean mirrored = !plain && chance.odds(0.5);
    double light = plain ? 1 : chance.between(0.45, 1.15);
    BufferedImage cut =
        Canvas.scaled(frame.getSubimage(part.x, part.y, part.width, part.height), WIDTH, HEIGHT);
    Canvas canvas = Canvas.of(mirrored ? mirrored(cut) : cut);
    if (!plain) {
      Optics.light(canvas, light);
      Optics.noise(canvas, Optics.noiseAt(light), chance.of("noise"));
    }
    Truth truth = new Truth(canvas, window.backdrop())
        .condition("light", light)
        .condition("change", plain ? "none" : mirrored ? "mirrored" : "shifted");
    for (Rectangle2D box : window.boxes()) {
      Rectangle2D placed = placed(box, part, mirrored);
      if (!placed.isEmpty()) {
        truth.box("hand", placed);
      }
    }
    ObjectNode line = truth.line();
    line.put("hands_visible", window.hands());
    line.put("plain", plain);
    line.put("window", number % windows.size());
    return truth.labelled("hands_visible").of(canvas);
  }

  private static Rectangle shifted(Rectangle part, BufferedImage frame, Chance chance) {
    int dx = (int) Math.round(chance.between(-MOST_SHIFT, MOST_SHIFT) * part.width);
    int dy = (int) Math.round(chance.between(-MOST_SHIFT, MOST_SHIFT) * part.height);
    return new Rectangle(
        Math.max(0, Math.min(frame.getWidth() - part.width, part.x + dx)),
        Math.max(0, Math.min(frame.getHeight() - part.height, part.y + dy)),
        part.width,
        part.height);
  }

  private static BufferedImage mirrored(BufferedImage picture) {
    AffineTransform flip = AffineTransform.getScaleInstance(-1, 1);
    flip.translate(-picture.getWidth(), 0);
    return new AffineTransformOp(flip, AffineTransformOp.TYPE_NEAREST_NEIGHBOR)
        .filter(picture, null);
  }

  private static Rectangle2D placed(Rectangle2D box, Rectangle part, boolean mirrored) {
    double scaleX = WIDTH / (double) part.width;
    double scaleY = HEIGHT / (double) part.height;
    double w = box.getWidth() * scaleX;
    double x = (box.getX() - part.x) * scaleX;
    return new Rectangle2D.Double(
            mirrored ? WIDTH - x - w : x,
            (box.getY() - part.y) * scaleY,
            w,
            box.getHeight() * scaleY)
        .createIntersection(new Rectangle(0, 0, WIDTH, HEIGHT));
  }
}
