package sightline.app.analyze;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import sightline.app.footage.Footage;
import sightline.app.footage.MediaFile;
import sightline.app.footage.Shot;
import sightline.vision.decode.ImageLimits;

/**
 * One picture a session: frames spread evenly over it, each redacted as its directive says and framed in the colour of its
 * disposition (green RELEASE, amber REDACT), with a bar as long as its score. A frame that is withheld, or whose bytes
 * are no longer the ones assessed, shows as a red blank.
 */
final class Overview {
  private static final int COLUMNS = 4;
  private static final int MOST = 12;
  private static final int WIDTH = 240;
  private static final int HEIGHT = 136;
  private static final int BAR = 8;
  private static final Color PAPER = new Color(0xF4F4F2);
  private static final Color RELEASE = new Color(0x2E7D32);
  private static final Color REDACT = new Color(0xF9A825);
  private static final Color WITHHOLD = new Color(0xC62828);

  private final Map<String, JsonNode> directives = new HashMap<>();
  private final Map<String, Double> scores = new HashMap<>();
  private final Map<String, Integer> lengths = new HashMap<>();

  private Overview() {}

  /** Reads an analysis, and draws one picture for each of its files into {@code overview/} below it. */
  static void draw(Iterable<MediaFile> media, Path analysis) throws IOException {
    Overview overview = new Overview();
    overview.read(analysis);
    for (MediaFile file : media) {
      if (overview.lengths.containsKey(file.session())) {
        Path picture = analysis.resolve("overview").resolve(file.session() + ".png");
        Files.createDirectories(picture.getParent());
        ImageIO.write(overview.sheet(file), "png", picture.toFile());
      }
    }
  }

  private void read(Path analysis) throws IOException {
    JsonFile.each(analysis.resolve(OutputFile.DIRECTIVES.fileName()), line -> {
      directives.put(key(line), line);
      lengths.merge(line.path("session").asText(), line.path("frame").asInt() + 1, Math::max);
    });
    JsonFile.each(analysis.resolve(OutputFile.FRAMES.fileName()), line -> {
      if (line.path("score").isNumber()) {
        scores.put(key(line), line.path("score").asDouble());
      }
    });
  }

  private BufferedImage sheet(MediaFile file) {
    int frames = lengths.getOrDefault(file.session(), 0);
    int shown = Math.min(MOST, frames);
    int columns = Math.min(COLUMNS, shown);
    int rows = (shown + columns - 1) / columns;
    BufferedImage sheet =
        new BufferedImage(columns * WIDTH, rows * (HEIGHT + BAR), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = sheet.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.setColor(PAPER);
    pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    try (Footage footage = Footage.open(file, ImageLimits.defaults())) {
      int place = 0;
      while (place < shown && footage.hasNext()) {
        Shot shot = footage.next();
        if (shot.index() == (int) ((long) place * frames / shown)) {
          cell(
              pen, place % columns * WIDTH, place / columns * (HEIGHT + BAR), file.session(), shot);
          place++;
        }
      }
    }
    pen.dispose();
    return sheet;
  }

  private void cell(Graphics2D pen, int x, int y, String session, Shot shot) {
    JsonNode directive = directives.get(session + "#" + shot.index());
    String disposition =
        directive == null ? "WITHHOLD" : directive.path("disposition").asText();
    Color colour = switch (disposition) {
      case "RELEASE" -> RELEASE;
      case "REDACT" -> REDACT;
      default -> WITHHOLD;
    };
    BufferedImage picture =
        directive == null || colour.equals(WITHHOLD) ? null : redacted(shot, directive);
    if (picture == null) {
      pen.setColor(WITHHOLD);
      pen.fillRect(x, y, WIDTH, HEIGHT);
    } else {
      pen.drawImage(picture, x, y, WIDTH, HEIGHT, null);
    }
    pen.setColor(colour);
    pen.setStroke(new BasicStroke(3));
    pen.drawRect(x + 2, y + 2, WIDTH - 5, HEIGHT - 5);
    pen.fillRect(
        x + 2,
        y + HEIGHT + 2,
        (int) ((WIDTH - 4) * scores.getOrDefault(session + "#" + shot.index(), 0.0)),
        BAR - 4);
  }

  private static @Nullable BufferedImage redacted(Shot shot, JsonNode directive) {
    if (!sha256(shot.image()).equals(directive.path("sha256").asText())) {
      return null;
    }
    try {
      BufferedImage picture = ImageIO.read(new ByteArrayInputStream(shot.image()));
      if (picture == null) {
        return null;
      }
      Graphics2D pen = picture.createGraphics();
      pen.setColor(Color.BLACK);
      directive
          .path("regions")
          .forEach(region -> pen.fillRect(
              region.path("x").asInt(),
              region.path("y").asInt(),
              region.path("w").asInt(),
              region.path("h").asInt()));
      pen.dispose();
      return picture;
    } catch (IOException | RuntimeException e) {
      // A picture that this drawing cannot read shows as a blank; the directive stands all the
      // same.
      return null;
    }
  }

  private static String sha256(byte[] image) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(image));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String key(JsonNode line) {
    return line.path("session").asText() + "#" + line.path("frame").asInt();
  }
}
