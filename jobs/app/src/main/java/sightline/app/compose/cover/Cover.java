package sightline.app.compose.cover;

import java.awt.image.BufferedImage;
import sightline.domain.quality.Edge;
import sightline.domain.quality.GridMask;

/**
 * A picture with something before its lens, and the truth about it.
 *
 * @param picture packed RGB, of the size of the frame it was drawn on
 * @param share mean opacity over all pixels, 0 to 1
 * @param edge the side of the picture it covers most, see {@link sightline.domain.quality.Occlusion#covered}
 * @param mask 16 x 9 cells; a cell is covered where its mean opacity is above a half
 * @param tenths the mean opacity of each cell, row by row, as digits 0 to 9 (9 is 0.9 and more)
 */
public record Cover(BufferedImage picture, double share, Edge edge, GridMask mask, String tenths) {}
