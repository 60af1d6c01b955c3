package sightline.domain.people;

import java.util.List;
import sightline.domain.frame.Rotation;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorReading;

/**
 * What one look at a frame says of bodies; boxes in the stored raster.
 *
 * @param width pixels of the stored raster
 * @param height pixels of the stored raster
 * @param upright the turn that brings the stored raster upright, for a body's own up and down
 * @param people any person or part of one, the worker's own included
 * @param hands whole hands, anybody's; where nothing looked for them, no absence of a hand is held against anybody
 */
public record BodiesInView(
    int width,
    int height,
    Rotation upright,
    List<Detection> people,
    List<Detection> faces,
    DetectorReading hands) {
  public BodiesInView {
    people = List.copyOf(people);
    faces = List.copyOf(faces);
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "a frame has pixels, got %s x %s".formatted(width, height));
    }
  }
}
