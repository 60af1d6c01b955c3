package sightline.domain.tracking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sightline.domain.frame.Box;
import sightline.domain.privacy.Detection;

/**
 * Joins what was found at the moments of a window into tracks: each find goes to the track whose predicted place is nearest, best
 * pair first, as in SORT (Bewley et al. 2016, arXiv 1602.00763), with faint finds taking part as in ByteTrack (Zhang et al.
 * 2022, arXiv 2110.06864). A place is predicted from the last finds, once as the thing itself moved in the scene and once as it
 * moved in the picture, as nobody knows whether the camera or the thing did. Nothing but place, size and time is compared.
 *
 * <p>The same for the same window, whatever came before it: so every replay joins alike.
 */
public final class Tracks {
  /** No find explains its neighbours better than its own confidence allows: a faint one must lie this much nearer, in sizes. */
  private static final double FAINTNESS = 0.3;

  /** In a picture that is full of them each is hidden by itself: joining costs the square of their number. */
  private static final int MOST_FINDS = 64;

  private final List<Moment> window;
  private final TrackRules rules;
  private final List<Track> tracks = new ArrayList<>();

  private record Pair(Track track, int number, int ordinal, double cost) {
    static final Comparator<Pair> NEAREST_FIRST = Comparator.comparingDouble(Pair::cost)
        .thenComparingInt(Pair::number)
        .thenComparingInt(Pair::ordinal);
  }

  private Tracks(List<Moment> window, TrackRules rules) {
    this.window = window;
    this.rules = rules;
  }

  /** Every find is part of exactly one track, if only of its own. */
  public static List<Track> through(List<Moment> window, TrackRules rules) {
    Tracks joining = new Tracks(window, rules);
    for (int place = 0; place < window.size(); place++) {
      joining.take(place);
    }
    return List.copyOf(joining.tracks);
  }

  private void take(int place) {
    List<Detection> found = window.get(place).found();
    boolean[] taken = new boolean[found.size()];
    Set<Integer> extended = new HashSet<>();
    for (Pair pair : pairs(place, found)) {
      if (!taken[pair.ordinal] && extended.add(pair.number)) {
        taken[pair.ordinal] = true;
        pair.track.add(new Track.Find(place, pair.ordinal, found.get(pair.ordinal)));
      }
    }
    for (int ordinal = 0; ordinal < taken.length; ordinal++) {
      if (!taken[ordinal]) {
        tracks.add(new Track(new Track.Find(place, ordinal, found.get(ordinal))));
      }
    }
  }

  private List<Pair> pairs(int place, List<Detection> found) {
    List<Pair> pairs = new ArrayList<>();
    if (found.size() > MOST_FINDS) {
      return pairs;
    }
    for (int number = 0; number < tracks.size() && !found.isEmpty(); number++) {
      Track track = tracks.get(number);
      long gap = apart(track.last().place(), place);
      if (gap <= rules.longestGapMillis()) {
        double reach = rules.reach() + rules.reachPerSecond() * gap / 1000;
        List<Box> predicted = predicted(track, place);
        for (int ordinal = 0; ordinal < found.size(); ordinal++) {
          double distance = distance(predicted, found.get(ordinal).box());
          if (distance <= reach) {
            double cost = distance + FAINTNESS * (1 - found.get(ordinal).confidence());
            pairs.add(new Pair(track, number, ordinal, cost));
          }
        }
      }
    }
    pairs.sort(Pair.NEAREST_FIRST);
    return pairs;
  }

  private List<Box> predicted(Track track, int place) {
    Box last = track.last().seen().box();
    Drift drift = Drift.of(track.finds(), window);
    return List.of(
        last,
        drift.inPicture(last, track.last().place(), place),
        drift.inScene(last, track.last().place(), place));
  }

  /** Between the centres, in sizes; of the predictions the best one counts. Never, for boxes of too different sizes. */
  private double distance(List<Box> predicted, Box box) {
    Box last = predicted.get(0);
    double stretch = Math.max(last.area() / box.area(), box.area() / last.area());
    if (stretch > rules.mostStretch()) {
      return Double.POSITIVE_INFINITY;
    }
    double size = (Math.sqrt(last.area()) + Math.sqrt(box.area())) / 2;
    double nearest = Double.POSITIVE_INFINITY;
    for (Box there : predicted) {
      double across = centreX(there) - centreX(box);
      double down = centreY(there) - centreY(box);
      nearest = Math.min(nearest, Math.hypot(across, down) / size);
    }
    return nearest;
  }

  private long apart(int one, int other) {
    return Math.abs(window.get(one).atMillis() - window.get(other).atMillis());
  }

  private static double centreX(Box box) {
    return box.left() + box.width() / 2.0;
  }

  private static double centreY(Box box) {
    return box.top() + box.height() / 2.0;
  }
}
