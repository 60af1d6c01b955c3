package sightline.app.compose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes the files of one family, each out of its number alone, so that several may be made side by side. */
interface Maker {
  /**
   * How many files there are for a wish.
   *
   * @param count wished for
   */
  int files(int count);

  /** What a file's name ends with. */
  String suffix();

  /**
   * Writes one file.
   *
   * @param number 0-based
   * @param seed of the whole set
   * @return what is in it: a line for the picture, or for every frame in order
   */
  List<ObjectNode> write(Path file, int number, long seed) throws IOException;
}
