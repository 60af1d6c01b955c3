package sightline.domain.frame;

/** Where pixels come from, as far as this process can prove it. */
public enum Footage {
  /** A camera, or anything not proven otherwise. */
  CAMERA,
  /** Drawn by the project's own generator in this run: its signature over session, index and SHA-256 was verified. */
  DRAWN
}
