package sightline.app.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** A document lying in a first-person frame, one box a line of text. */
final class DocumentsComposer implements Composer {
  private static final double SMALLEST = 6;
  private static final double LARGEST = 40;

  /** Of a line cut by the frame's edge less than this is not asked for. */
  private static final double LEAST_SHOWN = 0.3;

  /** Pixels: far more than any frame shows of a sheet, and a scan at 600 dots an inch would fill the memory. */
  private static final double LONGEST_SHEET = 2_000;

  private final List<Backdrop> backdrops;
  private final List<FaceCut> faces;
  private final List<Sheet> photographed;

  DocumentsComposer(List<Backdrop> backdrops, List<FaceCut> faces, List<Sheet> photographed) {
    Fonts.required();
    this.backdrops = backdrops;
    this.faces = faces;
    this.photographed = photographed;
  }

  /** The scanned receipts of the shared set; other pictures there are scenes, not sheets. */
  static List<Sheet> receipts(Path media) {
    Path folder = media.resolve("photos").resolve("documents");
    List<Sheet> sheets = new ArrayList<>();
    for (JsonNode line : Lines.of(folder)) {
      if (line.path("file").asText().startsWith("sroie")) {
        sheets.add(receipt(folder, line));
      }
    }
    return List.copyOf(sheets);
  }

  private static Sheet receipt(Path folder, JsonNode line) {
    Path file = folder.resolve(line.path("file").asText());
    try {
      BufferedImage picture = ImageIO.read(file.toFile());
      double scale = Math.min(1, LONGEST_SHEET / Math.max(picture.getWidth(), picture.getHeight()));
      List<Rectangle2D> text = new ArrayList<>();
      for (JsonNode box : line.path("boxes")) {
        text.add(new Rectangle2D.Double(
            scale * box.path("x").asDouble(),
            scale * box.path("y").asDouble(),
            scale * box.path("w").asDouble(),
            scale * box.path("h").asDouble()));
      }
      return new Sheet("photo", opaque(picture, scale), List.copyOf(text), List.of());
    } catch (IOException e) {
      throw new MediaMissing("%s cannot be read: %s".formatted(file, e.getMessage()));
    }
  }

  private static BufferedImage opaque(BufferedImage picture, double scale) {
    int width = (int) Math.round(scale * picture.getWidth());
    int height = (int) Math.round(scale * picture.getHeight());
    BufferedImage opaque = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Image sized =
        scale < 1 ? picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING) : picture;
    Graphics2D pen = opaque.createGraphics();
    pen.drawImage(sized, 0, 0, null);
    pen.dispose();
    return opaque;
  }

  @Override
  public int pictures(int count) {
    return count;
  }

  @Override
  public Composite draw(int number, long seed) {
    Chance chance = Chance.of(seed, Family.DOCUMENTS, number);
    Backdrop backdrop = chance.pick(backdrops);
    Canvas canvas = Scene.of(backdrop, chance);
    Sheet sheet = sheet(chance);
    double textHeight = chance.logBetween(SMALLEST, LARGEST);
    Rectangle2D middle = chance.pick(sheet.lines());
    double scale = textHeight / median(sheet);
    double degrees = chance.odds(0.5) ? chance.between(-20, 20) : chance.between(-180, 180);
    double tilt = chance.between(0, 45);
    Quad quad = Flat.quad(
        canvas,
        new Point2D.Double(
            middle.getCenterX() / sheet.image().getWidth(),
            middle.getCenterY() / sheet.image().getHeight()),
        chance.between(0.2, 0.8) * canvas.width,
        chance.between(0.2, 0.8) * canvas.height,
        sheet.image().getWidth() * scale,
        sheet.image().getHeight() * scale,
        degrees,
        tilt);
    Flat.shadow(canvas, quad);
    Paste.onto(canvas, Scene.lit(Layer.of(sheet.image()), canvas, quad.hull()), quad);
    double light = chance.odds(0.7) ? 1 : chance.between(0.35, 1);
    double blur = chance.odds(0.25) ? chance.between(0.02, 0.15) * textHeight : 0;
    Optics.defocus(canvas, blur);
    Optics.light(canvas, light);
    Optics.noise(canvas, Optics.noiseAt(light), chance.of("noise"));
    Truth truth = new Truth(canvas, backdrop)
        .labelled("text_placed", "face")
        .condition("kind", sheet.kind())
        .condition("text_height", textHeight)
        .condition("angle", degrees)
        .condition("tilt", tilt)
        .condition("light", light)
        .condition("blur", blur);
    write(truth, sheet, quad, canvas, blur);
    return truth.of(canvas);
  }

  private Sheet sheet(Chance chance) {
    return switch (chance.below(photographed.isEmpty() ? 4 : 5)) {
      case 0 -> Paperwork.receipt(chance);
      case 1 -> Paperwork.letter(chance);
      case 2 -> Paperwork.prescription(chance);
      case 3 -> Paperwork.card(chance, faces);
      default -> chance.pick(photographed);
    };
  }

  private static double median(Sheet sheet) {
    double[] heights =
        sheet.lines().stream().mapToDouble(Rectangle2D::getHeight).sorted().toArray();
    return heights[heights.length / 2];
  }

  private static void write(Truth truth, Sheet sheet, Quad quad, Canvas canvas, double blur) {
    ArrayNode ignore = truth.line().putArray("ignore");
    for (Rectangle2D line : sheet.lines()) {
      Quad placed = quad.part(share(line, sheet));
      Rectangle2D shown = placed.hull().createIntersection(canvas.bounds());
      double share = Flat.areaShare(shown, placed.hull());
      if (share >= LEAST_SHOWN) {
        double height = (placed.a().distance(placed.d()) + placed.b().distance(placed.c())) / 2;
        ObjectNode box = truth.box("text", shown);
        corners(box.putArray("quad"), placed);
        box.putObject("conditions")
            .put("textHeight", Truth.rounded(height))
            .put("cover", Truth.rounded(1 - share))
            .put("blur_share", Truth.rounded(blur / height));
      } else if (share > 0) {
        ignore
            .addObject()
            .put("x", Truth.rounded(shown.getX()))
            .put("y", Truth.rounded(shown.getY()))
            .put("w", Truth.rounded(shown.getWidth()))
            .put("h", Truth.rounded(shown.getHeight()));
      }
    }
    for (Rectangle2D face : sheet.faces()) {
      Quad placed = quad.part(share(face, sheet));
      Rectangle2D shown = placed.hull().createIntersection(canvas.bounds());
      double share = Flat.areaShare(shown, placed.hull());
      if (share > 0) {
        truth
            .box("face", shown)
            .putObject("conditions")
            .put("size", Truth.rounded(placed.a().distance(placed.d())))
            .put("cover", Truth.rounded(1 - share));
      }
    }
  }

  /** The line itself, as the upright box of a turned line takes in its neighbours; may reach out of the frame. */
  private static void corners(ArrayNode quad, Quad placed) {
    for (Point2D corner : List.of(placed.a(), placed.b(), placed.c(), placed.d())) {
      quad.add(Math.round(corner.getX() * 10) / 10.0).add(Math.round(corner.getY() * 10) / 10.0);
    }
  }

  private static Rectangle2D share(Rectangle2D part, Sheet sheet) {
    double w = sheet.image().getWidth();
    double h = sheet.image().getHeight();
    return new Rectangle2D.Double(
        part.getX() / w, part.getY() / h, part.getWidth() / w, part.getHeight() / h);
  }
}
