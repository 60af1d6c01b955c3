package sightline.domain.assessment;

import java.util.List;
import sightline.domain.frame.FrameHeader;

/**
 * A frame among its neighbours in time.
 *
 * @param before settled frames of about its time that stand before it in the session, nearest last; one that settled late may have a lower index
 * @param after settled frames of about its time that stand behind it, nearest first
 */
public record InTime(AssessedFrame frame, List<AssessedFrame> before, List<AssessedFrame> after) {
  public InTime {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** A frame that has to be judged by itself. */
  public static InTime alone(AssessedFrame frame) {
    return new InTime(frame, List.of(), List.of());
  }

  /** The same neighbours of the frame as it reads now. */
  public InTime with(AssessedFrame other) {
    return new InTime(other, before, after);
  }

  /** Only the neighbours whose boxes mean the same places: of the same raster, lying the same way. */
  public InTime alike() {
    return new InTime(
        frame,
        before.stream().filter(this::sameRaster).toList(),
        after.stream().filter(this::sameRaster).toList());
  }

  private boolean sameRaster(AssessedFrame neighbour) {
    FrameHeader own = frame.header();
    FrameHeader other = neighbour.header();
    return own.width() == other.width()
        && own.height() == other.height()
        && frame.assessment().upright() == neighbour.assessment().upright();
  }
}
