package sightline.app.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import sightline.vision.decode.UnreadableVideo;
import sightline.vision.decode.VideoFrame;
import sightline.vision.decode.VideoReader;

/** Reads the clean frames that everything is placed onto. */
final class Backdrops {
  /** First-person clips without a face or a second person in any frame looked at. */
  private static final String FIRST_PERSON = "ego_home";

  /** Clips without a face, though hands and a headless body may be in view. */
  private static final List<String> FACELESS = List.of(
      "negatives/bottle-detection.mp4", "hands/sam2_blocks.mp4", "hands/mediapipe_open_palm.mp4");

  /** Neighbours in time look alike: one frame of six is a fifth of a second. */
  private static final int EVERY = 6;

  private static final int FACELESS_EVERY = 24;

  private Backdrops() {}

  /** All clips of the wearer at home: no face, no bystander. */
  static List<Backdrop> firstPerson(Path media) {
    Path folder = media.resolve("videos").resolve(FIRST_PERSON);
    List<Backdrop> frames = new ArrayList<>();
    for (Path clip : clips(folder)) {
      frames.addAll(frames(clip, FIRST_PERSON + "/" + clip.getFileName(), EVERY));
    }
    return List.copyOf(frames);
  }

  /** Other clips without any face; those that are absent are left out. */
  static List<Backdrop> faceless(Path media) {
    List<Backdrop> frames = new ArrayList<>();
    for (String clip : FACELESS) {
      Path file = media.resolve("videos").resolve(clip);
      if (Files.exists(file)) {
        frames.addAll(frames(file, clip, FACELESS_EVERY));
      }
    }
    return List.copyOf(frames);
  }

  private static List<Path> clips(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new MediaMissing(
          "there are no first-person clips in %s; name the shared media with --media or SIGHTLINE_MEDIA"
              .formatted(folder));
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> clips = files
          .filter(file -> file.getFileName().toString().endsWith(".mp4"))
          .sorted()
          .toList();
      if (clips.isEmpty()) {
        throw new MediaMissing("%s holds no mp4 clip".formatted(folder));
      }
      return clips;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Backdrop> frames(Path clip, String name, int every) {
    List<Backdrop> frames = new ArrayList<>();
    try (VideoReader reader = VideoReader.open(clip)) {
      while (reader.hasNext()) {
        VideoFrame frame = reader.next();
        if (frame.index() % every == 0) {
          frames.add(new Backdrop(name, frame.index(), frame.jpeg()));
        }
      }
    } catch (UnreadableVideo e) {
      throw new MediaMissing(String.valueOf(e.getMessage()));
    }
    return frames;
  }
}
