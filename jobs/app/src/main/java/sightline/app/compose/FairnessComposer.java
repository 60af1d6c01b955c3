package sightline.app.compose;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every identity under the same conditions. The k-th identity of every group stands at the same place before the same
 * backdrop in the same clothes, with the same noise: what differs between groups is the face.
 */
final class FairnessComposer implements Composer {
  private static final double[] SIZES = {24, 48, 96};
  private static final Level[] LEVELS = {
    new Level("plain", 1, 0),
    new Level("dark", 0.35, 0),
    new Level("darker", 0.2, 0),
    new Level("soft", 1, 0.03),
    new Level("blurred", 1, 0.06)
  };

  /** Pictures of one identity. */
  static final int CONDITIONS = SIZES.length * LEVELS.length;

  private final List<Backdrop> backdrops;
  private final List<Seat> seats;

  /**
   * @param light factor of coded values
   * @param blur sigma as a share of the face's height
   */
  private record Level(String name, double light, double blur) {}

  /** An identity and its number within its group. */
  private record Seat(FaceCut cut, int number) {}

  FairnessComposer(List<Backdrop> backdrops, List<FaceCut> grouped) {
    this.backdrops = backdrops;
    this.seats = seated(grouped);
  }

  /** One of every group, then the next of every group, so that any number of identities is balanced. */
  private static List<Seat> seated(List<FaceCut> grouped) {
    Map<String, Integer> taken = new TreeMap<>();
    List<Seat> seats = new ArrayList<>();
    for (FaceCut cut : grouped) {
      FaceCut.Group group = java.util.Objects.requireNonNull(cut.group(), "a grouped face");
      int number = taken.merge(group.race() + "/" + group.gender(), 1, Integer::sum) - 1;
      seats.add(new Seat(cut, number));
    }
    seats.sort(Comparator.comparingInt(Seat::number)
        .thenComparing(seat -> String.valueOf(seat.cut().group()))
        .thenComparing(seat -> seat.cut().identity()));
    return seats;
  }

  @Override
  public int pictures(int count) {
    return CONDITIONS * Math.min(count, seats.size());
  }

  @Override
  public Composite draw(int number, long seed) {
    Seat seat = seats.get(number / CONDITIONS);
    int condition = number % CONDITIONS;
    double size = SIZES[condition / LEVELS.length];
    Level level = LEVELS[condition % LEVELS.length];
    Chance chance = Chance.of(seed, Family.FAIRNESS, seat.number());
    Backdrop backdrop = chance.pick(backdrops);
    Canvas canvas = Canvas.of(backdrop.image());
    double largest = SIZES[SIZES.length - 1];
    double x = chance.between(largest * 0.6, canvas.width - largest * 0.6);
    double y = chance.between(largest * 0.6, canvas.height - largest);
    FaceCut cut = seat.cut();
    Quad quad = cut.quad(x, y, size, 0);
    Rectangle2D box = cut.face().hull(quad);
    Layer head = Scene.lit(cut.layer(), canvas, box);
    Color cloth = Bust.cloth(chance);
    Bust.under(canvas, head, quad, cut.face(), cloth, chance);
    Paste.onto(canvas, head, quad);
    Optics.defocus(canvas, level.blur() * size);
    Optics.light(canvas, level.light());
    double luma = Canvas.luma(canvas.mean(FacesComposer.middle(box)));
    Optics.noise(canvas, Optics.noiseAt(level.light()), chance.of("noise" + condition));
    Truth truth = new Truth(canvas, backdrop)
        .labelled("face")
        .condition("size", size)
        .condition("level", level.name())
        .condition("light", level.light())
        .condition("blur", level.blur() * size)
        .condition("blur_share", level.blur())
        .condition("luma", luma);
    truth.box("face", box);
    Identity.write(truth.line(), cut);
    truth.line().put("pair", seat.number());
    return truth.of(canvas);
  }
}
