package sightline.app.compose;

import java.util.Comparator;
import java.util.List;

/**
 * Faces that look into the camera, found without a detector, as one that chose them would be asked about its own choice: the
 * left half of such a face is the mirror of its right half.
 */
final class Frontal {
  private static final int SIDE = 32;

  /** Of the shelf, the most even part. */
  private static final double KEPT = 0.12;

  /** Standard deviation of luma over the face below which a picture is too flat or dim to tell. */
  private static final double LEAST_CONTRAST = 22;

  /** Mean difference between red and blue: less has a photo without colours, which would stand out in a clip. */
  private static final double LEAST_COLOUR = 8;

  private record Scored(FaceCut cut, double uneven) {}

  private Frontal() {}

  static List<FaceCut> of(List<FaceCut> cuts) {
    return cuts.stream()
        .parallel()
        .map(cut -> new Scored(cut, uneven(cut)))
        .sorted(Comparator.comparingDouble(Scored::uneven)
            .thenComparing(scored -> scored.cut().identity()))
        .limit(Math.max(1, (long) (KEPT * cuts.size())))
        .map(Scored::cut)
        .sorted(Comparator.comparing(FaceCut::identity))
        .toList();
  }

  /** Mean square between a face and its mirror, as a share of its variance: about 0 for a mask, 2 for two unlike halves. */
  private static double uneven(FaceCut cut) {
    Canvas face = Canvas.of(Canvas.scaled(cut.picture(), SIDE, SIDE));
    double sum = 0;
    double squares = 0;
    double apart = 0;
    double colour = 0;
    int pixels = 0;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        if (cut.face().softly((x + 0.5) / SIDE, (y + 0.5) / SIDE, 0.05) > 0.5) {
          double luma = luma(face, x, y);
          double other = luma - luma(face, SIDE - 1 - x, y);
          sum += luma;
          squares += luma * luma;
          apart += other * other;
          int at = (y * SIDE + x) * Canvas.CHANNELS;
          colour += Math.abs(face.rgb[at] - face.rgb[at + 2]);
          pixels++;
        }
      }
    }
    double variance = squares / pixels - (sum / pixels) * (sum / pixels);
    return variance < LEAST_CONTRAST * LEAST_CONTRAST || colour < LEAST_COLOUR * pixels
        ? Double.MAX_VALUE
        : apart / pixels / variance;
  }

  private static double luma(Canvas canvas, int x, int y) {
    int at = (y * SIDE + x) * Canvas.CHANNELS;
    return Canvas.luma(new float[] {canvas.rgb[at], canvas.rgb[at + 1], canvas.rgb[at + 2]});
  }
}
