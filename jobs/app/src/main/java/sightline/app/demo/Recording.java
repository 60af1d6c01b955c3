package sightline.app.demo;

import sightline.app.footage.Footage;

/**
 * One session as a device plays it.
 *
 * @param session random id
 * @param name of what is played, for a person
 * @param footage its pictures in order
 * @param visitors tells of a drawn picture whether a visitor is in it; nothing is known of real footage
 */
record Recording(String session, String name, Footage footage, Visitors visitors)
    implements AutoCloseable {
  /** What is known of the people in a picture. */
  interface Visitors {
    Visitors UNKNOWN = index -> false;

    boolean in(int index);
  }

  @Override
  public void close() {
    footage.close();
  }
}
