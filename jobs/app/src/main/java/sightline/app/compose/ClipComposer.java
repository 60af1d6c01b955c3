package sightline.app.compose;

import java.util.function.Consumer;

/** Makes the clips of one family, each out of its number alone. */
interface ClipComposer {
  /**
   * Draws every frame of one clip, in order.
   *
   * @param number 0-based
   * @param seed of the whole set
   */
  void draw(int number, long seed, Consumer<Composite> frames);
}
