package sightline.app.evaluate;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sightline.app.footage.Footage;
import sightline.app.footage.MediaFile;
import sightline.app.footage.MediaSearch;
import sightline.app.footage.Shot;
import sightline.domain.frame.Box;
import sightline.domain.privacy.Detection;
import sightline.vision.decode.ImageHeader;
import sightline.vision.decode.ImageLimits;
import sightline.vision.decode.Picture;
import sightline.vision.decode.Undecodable;
import sightline.vision.detection.Detector;
import sightline.vision.eyes.Detectors;
import sightline.vision.models.ModelStore;
import sightline.wire.SecondPassQualities;

/**
 * How good the thorough pass is at what it is for: finding faces that the engine let out uncovered. It looks at every labelled
 * frame of a finished evaluation that leaks one, and at some of those that leak none.
 */
public final class SecondPass {
  /** Name of the file in the out folder. */
  public static final String FILE = "second-pass.md";

  /** Beside it: what the pass found, a line a frame, so that its figures can be worked out anew without looking again. */
  static final String FRAMES = "second-pass.jsonl";

  /** Of the pass, among those whose quality was measured. */
  private static final String NAME = "thorough-faces-1";

  private static final int SAID_EVERY = 50;

  private static final double[] THRESHOLDS = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.74};
  private static final double NANOS_IN_A_MILLI = 1e6;

  private final Detector thorough;
  private final Detector quick;
  private final List<Examined> leaking = new ArrayList<>();
  private final List<Examined> clean = new ArrayList<>();
  private final List<SecondLooked> looked = new ArrayList<>();
  private double thoroughMillis;
  private double quickMillis;

  /**
   * What the pass found that the directive leaves uncovered.
   *
   * @param leaked labelled faces that the directive leaves uncovered
   */
  private record Examined(List<Rect> leaked, List<Detection> finds) {
    boolean finds(double threshold) {
      return finds.stream().anyMatch(find -> find.confidence() >= threshold);
    }

    long falseBoxes(double threshold) {
      return finds.stream().filter(find -> find.confidence() >= threshold).count();
    }

    boolean finds(Rect face, double threshold) {
      List<Rect> boxes = finds.stream()
          .filter(find -> find.confidence() >= threshold)
          .map(find -> rect(find.box()))
          .toList();
      return Coverage.of(face, boxes) >= 0.5;
    }
  }

  private SecondPass(Detector thorough, Detector quick) {
    this.thorough = thorough;
    this.quick = quick;
  }

  /**
   * @param folder the labelled media
   * @param out where its evaluation lies, finished; the figures are written there
   * @param most clean frames that are looked at, at even steps
   * @param quality folder for {@code <name>/quality.json}, which the redact job reads; null for none
   * @param said gets a line now and then
   * @throws IllegalArgumentException where there is no evaluation, or half of one
   */
  public static void write(
      Path folder,
      Path out,
      String set,
      Path models,
      int most,
      @Nullable Path quality,
      Consumer<String> said)
      throws IOException {
    Annotations annotations =
        Annotations.below(folder, set, MediaSearch.below(List.of(folder), out).found(), out);
    if (!Files.isRegularFile(out.resolve(Evaluation.FILE))) {
      throw new IllegalArgumentException(
          "the evaluation in %s is not there, or was broken off: finish it first (sightline evaluate %s --out %s)"
              .formatted(out, folder, out));
    }
    Material material = Material.of(annotations, out.resolve("analysis"));
    Detectors detectors = new Detectors(ModelStore.under(models));
    try (Detector thorough = detectors.thoroughFaces();
        Detector quick = detectors.faces()) {
      SecondPass pass = new SecondPass(thorough, quick);
      pass.examine(annotations, wanted(material, most), said);
      SecondLooked.write(pass.looked, out.resolve(FRAMES));
      Files.writeString(
          out.resolve(FILE), pass.told(set) + EstimateTrials.of(pass.looked).told());
      if (quality != null) {
        write(pass.looked, thorough.version(), set, most, quality);
      }
    }
  }

  private static void write(
      List<SecondLooked> looked, String version, String set, int most, Path folder)
      throws IOException {
    double threshold = EstimateTrials.threshold(looked);
    Path file = folder.resolve(NAME).resolve("quality.json");
    Files.createDirectories(folder.resolve(NAME));
    Files.writeString(
        file,
        SecondPassQualities.write(new SecondPassQualities.Measured(
            version,
            threshold,
            EstimateTrials.quality(looked, threshold),
            List.of(set),
            "scripts/evaluate %s; scripts/sightline evaluate --second-pass evaluation/%s --out evaluation/sets/%s --name %s --count %d --write-quality models/second-pass"
                .formatted(set, set, set, set, most))));
  }

  /** Frames that went out and of which every face is labelled: all that leak, and at most so many of the others. */
  private static Map<Material.Place, Material.Labelled> wanted(Material material, int most) {
    List<Material.Labelled> out = material.labelled().stream()
        .filter(frame -> !frame.seen().withheld())
        .filter(frame -> frame.truth().exhaustive().contains("face"))
        .filter(frame -> !frame.truth().ignore().contains("face"))
        .toList();
    List<Material.Labelled> clean =
        out.stream().filter(frame -> leaked(frame).isEmpty()).toList();
    Map<Material.Place, Material.Labelled> wanted = new HashMap<>();
    int step = Math.max(1, (clean.size() + most - 1) / Math.max(1, most));
    for (int at = 0; at < clean.size(); at += step) {
      wanted.put(place(clean.get(at)), clean.get(at));
    }
    out.stream()
        .filter(frame -> !leaked(frame).isEmpty())
        .forEach(frame -> wanted.put(place(frame), frame));
    return wanted;
  }

  private static Material.Place place(Material.Labelled frame) {
    return new Material.Place(frame.truth().session(), frame.truth().frame());
  }

  private static List<Rect> leaked(Material.Labelled frame) {
    return frame.truth().boxes("face").stream()
        .map(Truth.TrueBox::rect)
        .filter(face -> Coverage.of(face, frame.seen().regions()) < Leaks.LEAK)
        .toList();
  }

  private void examine(
      Annotations annotations, Map<Material.Place, Material.Labelled> wanted, Consumer<String> said)
      throws IOException {
    for (MediaFile media : annotations.media()) {
      if (wanted.keySet().stream().noneMatch(place -> place.session().equals(media.session()))) {
        continue;
      }
      try (Footage footage = Footage.open(media, ImageLimits.defaults())) {
        while (footage.hasNext()) {
          Shot shot = footage.next();
          Material.Labelled frame = wanted.get(new Material.Place(media.session(), shot.index()));
          if (frame != null) {
            examine(frame, shot);
            if (looked.size() % SAID_EVERY == 0) {
              said.accept(
                  "%d of %d frames looked at again".formatted(looked.size(), wanted.size()));
            }
          }
        }
      }
    }
  }

  private void examine(Material.Labelled frame, Shot shot) throws IOException {
    if (!(ImageHeader.read(shot.image(), ImageLimits.defaults())
        instanceof ImageHeader.Accepted header)) {
      throw new IOException("a frame that the engine has read has no header");
    }
    var upright =
        shot.rotation() == sightline.domain.frame.Rotation.NONE ? header.exif() : shot.rotation();
    try (Picture picture = Picture.decode(shot.image(), header, upright)) {
      long start = cpuNanos();
      List<Detection> found = thorough.detect(picture);
      long middle = cpuNanos();
      quick.detect(picture);
      thoroughMillis += (middle - start) / NANOS_IN_A_MILLI;
      quickMillis += (cpuNanos() - middle) / NANOS_IN_A_MILLI;
      List<Detection> uncovered =
          found.stream().filter(find -> isOpen(find, frame)).toList();
      List<Rect> leaked = leaked(frame);
      (leaked.isEmpty() ? clean : leaking).add(new Examined(leaked, uncovered));
      looked.add(SecondLooked.of(
          frame,
          leaked.size(),
          uncovered.stream().mapToDouble(Detection::confidence).max().orElse(0)));
    } catch (Undecodable broken) {
      throw new IOException("a frame that the engine has read does not decode", broken);
    }
  }

  /** As the live estimate judges it: of a find that sticks out of the picture, the part within it counts. */
  private static boolean isOpen(Detection find, Material.Labelled frame) {
    Rect picture = new Rect(0, 0, frame.truth().width(), frame.truth().height());
    return rect(find.box())
        .within(picture)
        .filter(seen -> Coverage.of(seen, frame.seen().regions()) < Leaks.LEAK)
        .isPresent();
  }

  private static Rect rect(Box box) {
    return new Rect(box.left(), box.top(), box.width(), box.height());
  }

  /** Of this thread, which the models run in: a busy machine makes no frame dearer. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private String told(String set) {
    StringBuilder text = new StringBuilder(String.format(
        Locale.ROOT,
        "%s: %d frames that leak a face, %d that leak none. CPU a frame: %.0f ms thorough, %.0f ms quick.%n%n",
        set,
        leaking.size(),
        clean.size(),
        thoroughMillis / Math.max(1, leaking.size() + clean.size()),
        quickMillis / Math.max(1, leaking.size() + clean.size())));
    text.append(
        "| confidence from | leaking frames with a find | leaked faces found | of 24 px and more | clean frames with a find | boxes a clean frame |\n| ---: | ---: | ---: | ---: | ---: | ---: |\n");
    for (double threshold : THRESHOLDS) {
      text.append(String.format(
          Locale.ROOT,
          "| %.2f | %s | %s | %s | %s | %.3f |%n",
          threshold,
          share(leaking.stream().filter(frame -> frame.finds(threshold)).count(), leaking.size()),
          faces(threshold, 0),
          faces(threshold, FacesFound.EXPECTED_HEIGHT),
          share(clean.stream().filter(frame -> frame.finds(threshold)).count(), clean.size()),
          clean.stream().mapToLong(frame -> frame.falseBoxes(threshold)).sum()
              / (double) Math.max(1, clean.size())));
    }
    return text.toString();
  }

  private String faces(double threshold, double height) {
    long found = 0;
    long all = 0;
    for (Examined frame : leaking) {
      for (Rect face : frame.leaked()) {
        if (face.h() >= height) {
          all++;
          found += frame.finds(face, threshold) ? 1 : 0;
        }
      }
    }
    return share(found, all);
  }

  private static String share(long k, long n) {
    return n == 0
        ? "0/0"
        : "%d/%d, %s (%s)"
            .formatted(k, n, Text.percent((double) k / n), Text.interval(Interval.wilson(k, n)));
  }
}
