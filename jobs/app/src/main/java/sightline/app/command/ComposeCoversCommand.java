package sightline.app.command;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sightline.app.compose.cover.CoverSet;
import sightline.app.drawn.DrawnScene;
import sightline.app.footage.Footage;
import sightline.app.footage.MediaFile;
import sightline.app.footage.MediaSearch;
import sightline.app.footage.Shot;
import sightline.vision.decode.ImageLimits;

@Command(
    name = "compose-covers",
    description = {
      "Draws covered lenses onto clean frames, with the truth about them, for training and for measuring.",
      "",
      "Into DIR go pictures and annotations.jsonl. The same paths, options and seed give the same files.",
      ""
    })
public final class ComposeCoversCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Media files without covers, or folders of them.")
  private List<Path> paths = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the pictures; must be new or empty.")
  private @Nullable Path out;

  @Option(
      names = "--every",
      paramLabel = "N",
      defaultValue = "30",
      description = "Take each N-th frame of a video (default: ${DEFAULT-VALUE}).")
  private int every;

  @Option(
      names = "--drawn",
      paramLabel = "N",
      defaultValue = "0",
      description = "Scenes that Sightline draws, added to the paths (default: ${DEFAULT-VALUE}).")
  private int drawn;

  @Option(
      names = "--covers",
      paramLabel = "N",
      defaultValue = "8",
      description = "Covered pictures a frame (default: ${DEFAULT-VALUE}).")
  private int covers;

  @Option(
      names = "--cleans",
      paramLabel = "N",
      defaultValue = "4",
      description = "Clean pictures a frame, beside the frame itself (default: ${DEFAULT-VALUE}).")
  private int cleans;

  @Option(
      names = "--long-side",
      paramLabel = "PIXELS",
      defaultValue = "320",
      description = "Of the pictures (default: ${DEFAULT-VALUE}).")
  private int longSide;

  @Option(
      names = "--split",
      paramLabel = "NAME",
      defaultValue = "test",
      description = "Stands in every line (default: ${DEFAULT-VALUE}).")
  private String split = "test";

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Mixin
  private final Voice voice = new Voice();

  @Override
  public Integer call() throws Exception {
    if (out == null || every < 1 || covers < 0 || cleans < 0 || longSide < 64) {
      throw new CannotRun(
          "--every is above 0, --long-side 64 and more, and no number of pictures below 0");
    }
    if (Files.exists(out.resolve("annotations.jsonl"))) {
      throw new CannotRun("%s holds a set already: name another folder".formatted(out));
    }
    CoverSet.Options options = new CoverSet.Options(covers, cleans, split, longSide, seed);
    try (CoverSet set = new CoverSet(out, options)) {
      for (MediaFile media : MediaSearch.below(paths).found()) {
        addFootage(set, media);
        voice.say("%s: %,d pictures so far".formatted(media.session(), set.written()));
      }
      addDrawn(set);
      voice.say("%,d pictures in %s".formatted(set.written(), out));
    }
    return 0;
  }

  private void addFootage(CoverSet set, MediaFile media) throws IOException {
    try (Footage footage = Footage.open(media, ImageLimits.defaults())) {
      while (footage.hasNext()) {
        Shot shot = footage.next();
        if (shot.index() % every == 0) {
          BufferedImage frame = ImageIO.read(new ByteArrayInputStream(shot.image()));
          set.add(frame, "%s#%d".formatted(media.session(), shot.index()));
        }
      }
    }
  }

  private void addDrawn(CoverSet set) throws IOException {
    for (int number = 0; number < drawn; number++) {
      // the conditions take turns by fives; the fifth has a finger of its own
      DrawnScene scene = DrawnScene.of(seed, number);
      int index = Math.floorMod(31L * number, scene.frames());
      if (scene.truth(index).covered() == 0) {
        set.add(scene.draw(index), "drawn/%d#%d".formatted(number, index));
      }
    }
  }
}
