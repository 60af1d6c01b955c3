package sightline.app.compose;

import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sightline.vision.decode.UnreadableVideo;
import sightline.vision.decode.VideoFrame;
import sightline.vision.decode.VideoReader;

/** Reads the clean frames that everything is placed onto. */
final class Backdrops {
  /** First-person clips without a face or a second person in any frame looked at; no model of ours has learnt from them. */
  private static final String FIRST_PERSON = "ego_home";

  /** Neighbours in time look alike: one frame of six is a fifth of a second. */
  private static final int EVERY = 6;

  private record Measured(Backdrop frame, double detail) {}

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

  /** The same clips, every frame of each in order. */
  static List<List<Backdrop>> firstPersonClips(Path media) {
    return clips(media.resolve("videos").resolve(FIRST_PERSON)).stream()
        .parallel()
        .map(clip -> frames(clip, FIRST_PERSON + "/" + clip.getFileName(), 1))
        .toList();
  }

  /** Every frame of one clip, by number. */
  static Map<Integer, Backdrop> all(Path media, String clip) {
    return some(media, clip, 1);
  }

  /** One frame of so many, by number. */
  static Map<Integer, Backdrop> some(Path media, String clip, int every) {
    Path file = media.resolve("videos").resolve(clip);
    if (!Files.exists(file)) {
      throw new MediaMissing(
          "there is no clip %s; name the shared media with --media or SIGHTLINE_MEDIA"
              .formatted(file));
    }
    Map<Integer, Backdrop> frames = new TreeMap<>();
    frames(file, clip, every).forEach(frame -> frames.put(frame.frame(), frame));
    return frames;
  }

  /** The half of each clip's frames with the most fine detail. */
  static List<Backdrop> sharperHalf(List<Backdrop> frames) {
    Map<String, List<Backdrop>> clips =
        frames.stream().collect(Collectors.groupingBy(Backdrop::clip, TreeMap::new, toList()));
    List<Backdrop> sharp = new ArrayList<>();
    for (List<Backdrop> clip : clips.values()) {
      clip.stream()
          .map(frame -> new Measured(frame, frame.detail()))
          .sorted(Comparator.comparingDouble(Measured::detail).reversed())
          .limit((clip.size() + 1) / 2)
          .map(Measured::frame)
          .sorted(Comparator.comparingInt(Backdrop::frame))
          .forEach(sharp::add);
    }
    return List.copyOf(sharp);
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
