package sightline.app.compose;

import java.awt.image.BufferedImage;

/**
 * A real frame with nothing in it of what is placed onto it.
 *
 * @param file below the media's videos, with slashes
 * @param frame 0-based, in decode order
 * @param jpeg the frame, coded again at quality 95
 */
record Backdrop(String file, int frame, byte[] jpeg) {
  /** The frame, in the words of an annotation line. */
  String base() {
    return file + "#" + frame;
  }

  /** What figures are split by, so that one lucky clip cannot carry them. */
  String clip() {
    return file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
  }

  BufferedImage image() {
    return Canvas.decoded(jpeg);
  }

  /** Mean step between neighbours in a row, of the green channel: more in a sharp frame than in a soft one of the same clip. */
  double detail() {
    Canvas canvas = Canvas.of(image());
    double sum = 0;
    for (int at = Canvas.CHANNELS + 1; at < canvas.rgb.length; at += Canvas.CHANNELS) {
      sum += Math.abs(canvas.rgb[at] - canvas.rgb[at - Canvas.CHANNELS]);
    }
    return sum / (canvas.width * canvas.height);
  }
}
