package sightline.app.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import sightline.app.footage.Footage;
import sightline.app.footage.MediaFile;
import sightline.app.footage.Shot;
import sightline.vision.decode.ImageLimits;

/**
 * Draws the worst misses: what is labelled in green, what is hidden in red, persons that were judged in blue, a withheld frame
 * with a red border. They show the footage unredacted, so that they stay in the folder of the evaluation.
 */
final class Pictures {
  private static final int WIDTH = 960;
  private static final Color TRUTH = new Color(0x00C853);
  private static final Color HIDDEN = new Color(0xE53935);
  private static final Color JUDGED = new Color(0x2979FF);

  private Pictures() {}

  /** A picture of a miss. */
  record Shown(String file, Miss miss) {}

  /**
   * @param most for each question
   * @return by question, the worst first; paths relative to {@code out}
   */
  static Map<String, List<Shown>> draw(
      List<Answer> answers, int most, Annotations annotations, Material material, Path out)
      throws IOException {
    Map<String, List<Shown>> shown = new HashMap<>();
    Map<String, NavigableMap<Integer, List<String>>> wanted = new TreeMap<>();
    for (Answer answer : answers) {
      List<Shown> list = new ArrayList<>();
      for (Miss miss : answer.worst(most)) {
        String file = "pictures/%s-%02d.jpg".formatted(answer.id(), list.size() + 1);
        list.add(new Shown(file, miss));
        wanted
            .computeIfAbsent(miss.session(), none -> new TreeMap<>())
            .computeIfAbsent(miss.frame(), none -> new ArrayList<>())
            .add(file);
      }
      shown.put(answer.id(), list);
    }
    Files.createDirectories(out.resolve("pictures"));
    Map<Material.Place, Truth> truths = new HashMap<>();
    material
        .labelled()
        .forEach(frame -> truths.put(
            new Material.Place(frame.truth().session(), frame.truth().frame()), frame.truth()));
    for (MediaFile media : annotations.media()) {
      NavigableMap<Integer, List<String>> frames = wanted.get(media.session());
      if (frames != null) {
        draw(media, frames, truths, material, out);
      }
    }
    return shown;
  }

  private static void draw(
      MediaFile media,
      NavigableMap<Integer, List<String>> frames,
      Map<Material.Place, Truth> truths,
      Material material,
      Path out)
      throws IOException {
    try (Footage footage = Footage.open(media, ImageLimits.defaults())) {
      while (footage.hasNext()) {
        Shot shot = footage.next();
        List<String> files = frames.get(shot.index());
        if (files != null) {
          Material.Place place = new Material.Place(media.session(), shot.index());
          BufferedImage picture = drawn(shot, truths.get(place), material.all().get(place));
          for (String file : files) {
            ImageIO.write(picture, "jpg", out.resolve(file).toFile());
          }
        }
        if (shot.index() >= frames.lastKey()) {
          return;
        }
      }
    }
  }

  private static BufferedImage drawn(
      Shot shot,
      @org.jspecify.annotations.Nullable Truth truth,
      @org.jspecify.annotations.Nullable Seen seen)
      throws IOException {
    BufferedImage stored = ImageIO.read(new ByteArrayInputStream(shot.image()));
    if (stored == null) {
      throw new IOException("a frame that the engine has read cannot be drawn");
    }
    double scale = Math.min(1.0, (double) WIDTH / stored.getWidth());
    BufferedImage picture = new BufferedImage(
        (int) Math.round(stored.getWidth() * scale),
        (int) Math.round(stored.getHeight() * scale),
        BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(stored, 0, 0, picture.getWidth(), picture.getHeight(), null);
    if (seen != null) {
      seen.regions().forEach(region -> fill(pen, region, scale));
      for (JsonNode person : seen.persons()) {
        outline(pen, Rect.of(person), scale, JUDGED);
      }
      if (seen.withheld()) {
        pen.setColor(HIDDEN);
        pen.setStroke(new BasicStroke(10));
        pen.drawRect(0, 0, picture.getWidth() - 1, picture.getHeight() - 1);
      }
    }
    if (truth != null) {
      truth.boxes().forEach(box -> outline(pen, box.rect(), scale, TRUTH));
    }
    pen.dispose();
    return picture;
  }

  private static void fill(Graphics2D pen, Rect box, double scale) {
    pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.4f));
    pen.setColor(HIDDEN);
    pen.fillRect(
        (int) (box.x() * scale), (int) (box.y() * scale), (int) Math.ceil(box.w() * scale), (int)
            Math.ceil(box.h() * scale));
    pen.setComposite(AlphaComposite.SrcOver);
    outline(pen, box, scale, HIDDEN);
  }

  private static void outline(Graphics2D pen, Rect box, double scale, Color colour) {
    pen.setColor(colour);
    pen.setStroke(new BasicStroke(2));
    pen.drawRect(
        (int) (box.x() * scale), (int) (box.y() * scale), (int) Math.ceil(box.w() * scale), (int)
            Math.ceil(box.h() * scale));
  }
}
