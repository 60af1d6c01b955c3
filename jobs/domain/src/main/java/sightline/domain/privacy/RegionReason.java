package sightline.domain.privacy;

/** Why a region must be hidden. */
public enum RegionReason {
  /** A face model saw a face. */
  FACE_DETECTED,
  /** No face model was there, but the stand-in saw something like a face. */
  FACE_SUSPECTED
}
