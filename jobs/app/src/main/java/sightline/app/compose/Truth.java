package sightline.app.compose;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.geom.Rectangle2D;

/** Writes annotation lines in the shared format: pixels, top-left origin, one decimal. */
final class Truth {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ObjectNode line = JSON.objectNode();
  private final ArrayNode boxes = JSON.arrayNode();
  private final ArrayNode labelled = JSON.arrayNode();
  private final ObjectNode conditions = JSON.objectNode();

  /**
   * @param canvas as wide and high as the picture will be
   */
  Truth(Canvas canvas, Backdrop backdrop) {
    line.put("width", canvas.width);
    line.put("height", canvas.height);
    line.set("boxes", boxes);
    line.set("labelled", labelled);
    line.put("source", "composite");
    line.put("base", backdrop.base());
    line.put("clip", backdrop.clip());
    line.set("conditions", conditions);
  }

  /** Only for labels of which every box in the picture is known. */
  Truth labelled(String... labels) {
    for (String label : labels) {
      labelled.add(label);
    }
    return this;
  }

  /** What holds of the whole picture. */
  Truth condition(String name, double value) {
    conditions.put(name, rounded(value));
    return this;
  }

  Truth condition(String name, String value) {
    conditions.put(name, value);
    return this;
  }

  /** A field beside the boxes. */
  ObjectNode line() {
    return line;
  }

  /** Adds a box and gives its node, for what holds of this box alone. */
  ObjectNode box(String label, Rectangle2D box) {
    return box(boxes, label, box);
  }

  /** A box that is left out of scoring: too little is to be seen to ask for it, and too much to say that nothing is there. */
  void ignored(String label, Rectangle2D box) {
    box(line.withArray("/ignore"), label, box);
  }

  private static ObjectNode box(ArrayNode boxes, String label, Rectangle2D box) {
    ObjectNode node = boxes.addObject();
    node.put("label", label);
    node.put("x", tenth(box.getX()));
    node.put("y", tenth(box.getY()));
    node.put("w", tenth(box.getWidth()));
    node.put("h", tenth(box.getHeight()));
    return node;
  }

  Composite of(Canvas canvas) {
    return new Composite(canvas.image(), line);
  }

  static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }

  private static double tenth(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
