package sightline.app.compose;

import java.util.ArrayList;
import java.util.List;

/** Poses over time: straight between the ones that are set, the corners rounded off. */
final class Way {
  /** Frames each side over which a corner is rounded. */
  private static final int ROUNDED = 5;

  private record Key(double frame, Pose pose) {}

  private final List<Key> keys = new ArrayList<>();

  /** Begins at a frame. */
  static Way from(double frame, Pose pose) {
    Way way = new Way();
    way.keys.add(new Key(frame, pose));
    return way;
  }

  /** Goes on to a pose, which takes so many frames. */
  Way to(double frames, Pose pose) {
    keys.add(new Key(end() + frames, pose));
    return this;
  }

  /** Stays as he is. */
  Way stay(double frames) {
    return to(frames, keys.get(keys.size() - 1).pose());
  }

  Pose last() {
    return keys.get(keys.size() - 1).pose();
  }

  double end() {
    return keys.get(keys.size() - 1).frame();
  }

  boolean covers(int frame) {
    return frame >= keys.get(0).frame() && frame <= end();
  }

  Pose at(double frame) {
    Pose mean = straight(frame - ROUNDED);
    for (int k = 1; k <= 2 * ROUNDED; k++) {
      mean = mean.towards(straight(frame - ROUNDED + k), 1.0 / (k + 1));
    }
    return mean;
  }

  private Pose straight(double frame) {
    Key before = keys.get(0);
    for (Key key : keys) {
      if (key.frame() > frame) {
        double share = (frame - before.frame()) / (key.frame() - before.frame());
        return share <= 0 ? before.pose() : before.pose().towards(key.pose(), share);
      }
      before = key;
    }
    return before.pose();
  }
}
