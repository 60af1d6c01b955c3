package sightline.app.compose;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A flat thing with text on it, not yet lying anywhere.
 *
 * @param lines the ink of each line of text, pixels of the image
 * @param faces photographs of faces on it, pixels of the image
 */
record Sheet(String kind, BufferedImage image, List<Rectangle2D> lines, List<Rectangle2D> faces) {}
