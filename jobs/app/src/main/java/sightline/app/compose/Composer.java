package sightline.app.compose;

/** Makes the pictures of one family, each out of its number alone. */
interface Composer {
  /**
   * How many pictures there are for a wish: most families make as many as they are asked for.
   *
   * @param count pictures wished for
   */
  int pictures(int count);

  /**
   * @param number 0-based
   * @param seed of the whole set
   */
  Composite draw(int number, long seed);
}
