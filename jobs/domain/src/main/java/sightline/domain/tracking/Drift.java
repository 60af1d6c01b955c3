package sightline.domain.tracking;

import java.util.List;
import sightline.domain.frame.Box;

/**
 * How fast a thing moves, from its last finds or its first: in the picture, and in the scene, which is what is left of the motion
 * once the camera's is taken off.
 *
 * @param right pixels per millisecond in the picture
 * @param down likewise
 * @param rightInScene pixels per millisecond in the scene
 * @param downInScene likewise
 */
record Drift(
    double right, double down, double rightInScene, double downInScene, List<Moment> window) {
  /** Finds farther apart than this say little of the speed at the end of them. */
  private static final long SPAN_MILLIS = 250;

  /** Over the last finds of these, which are in the window's order. */
  static Drift of(List<Track.Find> finds, List<Moment> window) {
    return between(finds, window, finds.size() - 1, -1);
  }

  /** Over the first finds of these. */
  static Drift ofFirst(List<Track.Find> finds, List<Moment> window) {
    return between(finds, window, 0, 1);
  }

  private static Drift between(List<Track.Find> finds, List<Moment> window, int end, int step) {
    Track.Find near = finds.get(end);
    Track.Find far = near;
    for (int at = end + step; at >= 0 && at < finds.size(); at += step) {
      if (Math.abs(millis(finds.get(at), window) - millis(near, window)) > SPAN_MILLIS) {
        break;
      }
      far = finds.get(at);
    }
    double lasted = millis(near, window) - millis(far, window);
    if (lasted == 0) {
      return new Drift(0, 0, 0, 0, window);
    }
    Box from = far.seen().box();
    Box to = near.seen().box();
    double right = (to.left() + to.width() / 2.0 - from.left() - from.width() / 2.0) / lasted;
    double down = (to.top() + to.height() / 2.0 - from.top() - from.height() / 2.0) / lasted;
    Moment then = window.get(far.place());
    Moment now = window.get(near.place());
    return new Drift(
        right,
        down,
        right - (now.right() - then.right()) / lasted,
        down - (now.down() - then.down()) / lasted,
        window);
  }

  /** Where the box of one place would be at another if the thing moved on in the picture. */
  Box inPicture(Box box, int from, int to) {
    double lasts = window.get(to).atMillis() - window.get(from).atMillis();
    return Track.moved(box, right * lasts, down * lasts);
  }

  /** Where it would be if the thing moved on in the scene, and the camera as it did. */
  Box inScene(Box box, int from, int to) {
    Moment then = window.get(from);
    Moment now = window.get(to);
    double lasts = now.atMillis() - then.atMillis();
    return Track.moved(
        box,
        rightInScene * lasts + now.right() - then.right(),
        downInScene * lasts + now.down() - then.down());
  }

  private static long millis(Track.Find find, List<Moment> window) {
    return window.get(find.place()).atMillis();
  }
}
