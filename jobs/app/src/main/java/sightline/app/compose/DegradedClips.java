package sightline.app.compose;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.app.compose.Degradation.Extent;
import sightline.vision.decode.ClipWriter;

/**
 * First-person clips, each as it is and then spoilt in every way. Of a clip every third frame is kept, {@value #CALM_FRAMES} of them at
 * most: six seconds at ten frames a second. Shaken clips keep every frame, {@value #QUICK_FRAMES} at most.
 *
 * <p>The first file of each clip is the clean one, and all others name it as what undoing the change gives. There is one line a
 * file, under {@code degraded}: the way, strength, extent, the spoilt span in milliseconds, the reason expected first, other names of the
 * same fault, and the change that undoes it. The clips are put into halves by their order: {@code tune} for what thresholds are set
 * by, {@code report} for figures.
 */
final class DegradedClips implements Maker {
  private static final int EVERY = 3;
  private static final int CALM_FRAMES = 60;
  private static final int QUICK_FRAMES = 90;
  private static final double CAMERA_FPS = 30;

  private final List<List<Backdrop>> clips;
  private final List<Variant> variants;

  /** What is done to a clip; null for nothing. */
  private record Variant(@Nullable Degradation way, double strength, Extent extent) {}

  /**
   * @param clips every frame of each, 30 a second
   */
  DegradedClips(List<List<Backdrop>> clips, List<Degradation> ways) {
    this.clips = clips;
    this.variants = new ArrayList<>();
    variants.add(new Variant(null, 0, Extent.WHOLE));
    for (Degradation way : ways) {
      for (double strength : way.strengths()) {
        for (Extent extent : way.extents()) {
          variants.add(new Variant(way, strength, extent));
        }
      }
    }
  }

  /**
   * @param count clips wished for, each of which gives all of its variants
   */
  @Override
  public int files(int count) {
    return Math.min(count, clips.size()) * variants.size();
  }

  @Override
  public String suffix() {
    return ".avi";
  }

  @Override
  public List<ObjectNode> write(Path file, int number, long seed) throws IOException {
    int clip = number / variants.size();
    Variant variant = variants.get(number % variants.size());
    List<Backdrop> frames = sampled(clips.get(clip), variant);
    double fps = fps(variant);
    int from = frames.size() - (int) Math.round(frames.size() * share(variant));
    ObjectNode line = line(frames, clip);
    try (ClipWriter writer = new ClipWriter(file, fps)) {
      for (int at = 0; at < frames.size(); at++) {
        BufferedImage picture =
            picture(frames, at, from, variant, Chance.of(seed, Family.DEGRADED, number));
        writer.add(picture);
        line.put("width", picture.getWidth()).put("height", picture.getHeight());
      }
    }
    ObjectNode degraded = line.putObject("degraded");
    degraded.put("undone", "%05d%s".formatted(clip * variants.size(), suffix()));
    describe(degraded, variant);
    if (variant.way() != null) {
      degraded.put("fromMillis", Math.round(1e3 * from / fps));
      degraded.put("toMillis", Math.round(1e3 * (frames.size() - 1) / fps));
    }
    return List.of(line);
  }

  private static List<Backdrop> sampled(List<Backdrop> clip, Variant variant) {
    if (variant.way() == Degradation.SHAKEN) {
      return clip.subList(0, Math.min(QUICK_FRAMES, clip.size()));
    }
    double step = CAMERA_FPS / fps(variant);
    double seconds = CALM_FRAMES * EVERY / CAMERA_FPS;
    double lasts = variant.way() == Degradation.SHORT ? variant.strength() : seconds;
    List<Backdrop> sampled = new ArrayList<>();
    for (int at = 0; at * step < Math.min(clip.size(), lasts * CAMERA_FPS); at++) {
      sampled.add(clip.get((int) Math.round(at * step)));
    }
    return sampled;
  }

  private static double fps(Variant variant) {
    Degradation way = variant.way();
    if (way == Degradation.SLOW) {
      return variant.strength();
    }
    return way == Degradation.SHAKEN ? CAMERA_FPS : CAMERA_FPS / EVERY;
  }

  private static double share(Variant variant) {
    return variant.way() == Degradation.FROZEN
        ? variant.strength()
        : variant.extent().share();
  }

  private static BufferedImage picture(
      List<Backdrop> frames, int at, int from, Variant variant, Chance chance) {
    Degradation way = variant.way();
    if (way == null || at < from) {
      return frames.get(at).image();
    }
    if (way == Degradation.FROZEN) {
      return frames.get(from).image();
    }
    Canvas clean = Canvas.of(frames.get(at).image());
    return way.spoil(clean, variant.strength(), chance.of("clip"), chance.of("frame" + at))
        .image();
  }

  private ObjectNode line(List<Backdrop> frames, int clip) {
    Backdrop first = frames.get(0);
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("frame", 0);
    line.putArray("boxes");
    line.putArray("labelled");
    return line.put("source", "composite")
        .put("base", first.base())
        .put("clip", first.clip())
        .put("split", clip % 2 == 0 ? "tune" : "report");
  }

  private static void describe(ObjectNode degraded, Variant variant) {
    Degradation way = variant.way();
    degraded.put("way", way == null ? "clean" : way.id());
    if (way != null) {
      degraded.put("strength", variant.strength());
      degraded.put("unit", way.unit());
      degraded.put("extent", variant.extent().id());
      degraded.put("first", way.first().name());
      way.alike().forEach(code -> degraded.withArray("/alike").add(code.name()));
      degraded.put("undoneBy", way.undoneBy().name());
    }
  }
}
