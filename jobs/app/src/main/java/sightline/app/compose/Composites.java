package sightline.app.compose;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Writes seeded composites: frames in which what is to be found was placed by us, so that its box is known. The same media,
 * seed and version give the same bytes, and any picture or clip can be made alone.
 *
 * <p>Into {@code out/<family>/} go the pictures or clips, {@code annotations.jsonl} in the format of the shared media, and at last
 * {@code complete.json}. Files hold other people's pictures: never commit them.
 */
public final class Composites {
  /** Raised whenever a change makes other pictures of the same seed. */
  public static final int VERSION = 1;

  /** Files made side by side before their lines are written in order. */
  private static final int AT_A_TIME = 32;

  private static final String COMPLETE = "complete.json";
  private static final String ANNOTATIONS = "annotations.jsonl";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Composites() {}

  /** Whether the files had to be made. */
  public enum Outcome {
    WRITTEN,
    /** All of them were there, of the same seed, count and version. */
    ALREADY_THERE
  }

  /**
   * Writes one family, or leaves it where it is complete. A family broken off is written anew.
   *
   * @param media the shared media folder
   * @param count pictures or clips; for {@link Family#FAIRNESS} identities at most, each of which is {@value
   *     FairnessComposer#CONDITIONS} pictures
   * @param progress called after every file, on the caller's thread
   * @throws MediaMissing where the media that this family needs are not there
   * @throws IllegalArgumentException where the family is drawn elsewhere, or count is below 1
   */
  public static Outcome write(
      Family family, Path media, Path out, int count, long seed, Consumer<Progress> progress)
      throws IOException {
    return write(family, () -> Composers.of(family, media), out, count, seed, progress);
  }

  static Outcome write(
      Family family,
      Supplier<Maker> makers,
      Path out,
      int count,
      long seed,
      Consumer<Progress> progress)
      throws IOException {
    if (count < 1) {
      throw new IllegalArgumentException("at least one, not %s".formatted(count));
    }
    Path folder = out.resolve(family.id());
    ObjectNode receipt = JSON.createObjectNode()
        .put("family", family.id())
        .put("seed", seed)
        .put("count", count)
        .put("version", VERSION);
    if (complete(folder, receipt)) {
      return Outcome.ALREADY_THERE;
    }
    Maker maker = makers.get();
    clear(folder);
    int files = maker.files(count);
    Path unfinished = folder.resolve(ANNOTATIONS + ".part");
    try (BufferedWriter lines = Files.newBufferedWriter(unfinished)) {
      for (int first = 0; first < files; first += AT_A_TIME) {
        int after = Math.min(files, first + AT_A_TIME);
        List<List<String>> made = IntStream.range(first, after)
            .parallel()
            .mapToObj(number -> file(maker, family, folder, number, seed))
            .toList();
        for (int number = first; number < after; number++) {
          for (String line : made.get(number - first)) {
            lines.write(line);
            lines.write('\n');
          }
          progress.accept(new Progress(family, number + 1, files));
        }
      }
    }
    Files.move(unfinished, folder.resolve(ANNOTATIONS), StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(folder.resolve(COMPLETE), receipt.put("pictures", files) + "\n");
    return Outcome.WRITTEN;
  }

  /** Makes one file and gives its lines; every file hangs on its number alone, so several are made side by side. */
  private static List<String> file(Maker maker, Family family, Path folder, int number, long seed) {
    String name = "%05d%s".formatted(number, maker.suffix());
    try {
      return maker.write(folder.resolve(name), number, seed).stream()
          .map(truth -> line(truth, family, seed, name).toString())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode line(ObjectNode truth, Family family, long seed, String name) {
    ObjectNode line = JSON.createObjectNode().put("file", name);
    line.setAll(truth);
    return line.put("family", family.id()).put("seed", seed);
  }

  private static boolean complete(Path folder, ObjectNode receipt) throws IOException {
    try {
      ObjectNode there = (ObjectNode) JSON.readTree(Files.readString(folder.resolve(COMPLETE)));
      there.remove("pictures");
      // through text, as a number that was read may be of another width than one that was put
      return there.equals(JSON.readTree(receipt.toString()));
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Takes away what an earlier run of ours left, and nothing else. */
  private static void clear(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.deleteIfExists(folder.resolve(COMPLETE));
    Files.deleteIfExists(folder.resolve(ANNOTATIONS));
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, "[0-9][0-9][0-9][0-9][0-9].{jpg,avi}")) {
      for (Path file : files) {
        Files.delete(file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
