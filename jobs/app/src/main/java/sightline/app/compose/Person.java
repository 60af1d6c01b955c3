package sightline.app.compose;

import java.awt.image.BufferedImage;

/**
 * A whole person cut out of a photo; the image is no larger than the person.
 *
 * @param identity the photo and the person's number in it
 * @param image with the person's outline as its alpha
 */
record Person(String identity, BufferedImage image) {}
