package sightline.app.compose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import sightline.vision.decode.ClipWriter;

/** A family of clips: a line says which frame it is of, 0-based in decode order. */
record Clips(ClipComposer composer) implements Maker {
  @Override
  public int files(int count) {
    return count;
  }

  @Override
  public String suffix() {
    return ".avi";
  }

  @Override
  public List<ObjectNode> write(Path file, int number, long seed) throws IOException {
    List<ObjectNode> lines = new ArrayList<>();
    try (ClipWriter clip = new ClipWriter(file)) {
      Iterator<Composite> frames = composer.draw(number, seed).iterator();
      while (frames.hasNext()) {
        Composite frame = frames.next();
        clip.add(frame.picture());
        lines.add(frame.truth().put("frame", lines.size()));
      }
    }
    return lines;
  }
}
