package sightline.domain.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sightline.domain.framing.Motions;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.DetectorReading;
import sightline.domain.privacy.Look;
import sightline.domain.privacy.Looked;
import sightline.domain.tracking.Moment;
import sightline.domain.tracking.Presence;
import sightline.domain.tracking.Presences;
import sightline.domain.tracking.Track;
import sightline.domain.tracking.Tracks;

/**
 * What the looks around a frame, its own included, say is in it. A look in the dark or in a blur adds what it found, and ends
 * nothing that a better look beside it found.
 */
final class FollowFinds {
  private final InTime window;
  private final FollowRules rules;
  private final List<AssessedFrame> frames;
  private final CameraPath camera;
  private final int place;

  /**
   * @param window neighbours whose boxes mean the same places
   */
  FollowFinds(InTime window, FollowRules rules, Motions motions) {
    this.window = window;
    this.rules = rules;
    this.frames = new ArrayList<>(window.before());
    this.place = frames.size();
    this.frames.add(window.frame());
    this.frames.addAll(window.after());
    this.camera = CameraPath.through(frames, motions);
  }

  /** How the look went that answers for the frame: its own, or the nearest that saw well. A failed one is not helped. */
  Look look(DetectorKind kind) {
    DetectorReading own = window.frame().assessment().reading(kind);
    if (own.looked() != Looked.NOT_SCHEDULED) {
      return new Look(kind, own.looked(), own.looked().finds() ? 0L : null);
    }
    @Nullable
    AssessedFrame nearest = Stream.concat(window.before().stream(), window.after().stream())
        .filter(frame -> frame.assessment().reading(kind).looked().seesWell())
        .min((one, other) -> Long.compare(apart(one), apart(other)))
        .orElse(null);
    return nearest == null
        ? new Look(kind, Looked.NOT_SCHEDULED, null)
        : new Look(kind, nearest.assessment().reading(kind).looked(), apart(nearest));
  }

  /** Whatever its detector found. */
  List<Presence> present(DetectorKind kind) {
    return present(kind, frame -> frame.assessment().reading(kind).detections());
  }

  /**
   * @param found what counts of a frame that was looked at
   */
  List<Presence> present(DetectorKind kind, Function<AssessedFrame, List<Detection>> found) {
    return new Presences(
            moments(kind, found),
            rules.of(kind),
            window.frame().header().width(),
            window.frame().header().height())
        .at(place);
  }

  /** What its detector found at all the frames of the window, joined. */
  List<Track> tracks(DetectorKind kind) {
    return Tracks.through(
        moments(kind, frame -> frame.assessment().reading(kind).detections()), rules.of(kind));
  }

  private List<Moment> moments(DetectorKind kind, Function<AssessedFrame, List<Detection>> found) {
    List<Moment> moments = new ArrayList<>();
    for (int at = 0; at < frames.size(); at++) {
      AssessedFrame frame = frames.get(at);
      Looked looked = frame.assessment().reading(kind).looked();
      moments.add(new Moment(
          millis(frame),
          looked,
          looked.finds() ? found.apply(frame) : List.of(),
          camera.right()[at],
          camera.down()[at]));
    }
    return moments;
  }

  /** Index within the session of the frame at that place of the window. */
  int index(int at) {
    return frames.get(at).header().index();
  }

  /** The frame at that place of the window. */
  AssessedFrame frame(int at) {
    return frames.get(at);
  }

  private long apart(AssessedFrame witness) {
    return Math.abs(millis(witness) - millis(window.frame()));
  }

  static long millis(AssessedFrame frame) {
    return frame.header().capturedAt().toEpochMilli();
  }
}
