package sightline.domain.hands;

import java.util.List;
import sightline.domain.frame.Box;
import sightline.domain.frame.Rotation;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorReading;

/**
 * What one frame says of hands, boxes in pixels of its upright picture.
 *
 * @param offsetMillis capture time against the frame that is judged: 0 for itself, below 0 before it
 * @param width pixels of the upright picture
 * @param height pixels of the upright picture
 * @param hands what the hand detector saw; its confidences are probabilities
 * @param people what the person detector saw; it takes hands and forearms for people
 */
public record HandLook(
    long offsetMillis, int width, int height, DetectorReading hands, DetectorReading people) {
  public HandLook {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "a picture has pixels, got %s x %s".formatted(width, height));
    }
  }

  /**
   * Turns readings of the stored raster upright.
   *
   * @param storedWidth pixels of the raster before turning
   * @param storedHeight pixels of the raster before turning
   */
  public static HandLook upright(
      long offsetMillis,
      int storedWidth,
      int storedHeight,
      Rotation turn,
      DetectorReading hands,
      DetectorReading people) {
    boolean lying = turn == Rotation.CLOCKWISE_90 || turn == Rotation.CLOCKWISE_270;
    int width = lying ? storedHeight : storedWidth;
    int height = lying ? storedWidth : storedHeight;
    return new HandLook(
        offsetMillis,
        width,
        height,
        turned(hands, turn, width, height),
        turned(people, turn, width, height));
  }

  private static DetectorReading turned(
      DetectorReading reading, Rotation turn, int width, int height) {
    // back by the same angle is what brings the upright picture's boxes to the raster, so forth is
    // the turn that undoes it
    Rotation back = Rotation.ofDegrees((360 - turn.degrees()) % 360);
    List<Detection> detections = reading.detections().stream()
        .map(seen -> {
          Box box = back.toStored(seen.box(), width, height);
          return new Detection(box, seen.confidence(), seen.label());
        })
        .toList();
    return new DetectorReading(reading.kind(), reading.looked(), detections);
  }
}
