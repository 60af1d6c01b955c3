package sightline.domain.privacy;

import java.util.List;

/**
 * What one kind of detector saw in one frame, and how it looked.
 *
 * @param detections most confident first; empty where nothing looked
 */
public record DetectorReading(DetectorKind kind, Looked looked, List<Detection> detections) {
  public DetectorReading {
    detections = List.copyOf(detections);
    if (!looked.finds() && !detections.isEmpty()) {
      throw new IllegalArgumentException("%s cannot have detections".formatted(looked));
    }
  }

  public static DetectorReading failed(DetectorKind kind) {
    return new DetectorReading(kind, Looked.FAILED, List.of());
  }

  public static DetectorReading without(DetectorKind kind, Looked looked) {
    return new DetectorReading(kind, looked, List.of());
  }
}
