package sightline.domain.assessment;

/** Whether the pixels of an accepted frame could be read. */
public enum Decoding {
  DECODED,
  UNDECODABLE
}
