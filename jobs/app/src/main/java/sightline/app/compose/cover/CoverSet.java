package sightline.app.compose.cover;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import sightline.app.drawn.Jpeg;

/**
 * Writes pictures with covers and without to a folder: {@code 000000.jpg} and on, with one line each in
 * {@code annotations.jsonl}. The same frames in the same order with the same seed give the same files.
 */
public final class CoverSet implements AutoCloseable {
  /**
   * @param covers pictures with a cover for each frame; the families take turns
   * @param cleans damaged or furnished pictures without a cover for each frame; the variants take turns
   * @param split named in every line, such as train
   * @param longSide pixels to which a frame's long side is brought
   */
  public record Options(int covers, int cleans, String split, int longSide, long seed) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final CoverFamily[] FAMILIES = CoverFamily.values();
  private static final CleanVariant[] VARIANTS = CleanVariant.values();
  /** Covers drawn on a frame as it is; the others on a variant of it. */
  private static final double UNTOUCHED = 0.5;

  private final Path folder;
  private final Options options;
  private final Writer lines;
  private final SplittableRandom random;
  private int written;
  private int families;
  private int variants;

  /**
   * @param folder made where it is missing
   */
  public CoverSet(Path folder, Options options) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.options = options;
    this.random = new SplittableRandom(options.seed());
    this.lines = Files.newBufferedWriter(folder.resolve("annotations.jsonl"));
  }

  public int written() {
    return written;
  }

  /**
   * Adds the frame as it is, and what is made of it.
   *
   * @param base how the lines name where the frame comes from
   */
  public void add(BufferedImage stored, String base) throws IOException {
    BufferedImage frame = sized(stored);
    write(frame, base, CleanVariant.AS_IS, null, null);
    for (int i = 0; i < options.cleans(); i++) {
      CleanVariant variant = VARIANTS[1 + variants++ % (VARIANTS.length - 1)];
      BufferedImage picture = variant.of(frame, random.nextLong());
      if (random.nextInt(4) == 0) {
        picture = VARIANTS[random.nextInt(VARIANTS.length)].of(picture, random.nextLong());
      }
      write(picture, base, variant, null, null);
    }
    for (int i = 0; i < options.covers(); i++) {
      CoverFamily family = FAMILIES[families++ % FAMILIES.length];
      CleanVariant before = random.nextDouble() < UNTOUCHED
          ? CleanVariant.AS_IS
          : VARIANTS[random.nextInt(VARIANTS.length)];
      BufferedImage scene = before.of(frame, random.nextLong());
      Cover cover = Compositor.draw(scene, family, random.nextLong());
      write(
          Grain.over(cover.picture(), random.nextDouble(0, 3), random),
          base,
          before,
          family,
          cover);
    }
  }

  private void write(
      BufferedImage picture,
      String base,
      CleanVariant variant,
      @Nullable CoverFamily family,
      @Nullable Cover cover)
      throws IOException {
    String file = "%06d.jpg".formatted(written++);
    float quality = (float) random.nextDouble(0.6, 0.95);
    Files.write(folder.resolve(file), Jpeg.of(picture, quality));
    ObjectNode line = JSON.createObjectNode();
    line.put("file", file);
    line.put("width", picture.getWidth());
    line.put("height", picture.getHeight());
    line.putArray("boxes");
    line.putArray("labelled").add("lens_cover");
    if (family == null || cover == null) {
      line.putNull("cover");
    } else {
      line.set("cover", described(family, cover));
    }
    line.put("variant", variant.name().toLowerCase(java.util.Locale.ROOT));
    line.put("source", "composite");
    line.put("base", base);
    line.put("split", options.split());
    lines.write(JSON.writeValueAsString(line));
    lines.write('\n');
  }

  private static ObjectNode described(CoverFamily family, Cover cover) {
    ObjectNode node = JSON.createObjectNode();
    node.put("family", family.name().toLowerCase(java.util.Locale.ROOT));
    node.put("share", Math.round(cover.share() * 1e4) / 1e4);
    node.put("edge", cover.edge().name());
    node.put("columns", cover.mask().columns());
    node.put("rows", cover.mask().rows());
    node.put("cells", cover.mask().cells());
    node.put("tenths", cover.tenths());
    return node;
  }

  /** Brought to size by halves, so that every pixel of the frame counts. */
  private BufferedImage sized(BufferedImage stored) {
    double scale = (double) options.longSide() / Math.max(stored.getWidth(), stored.getHeight());
    int width = Math.max(32, (int) Math.round(stored.getWidth() * scale));
    int height = Math.max(18, (int) Math.round(stored.getHeight() * scale));
    BufferedImage from = stored;
    while (from.getWidth() >= 2 * width && from.getHeight() >= 2 * height) {
      from = scaled(from, from.getWidth() / 2, from.getHeight() / 2);
    }
    return scaled(from, width, height);
  }

  private static BufferedImage scaled(BufferedImage from, int width, int height) {
    BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = out.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(from, 0, 0, width, height, null);
    g.dispose();
    return out;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
