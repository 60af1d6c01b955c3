package sightline.app.compose;

import java.util.stream.Stream;

/** Makes the clips of one family, each out of its number alone. */
interface ClipComposer {
  /**
   * Every frame of one clip, in order, drawn as it is asked for.
   *
   * @param number 0-based
   * @param seed of the whole set
   */
  Stream<Composite> draw(int number, long seed);
}
