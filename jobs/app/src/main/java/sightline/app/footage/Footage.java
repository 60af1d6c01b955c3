package sightline.app.footage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import sightline.domain.frame.RejectReason;
import sightline.domain.frame.Rotation;
import sightline.vision.decode.ImageHeader;
import sightline.vision.decode.ImageLimits;
import sightline.vision.decode.SoundTrack;
import sightline.vision.decode.UnreadableVideo;
import sightline.vision.decode.VideoFrame;
import sightline.vision.decode.VideoReader;

/** The pictures of one media file, one after the other. Not for several threads. */
public interface Footage extends Iterator<Shot>, AutoCloseable {

  /** Why the file gave fewer pictures than it holds, null where it gave all; known once there are no more. */
  @Nullable
  RejectReason brokenOff();

  @Override
  void close();

  /**
   * Opens a file. One that cannot be read has no pictures and is {@link #brokenOff} with UNREADABLE_FILE.
   *
   * @param limits a photo is read no further than these allow; the header checks then refuse it
   */
  static Footage open(MediaFile media, ImageLimits limits) {
    try {
      return switch (media.kind()) {
        case PHOTO -> new Photo(shot(media.file(), limits));
        case VIDEO ->
          new Video(
              VideoReader.open(media.file()), SoundTrack.open(media.file()).orElse(null));
      };
    } catch (IOException | UnreadableVideo e) {
      return new Unreadable();
    }
  }

  private static Shot shot(Path file, ImageLimits limits) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] image = in.readNBytes((int) limits.maxBytes() + 1);
      ImageHeader header = ImageHeader.read(image, limits);
      // What the header checks will refuse has no size to declare; they look at the image first.
      return header instanceof ImageHeader.Accepted seen
          ? new Shot(0, 0, seen.width(), seen.height(), Rotation.NONE, image, null)
          : new Shot(0, 0, 1, 1, Rotation.NONE, image, null);
    }
  }

  /** One picture. */
  final class Photo implements Footage {
    private @Nullable Shot shot;

    Photo(Shot shot) {
      this.shot = shot;
    }

    @Override
    public boolean hasNext() {
      return shot != null;
    }

    @Override
    public Shot next() {
      Shot only = shot;
      if (only == null) {
        throw new java.util.NoSuchElementException("a photo has one picture");
      }
      shot = null;
      return only;
    }

    @Override
    public @Nullable RejectReason brokenOff() {
      return null;
    }

    @Override
    public void close() {}
  }

  /** A video's frames, coded again one by one as a phone would send them, each with the sound to the next. */
  final class Video implements Footage {
    /** The last frame lasts as long as there is sound, within what may go with one frame. */
    private static final long LAST_MILLIS = 10_000;

    private final VideoReader reader;
    private final @Nullable SoundTrack sound;
    private @Nullable Shot ready;

    Video(VideoReader reader, @Nullable SoundTrack sound) {
      this.reader = reader;
      this.sound = sound;
    }

    @Override
    public boolean hasNext() {
      return ready != null || reader.hasNext();
    }

    @Override
    public Shot next() {
      Shot shot = ready == null ? read() : ready;
      ready = reader.hasNext() ? read() : null;
      return sound == null
          ? shot
          : shot.with(sound.between(shot.offsetMillis(), end(shot), Instant.EPOCH));
    }

    private long end(Shot shot) {
      return ready == null ? shot.offsetMillis() + LAST_MILLIS : ready.offsetMillis();
    }

    private Shot read() {
      VideoFrame frame = reader.next();
      return new Shot(
          frame.index(),
          frame.timestampMillis(),
          frame.width(),
          frame.height(),
          reader.rotation(),
          frame.jpeg(),
          null);
    }

    @Override
    public @Nullable RejectReason brokenOff() {
      return reader.endedEarly() ? RejectReason.TRUNCATED : null;
    }

    @Override
    public void close() {
      reader.close();
      if (sound != null) {
        sound.close();
      }
    }
  }

  /** Nothing. */
  final class Unreadable implements Footage {
    @Override
    public boolean hasNext() {
      return false;
    }

    @Override
    public Shot next() {
      throw new java.util.NoSuchElementException("an unreadable file has no pictures");
    }

    @Override
    public RejectReason brokenOff() {
      return RejectReason.UNREADABLE_FILE;
    }

    @Override
    public void close() {}
  }
}
