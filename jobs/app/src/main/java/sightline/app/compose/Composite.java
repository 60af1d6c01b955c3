package sightline.app.compose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;

/** One picture and the line that says what is in it. */
record Composite(BufferedImage picture, ObjectNode truth) {}
