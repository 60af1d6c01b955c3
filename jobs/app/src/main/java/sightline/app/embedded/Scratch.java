package sightline.app.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A temporary folder that goes with its owner, or else with the process: what a demo writes are people's homes, and an
 * interrupted one must not leave them behind.
 */
public final class Scratch implements AutoCloseable {
  private final Path path;
  private final Thread atExit;

  private Scratch(Path path) {
    this.path = path;
    this.atExit = new Thread(() -> delete(path), "delete " + path.getFileName());
  }

  public static Scratch folder(String prefix) throws IOException {
    Scratch scratch = new Scratch(Files.createTempDirectory(prefix));
    Runtime.getRuntime().addShutdownHook(scratch.atExit);
    return scratch;
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() {
    delete(path);
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook does the same.
      delete(path);
    }
  }

  /** Files may still be written while this runs, so it looks again until nothing is left or nothing helps. */
  private static void delete(Path folder) {
    for (int attempt = 0; attempt < 5 && Files.exists(folder); attempt++) {
      try (Stream<Path> files = Files.walk(folder)) {
        List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        for (Path file : deepestFirst) {
          Files.deleteIfExists(file);
        }
      } catch (IOException | java.io.UncheckedIOException e) {
        System.getLogger("sightline")
            .log(System.Logger.Level.DEBUG, "not yet deleted: {0}", folder);
      }
    }
  }
}
