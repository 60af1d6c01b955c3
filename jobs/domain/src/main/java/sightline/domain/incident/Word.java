package sightline.domain.incident;

import java.util.List;
import sightline.domain.assessment.Mark;

/**
 * What one frame says of one kind of incident.
 *
 * @param millis capture time of the frame, epoch milliseconds of the device's clock
 * @param count how many were seen, 0 unless {@code said} is SEEN
 * @param nearest height of the largest box, as a share of the upright picture's height, 0 to 1
 * @param sure confidence of the surest of them, 0 to 1
 */
public record Word(
    int frame, long millis, Said said, int count, double nearest, double sure, List<Mark> marks) {
  public Word {
    marks = List.copyOf(marks);
  }

  static Word without(int frame, long millis, Said said) {
    return new Word(frame, millis, said, 0, 0, 0, List.of());
  }
}
