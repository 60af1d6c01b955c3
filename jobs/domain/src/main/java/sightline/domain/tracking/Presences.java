package sightline.domain.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import sightline.domain.frame.Box;
import sightline.domain.privacy.Detection;

/**
 * Where the tracks of a window are at one of its moments.
 *
 * <p>One look suffices: what it found counts until the next look that sees well, and back to the one before, whether or not it ever
 * becomes a track. What several looks found counts also where looks missed it: between two finds, and for a while after the
 * last and before the first, but no longer than half the time for which it was seen.
 */
public final class Presences {
  /** A box that ends nearer to the picture's edge than this share of its size is cut by it, and reaches it. */
  private static final double AT_THE_EDGE = 0.15;

  /** Finds nearer than this have a word in where a found thing's borders are. */
  private static final long SMOOTHED_OVER_MILLIS = 120;

  /** What other looks say of a frame that its own look does not say counts a little less than what it says itself. */
  private static final double HEARSAY = 0.95;

  private final List<Moment> window;
  private final TrackRules rules;
  private final Box picture;
  private final List<Track> tracks;

  /**
   * @param window in the order of the session
   * @param width pixels of the stored raster, as is {@code height}
   */
  public Presences(List<Moment> window, TrackRules rules, int width, int height) {
    this.window = List.copyOf(window);
    this.rules = rules;
    this.picture = new Box(0, 0, width, height);
    this.tracks = Tracks.through(window, rules);
  }

  /**
   * @param place of the moment within the window
   * @return in the order in which the tracks began
   */
  public List<Presence> at(int place) {
    List<Presence> present = new ArrayList<>();
    for (Track track : tracks) {
      Presence presence = new Stay(track, place).presence();
      if (presence != null && presence.believed().box().intersection(picture) > 0) {
        present.add(presence);
      }
    }
    return present;
  }

  /** One track at one moment. */
  private final class Stay {
    private final Track track;
    private final int place;
    private final Track.Agreement agreed;
    private Track.@Nullable Find before;
    private Track.@Nullable Find own;
    private Track.@Nullable Find after;

    Stay(Track track, int place) {
      this.track = track;
      this.place = place;
      this.agreed = track.agreement(rules.confirmations(), rules.agreeing());
      for (Track.Find find : track.finds()) {
        if (find.place() < place) {
          before = find;
        } else if (find.place() == place) {
          own = find;
        } else if (after == null) {
          after = find;
        }
      }
    }

    @Nullable
    Presence presence() {
      if (own != null) {
        double believed = Math.max(own.seen().confidence(), joint());
        return withThoseThatReach(smoothed(own), believed, Basis.SEEN);
      }
      if (before != null && after != null) {
        Box straight = grown(between(before, after), nearest());
        return withThoseThatReach(straight, joint(), Basis.BETWEEN);
      }
      if (before != null) {
        return onward(before, Drift.of(track.finds(), window), Basis.AFTER);
      }
      return after == null
          ? null
          : onward(after, Drift.ofFirst(track.finds(), window), Basis.BEFORE);
    }

    private @Nullable Presence onward(Track.Find end, Drift drift, Basis basis) {
      // what was there for a blink is held for half a blink
      long seen = Math.abs(millis(agreed.last()) - millis(agreed.first()));
      boolean held = apart(end) <= Math.min(rules.holdMillis(), seen / 2);
      // who goes on as before, and who stops at the door
      Box moved = union(
          union(end.seen().box(), inScene(end)),
          union(
              drift.inPicture(end.seen().box(), end.place(), place),
              drift.inScene(end.seen().box(), end.place(), place)));
      return withThoseThatReach(
          grown(moved, apart(end)), held ? HEARSAY * agreed.confidence() : 0, basis);
    }

    /**
     * Beside what the track says: every find between which and this moment no look saw well, where it was. A track may have joined
     * two things; each of them is hidden where a look found it.
     */
    private @Nullable Presence withThoseThatReach(Box box, double believed, Basis basis) {
      Box all = box;
      double most = believed;
      for (Track.Find find : track.finds()) {
        if (reaches(find)) {
          all = union(all, grown(inScene(find), apart(find)));
          most = Math.max(most, find.seen().confidence());
        }
      }
      return present(all, most, basis);
    }

    /** What all finds together say of the track at a moment that lies among them. */
    private double joint() {
      return HEARSAY
          * Math.max(agreed.confidence(), Math.min(surest(before, -1), surest(after, 1)));
    }

    /** Of the finds on one side; 0 where there is none. */
    private double surest(Track.@Nullable Find side, int direction) {
      return side == null
          ? 0
          : track.finds().stream()
              .filter(find -> Integer.signum(find.place() - place) == direction)
              .mapToDouble(find -> find.seen().confidence())
              .max()
              .orElse(0);
    }

    /** Whether no look that saw well stands between the find and this moment, or is this moment's. */
    private boolean reaches(Track.Find find) {
      int from = Math.min(find.place() + 1, place);
      int to = Math.max(find.place() - 1, place);
      return IntStream.rangeClosed(from, to)
          .noneMatch(at -> window.get(at).looked().seesWell());
    }

    private long nearest() {
      return Math.min(
          before == null ? Long.MAX_VALUE : apart(before),
          after == null ? Long.MAX_VALUE : apart(after));
    }

    /** One look may see a face a little short: where its neighbours in time saw more, more is hidden. */
    private Box smoothed(Track.Find seen) {
      Box box = seen.seen().box();
      return before != null
              && after != null
              && apart(before) <= SMOOTHED_OVER_MILLIS
              && apart(after) <= SMOOTHED_OVER_MILLIS
          ? union(box, between(before, after))
          : box;
    }

    /** Straight from the one to the other in the scene, as far as the camera's motion is known. */
    private Box between(Track.Find from, Track.Find to) {
      double lasts = millis(to.place()) - millis(from.place());
      double share = lasts == 0
          ? 0.5
          : Math.max(0, Math.min(1, (millis(place) - millis(from.place())) / lasts));
      Box one = inScene(from);
      Box other = inScene(to);
      return new Box(
          (float) mix(one.left(), other.left(), share),
          (float) mix(one.top(), other.top(), share),
          (float) mix(one.width(), other.width(), share),
          (float) mix(one.height(), other.height(), share));
    }

    private Box inScene(Track.Find find) {
      Moment then = window.get(find.place());
      Moment now = window.get(place);
      return Track.moved(find.seen().box(), now.right() - then.right(), now.down() - then.down());
    }

    private long apart(Track.Find find) {
      return Math.abs(millis(find.place()) - millis(place));
    }

    private @Nullable Presence present(Box box, double believed, Basis basis) {
      return believed > 0
          ? new Presence(
              new Detection(toTheEdge(box), believed, track.last().seen().label()),
              basis,
              track,
              own == null ? null : own.seen())
          : null;
    }

    private Box grown(Box box, long ageMillis) {
      double across = box.width() * rules.growthPerSecond() * ageMillis / 1000;
      double down = box.height() * rules.growthPerSecond() / 2 * ageMillis / 1000;
      return new Box(
          (float) (box.left() - across),
          (float) (box.top() - down),
          (float) (box.width() + 2 * across),
          (float) (box.height() + 2 * down));
    }
  }

  private long millis(int place) {
    return window.get(place).atMillis();
  }

  private Box toTheEdge(Box box) {
    double across = AT_THE_EDGE * box.width();
    double down = AT_THE_EDGE * box.height();
    double left = box.left() < across ? Math.min(0, box.left()) : box.left();
    double top = box.top() < down ? Math.min(0, box.top()) : box.top();
    double right = box.right() > picture.width() - across
        ? Math.max(picture.width(), box.right())
        : box.right();
    double bottom = box.bottom() > picture.height() - down
        ? Math.max(picture.height(), box.bottom())
        : box.bottom();
    return new Box((float) left, (float) top, (float) (right - left), (float) (bottom - top));
  }

  private static Box union(Box one, Box other) {
    float left = Math.min(one.left(), other.left());
    float top = Math.min(one.top(), other.top());
    return new Box(
        left,
        top,
        Math.max(one.right(), other.right()) - left,
        Math.max(one.bottom(), other.bottom()) - top);
  }

  private static double mix(double one, double other, double share) {
    return one + (other - one) * share;
  }
}
