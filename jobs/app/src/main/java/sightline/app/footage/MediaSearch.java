package sightline.app.footage;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The footage below the paths that a person names.
 *
 * @param found by session name, ascending, each session once
 * @param skipped files without a media extension
 * @param unreadable folders that could not be opened
 */
public record MediaSearch(List<MediaFile> found, int skipped, List<Path> unreadable) {

  /**
   * @throws IllegalArgumentException where a path does not exist, or two of them give sessions of one name
   */
  public static MediaSearch below(List<Path> paths) {
    return below(paths, null);
  }

  /**
   * The same without what lies below one folder: the results of an earlier analysis are no footage.
   *
   * @throws IllegalArgumentException where a path does not exist, or two of them give sessions of one name
   */
  public static MediaSearch below(List<Path> paths, @Nullable Path leaveOut) {
    Path without = leaveOut == null ? null : leaveOut.toAbsolutePath().normalize();
    List<MediaFile> found = new ArrayList<>();
    List<Path> unreadable = new ArrayList<>();
    int[] skipped = {0};
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new IllegalArgumentException("there is no %s".formatted(path));
      }
      walk(path, without, found, unreadable, skipped);
    }
    found.sort(Comparator.comparing(MediaFile::session));
    Set<String> sessions = new HashSet<>();
    String twice = found.stream()
        .map(MediaFile::session)
        .filter(name -> !sessions.add(name))
        .distinct()
        .collect(Collectors.joining(", "));
    if (!twice.isEmpty()) {
      throw new IllegalArgumentException(
          "two paths give sessions of the same name (%s): name the folder above them"
              .formatted(twice));
    }
    return new MediaSearch(List.copyOf(found), skipped[0], List.copyOf(unreadable));
  }

  private static void walk(
      Path root,
      @Nullable Path leaveOut,
      List<MediaFile> found,
      List<Path> unreadable,
      int[] skipped) {
    try {
      Files.walkFileTree(
          root,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              boolean results =
                  leaveOut != null && folder.toAbsolutePath().normalize().equals(leaveOut);
              return results ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              MediaFile.kind(file)
                  .ifPresentOrElse(
                      kind -> found.add(new MediaFile(file, session(root, file), kind)),
                      () -> skipped[0]++);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
              unreadable.add(file);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      unreadable.add(root);
    }
  }

  private static String session(Path root, Path file) {
    return file.equals(root)
        ? String.valueOf(file.getFileName())
        : root.relativize(file).toString().replace('\\', '/');
  }
}
