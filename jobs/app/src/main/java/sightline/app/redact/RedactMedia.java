package sightline.app.redact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightline.app.footage.MediaFile;
import sightline.app.redact.Redacted.Sound;
import sightline.app.redact.Refusal.Why;
import sightline.domain.frame.Rotation;
import sightline.domain.privacy.Directive;
import sightline.domain.redaction.Audible;
import sightline.vision.decode.SoundReader;
import sightline.vision.decode.UnreadableVideo;
import sightline.vision.decode.VideoFrame;
import sightline.vision.decode.VideoReader;
import sightline.vision.redaction.PictureCoding;
import sightline.vision.redaction.RedactFrame;
import sightline.vision.redaction.RedactedPixels;
import sightline.vision.redaction.RedactedSound;
import sightline.vision.redaction.RedactionMethod;
import sightline.vision.redaction.RedactionRefused;
import sightline.vision.redaction.VideoWriter;

/**
 * Redacts one media file. Written beside its place first and moved there when all of it is right, so that no file is ever there
 * half redacted.
 */
final class RedactMedia {
  private static final Logger LOG = LoggerFactory.getLogger(RedactMedia.class);

  private final RedactFrame redact;
  private final IntConsumer framesDone;

  /**
   * @param framesDone told of each frame
   */
  RedactMedia(RedactionMethod method, IntConsumer framesDone) {
    this.redact = new RedactFrame(method);
    this.framesDone = framesDone;
  }

  /** Why nothing may go out. */
  private static final class Stop extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Refusal refusal;

    Stop(Why why, @Nullable Integer frame) {
      super(why.name());
      this.refusal = new Refusal(why, frame);
    }
  }

  /**
   * @param finals one a frame
   * @param target where nothing lies yet
   */
  Redacted redact(MediaFile media, List<Directive> finals, Path target, int overrides)
      throws IOException {
    Path part = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      Files.createDirectories(target.toAbsolutePath().getParent());
      Sound sound = switch (media.kind()) {
        case PHOTO ->
          photo(media.file(), finals, part, PictureCoding.named(name(media)).orElseThrow());
        case VIDEO -> video(media.file(), finals, part);
      };
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      return Redacted.Written.of(media.session(), target, finals, sound, overrides);
    } catch (Stop stop) {
      return new Redacted.Refused(media.session(), stop.refusal);
    } catch (IOException unwritten) {
      LOG.warn("a redacted file could not be written", unwritten);
      return new Redacted.Refused(media.session(), Refusal.of(Why.NOT_WRITTEN));
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** What the result is called: as the file, with another ending where its own does not say what it will be. */
  static String name(MediaFile media) {
    return switch (media.kind()) {
      case PHOTO ->
        PictureCoding.named(media.session()).isPresent()
            ? media.session()
            : media.session() + PictureCoding.PNG.extension();
      case VIDEO ->
        media.session().toLowerCase(Locale.ROOT).endsWith(VideoWriter.EXTENSION)
            ? media.session()
            : media.session() + VideoWriter.EXTENSION;
    };
  }

  private Sound photo(Path file, List<Directive> finals, Path part, PictureCoding coding)
      throws Stop, IOException {
    byte[] image;
    try {
      image = Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new Stop(Why.UNREADABLE, null);
    }
    if (finals.size() != 1) {
      throw new Stop(Why.OTHER_LENGTH, null);
    }
    try (RedactedPixels pixels = pixels(image, Rotation.NONE, finals.get(0))) {
      Files.write(part, pixels.coded(coding));
    }
    framesDone.accept(1);
    return Sound.NONE;
  }

  private RedactedPixels pixels(byte[] image, Rotation declared, Directive directive) throws Stop {
    try {
      return redact.pixels(image, declared, directive);
    } catch (RedactionRefused refused) {
      throw new Stop(
          switch (refused.why()) {
            case NOT_FINAL -> Why.FRAME_WITHOUT_FINAL;
            case OTHER_BYTES -> Why.OTHER_BYTES;
            case OTHER_RASTER -> Why.OTHER_RASTER;
            case UNDECODABLE -> Why.UNREADABLE;
          },
          directive.index());
    }
  }

  private Sound video(Path file, List<Directive> finals, Path part) throws Stop, IOException {
    Audible audible = Audible.of(finals);
    Optional<SoundReader> sound = SoundReader.open(file);
    try (VideoReader reader = VideoReader.open(file)) {
      boolean heard = sound.isPresent() && !audible.spans().isEmpty();
      frames(reader, finals, part, heard ? sound.get() : null, audible);
      return sound.isEmpty() ? Sound.NONE : heard ? Sound.SILENCED : Sound.LEFT_OUT;
    } catch (UnreadableVideo unreadable) {
      throw new Stop(Why.UNREADABLE, null);
    } finally {
      sound.ifPresent(SoundReader::close);
    }
  }

  private void frames(
      VideoReader reader,
      List<Directive> finals,
      Path part,
      @Nullable SoundReader sound,
      Audible audible)
      throws Stop, IOException {
    VideoFrame first = reader.next();
    Instant start = finals.get(0).capturedAt().minusMillis(first.timestampMillis());
    try (VideoWriter writer = writer(reader, first, part, sound, audible, start)) {
      long before = first.timestampMillis();
      VideoFrame frame = first;
      for (int at = 0; ; at++) {
        add(writer, frame, reader.rotation(), finals, start);
        if (!reader.hasNext()) {
          writer.heardUntil(frame.timestampMillis() + (frame.timestampMillis() - before));
          ended(at + 1, finals);
          return;
        }
        before = frame.timestampMillis();
        frame = reader.next();
      }
    }
  }

  private static void ended(int frames, List<Directive> finals) throws Stop {
    if (frames != finals.size()) {
      throw new Stop(Why.OTHER_LENGTH, frames);
    }
  }

  private static VideoWriter writer(
      VideoReader reader,
      VideoFrame first,
      Path part,
      @Nullable SoundReader sound,
      Audible audible,
      Instant start)
      throws IOException {
    boolean lying =
        reader.rotation() == Rotation.CLOCKWISE_90 || reader.rotation() == Rotation.CLOCKWISE_270;
    return VideoWriter.create(
        part,
        lying ? first.height() : first.width(),
        lying ? first.width() : first.height(),
        lying ? reader.appearance().turned() : reader.appearance(),
        sound == null ? null : new RedactedSound(sound, audible, start));
  }

  private void add(
      VideoWriter writer, VideoFrame frame, Rotation upright, List<Directive> finals, Instant start)
      throws Stop, IOException {
    if (frame.index() >= finals.size()) {
      throw new Stop(Why.FRAME_WITHOUT_FINAL, frame.index());
    }
    Directive directive = finals.get(frame.index());
    if (Duration.between(start, directive.capturedAt()).toMillis() != frame.timestampMillis()) {
      throw new Stop(Why.OTHER_TIMES, frame.index());
    }
    try (RedactedPixels pixels = pixels(frame.jpeg(), upright, directive)) {
      writer.add(pixels, frame.timestampMillis());
    }
    framesDone.accept(1);
  }
}
