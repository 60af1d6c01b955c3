package sightline.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Writes the composites of one family into a folder of its own, with labels. */
@FunctionalInterface
interface ComposeFamily {
  /**
   * @param family its id, which is also the folder's name
   * @param media the shared media
   * @throws IllegalArgumentException where there is no such family, or its media are missing
   */
  void write(String family, Path media, Path out, int count, long seed, Consumer<String> say)
      throws IOException;
}
