package sightline.domain.privacy;

import java.util.List;

/** What one kind of detector saw in one frame, and how it looked. */
public record DetectorReading(DetectorKind kind, Looked looked, List<Detection> detections) {
  public DetectorReading {
    detections = List.copyOf(detections);
    if ((looked == Looked.NOT_AT_ALL || looked == Looked.FAILED) && !detections.isEmpty()) {
      throw new IllegalArgumentException("%s cannot have detections".formatted(looked));
    }
  }

  public static DetectorReading failed(DetectorKind kind) {
    return new DetectorReading(kind, Looked.FAILED, List.of());
  }
}
