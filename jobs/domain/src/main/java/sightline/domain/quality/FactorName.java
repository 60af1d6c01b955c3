package sightline.domain.quality;

/** The measures a score may be made of. Their units stand with the records that hold them. */
public enum FactorName {
  BRIGHTNESS,
  SHADOWS,
  HIGHLIGHTS,
  CONTRAST,
  SHARPNESS,
  LENS_OCCLUSION,
  RESOLUTION,
  VIEW_OCCLUSION,
  FRAMING,
  HANDS,
  TASK
}
