package sightline.app.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import sightline.app.footage.Footage;
import sightline.app.footage.Labels;
import sightline.app.footage.MediaFile;
import sightline.app.footage.MediaSearch;
import sightline.app.footage.Shot;
import sightline.domain.frame.RejectReason;
import sightline.vision.decode.ImageLimits;

/** Real media files, played in turn by a small fleet. */
public final class MediaSource {
  /** Classes and regions of the fleet; what they record is dealt out to them file by file. */
  private static final List<Labels> FLEET = List.of(
      new Labels("free", "player-1", "phone-entry", "ke-nairobi"),
      new Labels("free", "player-2", "phone-mid", "ke-nairobi"),
      new Labels("free", "player-3", "phone-flagship", "pt-lisbon"),
      new Labels("free", "player-4", "phone-entry", "in-pune"));

  private MediaSource() {}

  /**
   * Every device plays its files over and over.
   *
   * @param framesPerSecond at most; footage with more is thinned out evenly
   * @throws IllegalArgumentException where there is no footage below the path
   */
  public static Source below(List<Path> paths, double framesPerSecond) {
    return source(paths, framesPerSecond, Long.MAX_VALUE);
  }

  /** The same, with each file played once. */
  public static Source playedOnce(List<Path> paths, double framesPerSecond) {
    return source(paths, framesPerSecond, 1);
  }

  private static Source source(List<Path> paths, double framesPerSecond, long rounds) {
    MediaSearch search = MediaSearch.below(paths);
    List<MediaFile> media = search.found();
    if (media.isEmpty()) {
      throw new IllegalArgumentException(
          "no footage below %s: media files end in mp4, mov, mkv, webm, avi, jpg, png or the like"
              .formatted(paths));
    }
    List<Device> devices = new ArrayList<>();
    for (int place = 0; place < Math.min(FLEET.size(), media.size()); place++) {
      devices.add(device(place, media, framesPerSecond, rounds));
    }
    String unreadable = search.unreadable().isEmpty() ? "" : ", unreadable: " + search.unreadable();
    return new Source(
        "%d files below %s%s".formatted(media.size(), paths, unreadable), devices, new byte[0]);
  }

  private static Device device(
      int place, List<MediaFile> media, double framesPerSecond, long rounds) {
    List<MediaFile> own = IntStream.iterate(
            place, file -> file < media.size(), file -> file + FLEET.size())
        .mapToObj(media::get)
        .toList();
    Iterator<Recording> recordings = IntStream.iterate(0, played -> played + 1)
        .limit(rounds == 1 ? own.size() : Long.MAX_VALUE)
        .mapToObj(played -> own.get(played % own.size()))
        .map(file -> new Recording(
            UUID.randomUUID().toString(),
            file.session(),
            new Thinned(file, framesPerSecond),
            Recording.Visitors.UNKNOWN))
        .iterator();
    return new Device(FLEET.get(place).worker(), FLEET.get(place), recordings);
  }

  /** Footage at no more than a number of frames a second, numbered anew without gaps. */
  static final class Thinned implements Footage {
    private final Footage footage;
    private final double spacingMillis;
    private int index;
    private double due;
    private @Nullable Shot next;

    Thinned(MediaFile file, double framesPerSecond) {
      this.footage = Footage.open(file, ImageLimits.defaults());
      this.spacingMillis = 1000 / framesPerSecond;
    }

    @Override
    public boolean hasNext() {
      while (next == null && footage.hasNext()) {
        Shot shot = footage.next();
        if (shot.offsetMillis() + 1 >= due) {
          due = Math.max(due + spacingMillis, (double) shot.offsetMillis());
          next = new Shot(
              index++,
              shot.offsetMillis(),
              shot.width(),
              shot.height(),
              shot.rotation(),
              shot.image(),
              null);
        }
      }
      return next != null;
    }

    @Override
    public Shot next() {
      if (!hasNext() || next == null) {
        throw new NoSuchElementException("the footage is over");
      }
      Shot shot = next;
      next = null;
      return shot;
    }

    @Override
    public @Nullable RejectReason brokenOff() {
      return footage.brokenOff();
    }

    @Override
    public void close() {
      footage.close();
    }
  }
}
