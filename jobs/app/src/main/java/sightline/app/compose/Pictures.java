package sightline.app.compose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sightline.app.drawn.Jpeg;

/** A family of pictures. */
record Pictures(Composer composer) implements Maker {
  private static final float QUALITY = 0.9f;

  @Override
  public int files(int count) {
    return composer.pictures(count);
  }

  @Override
  public String suffix() {
    return ".jpg";
  }

  @Override
  public List<ObjectNode> write(Path file, int number, long seed) throws IOException {
    Composite composite = composer.draw(number, seed);
    Files.write(file, Jpeg.of(composite.picture(), QUALITY));
    return List.of(composite.truth());
  }
}
