package sightline.app.compose;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import sightline.app.drawn.DrawnScene;
import sightline.vision.decode.ImageHeader;
import sightline.vision.decode.ImageLimits;

/** Frames for covers, in two parts that share nothing: what a model may be trained on by its licence, and what it is tested on. */
final class CoverBackdrops {
  /** Apache-2.0 and CC-BY-4.0. */
  private static final List<String> LICENSED_CLIPS = List.of(
      "hands/sam2_cups.mp4",
      "hands/sam2_blocks.mp4",
      "hands/mediapipe_open_palm.mp4",
      "hands/mediapipe_laptop.mp4",
      "hands/asl_again.mkv",
      "hands/asl_book.mkv",
      "bystanders/sam2_bedroom.mp4",
      "bystanders/egoblur_table.mp4",
      "walkers/one-by-one-person-detection.mp4",
      "walkers/store-aisle-detection.mp4",
      "negatives/bottle-detection.mp4");

  private static final int EVERY = 30;
  private static final int DRAWN_SCENES = 120;
  private static final long DRAWN_SEED = 20_261_121;

  private CoverBackdrops() {}

  static List<Backdrop> licensed(Path media) {
    List<Backdrop> frames = new ArrayList<>();
    for (String clip : LICENSED_CLIPS) {
      if (Files.exists(media.resolve("videos").resolve(clip))) {
        frames.addAll(Backdrops.some(media, clip, EVERY).values());
      }
    }
    frames.addAll(photos(media, "home_people", line -> true));
    frames.addAll(photos(media, "skimage", line -> true));
    frames.addAll(
        photos(media, "coco128", line -> line.path("licence").asText().equals("CC-BY-2.0")));
    frames.addAll(drawn());
    return List.copyOf(frames);
  }

  static List<Backdrop> unseen(Path media) {
    List<Backdrop> frames = new ArrayList<>(Backdrops.firstPerson(media));
    frames.addAll(photos(media, "bsds500", line -> true));
    return List.copyOf(frames);
  }

  private static List<Backdrop> photos(Path media, String set, Predicate<JsonNode> wanted) {
    Path folder = media.resolve("photos").resolve(set);
    List<Backdrop> photos = new ArrayList<>();
    for (JsonNode line : Lines.of(folder)) {
      if (wanted.test(line)) {
        Path file = folder.resolve(line.path("file").asText());
        try {
          byte[] image = Files.readAllBytes(file);
          if (ImageHeader.read(image, ImageLimits.defaults()) instanceof ImageHeader.Accepted) {
            photos.add(new Backdrop(set + "/" + file.getFileName(), 0, image));
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return photos;
  }

  /** Scenes of our own: rooms, tables and hands of every tone. */
  private static List<Backdrop> drawn() {
    List<Backdrop> scenes = new ArrayList<>();
    for (int number = 0; number < DRAWN_SCENES; number++) {
      DrawnScene scene = DrawnScene.of(DRAWN_SEED, number);
      int frame = scene.frames() / 2;
      scenes.add(new Backdrop("drawn/scene-%s.jpg".formatted(number), frame, scene.jpeg(frame)));
    }
    return scenes;
  }
}
