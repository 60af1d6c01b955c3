package sightline.app.demo;

import java.util.Iterator;
import sightline.app.footage.Shot;

/**
 * One session as a device plays it.
 *
 * @param session random id
 * @param shots its pictures in order
 * @param visitors tells of a drawn picture whether a visitor is in it; nothing is known of real footage
 */
record Recording(String session, Iterator<Shot> shots, Visitors visitors) implements AutoCloseable {
  /** What is known of the people in a picture. */
  interface Visitors {
    Visitors UNKNOWN = index -> false;

    boolean in(int index);
  }

  @Override
  public void close() {
    if (shots instanceof AutoCloseable closing) {
      try {
        closing.close();
      } catch (Exception e) {
        throw new IllegalStateException("footage could not be closed", e);
      }
    }
  }
}
