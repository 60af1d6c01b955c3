package sightline.app.footage;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A file that holds footage by its name.
 *
 * @param session the path relative to the folder that was given, with forward slashes; a file given by itself: its name
 */
public record MediaFile(Path file, String session, Kind kind) {
  private static final Set<String> VIDEOS =
      Set.of("mp4", "m4v", "mov", "mkv", "webm", "avi", "mpg", "mpeg", "3gp", "ts");
  /** Formats that are refused are named as well: whoever drops in a HEIC must learn that it was not looked at. */
  private static final Set<String> PHOTOS =
      Set.of("jpg", "jpeg", "png", "webp", "bmp", "gif", "tif", "tiff", "heic", "avif");

  /** A photo is a session of one frame, a video a session of many. */
  public enum Kind {
    PHOTO,
    VIDEO
  }

  /** What the file's extension says it is; empty for anything that is not footage. */
  static Optional<Kind> kind(Path file) {
    String name = String.valueOf(file.getFileName());
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return VIDEOS.contains(extension)
        ? Optional.of(Kind.VIDEO)
        : PHOTOS.contains(extension) ? Optional.of(Kind.PHOTO) : Optional.empty();
  }
}
