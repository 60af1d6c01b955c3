package sightline.vision.decode;

/** Thrown where an image passed its header checks and its pixels cannot be read all the same. */
public final class Undecodable extends Exception {
  public Undecodable(String message) {
    super(message);
  }

  public Undecodable(String message, Throwable cause) {
    super(message, cause);
  }
}
