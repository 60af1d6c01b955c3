package sightline.app.compose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Bystanders in first-person frames, and the same kind of frames without. */
final class PeopleComposer implements Composer {
  private static final double LEAST_SIZE_SHARE = 0.12;
  private static final double LEAST_LIGHT = 0.35;
  private static final double MOST_COVER = 0.6;

  private final List<Backdrop> backdrops;
  private final List<Person> people;

  /** Where a bystander stands; pictures take turns. */
  private enum Kind {
    NOBODY,
    FAR,
    NEAR,
    CUT_LEFT,
    CUT_RIGHT,
    CUT_TOP,
    CUT_BOTTOM,
    TWO;

    String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  PeopleComposer(List<Backdrop> backdrops, List<Person> people) {
    this.backdrops = backdrops;
    this.people = people;
  }

  @Override
  public int pictures(int count) {
    return count;
  }

  @Override
  public Composite draw(int number, long seed) {
    Chance chance = Chance.of(seed, Family.PEOPLE, number);
    Kind kind = Kind.values()[number % Kind.values().length];
    Backdrop backdrop = chance.pick(backdrops);
    Canvas canvas = Scene.of(backdrop, chance);
    Truth truth = new Truth(canvas, backdrop).labelled("bystander_person");
    double light = chance.odds(0.75) ? 1 : chance.logBetween(0.2, 1);
    int bystanders = kind == Kind.NOBODY ? 0 : kind == Kind.TWO ? 2 : 1;
    List<Rectangle2D> taken = new ArrayList<>();
    boolean usable = true;
    for (int p = 0; p < bystanders; p++) {
      usable &= stand(canvas, truth, kind, light, taken, chance);
    }
    Optics.light(canvas, light);
    Optics.noise(canvas, Optics.noiseAt(light), chance.of("noise"));
    truth.condition("kind", kind.id()).condition("light", light);
    ObjectNode line = truth.line();
    line.put("n_bystanders", bystanders);
    line.put("usable", usable);
    return truth.of(canvas);
  }

  private boolean stand(
      Canvas canvas, Truth truth, Kind kind, double light, List<Rectangle2D> taken, Chance chance) {
    Person person = chance.pick(people);
    Rectangle2D box = place(canvas, person, kind, chance);
    for (int t = 0; t < 20 && meets(box, taken); t++) {
      box = place(canvas, person, kind, chance);
    }
    taken.add(box);
    Layer layer = Scene.lit(Layer.of(person.image()), canvas, box);
    boolean mirrored = chance.odds(0.5);
    double left = mirrored ? box.getMaxX() : box.getMinX();
    double right = mirrored ? box.getMinX() : box.getMaxX();
    Paste.onto(
        canvas,
        layer,
        new Quad(
            new java.awt.geom.Point2D.Double(left, box.getMinY()),
            new java.awt.geom.Point2D.Double(right, box.getMinY()),
            new java.awt.geom.Point2D.Double(right, box.getMaxY()),
            new java.awt.geom.Point2D.Double(left, box.getMaxY())));
    Rectangle2D shown = box.createIntersection(canvas.bounds());
    double cover = 1 - Flat.areaShare(shown, box);
    boolean usable = light >= LEAST_LIGHT
        && cover <= MOST_COVER
        && shown.getHeight() >= LEAST_SIZE_SHARE * canvas.height;
    ObjectNode node = truth.box("person", shown);
    node.put("identity", person.identity());
    node.put("usable", usable);
    node.putObject("conditions")
        .put("size", Truth.rounded(box.getHeight()))
        .put("size_share", Truth.rounded(box.getHeight() / canvas.height))
        .put("cover", Truth.rounded(cover));
    return usable;
  }

  private static boolean meets(Rectangle2D box, List<Rectangle2D> taken) {
    return taken.stream()
        .anyMatch(other -> Flat.areaShare(box.createIntersection(other), box) > 0.1);
  }

  /** The whole person's box, which may reach out of the frame. */
  private static Rectangle2D place(Canvas canvas, Person person, Kind kind, Chance chance) {
    double h = canvas.height
        * switch (kind) {
          case NOBODY, FAR -> chance.logBetween(LEAST_SIZE_SHARE, 0.35);
          case TWO -> chance.logBetween(0.2, 0.8);
          case NEAR -> chance.between(0.5, 0.95);
          case CUT_LEFT, CUT_RIGHT -> chance.between(0.4, 1.1);
          case CUT_TOP, CUT_BOTTOM -> chance.between(0.8, 1.6);
        };
    double w = h * person.image().getWidth() / person.image().getHeight();
    double x = chance.between(0, Math.max(1, canvas.width - w));
    double y = chance.between(0, Math.max(1, canvas.height - h));
    double outside = chance.between(0.2, 0.6);
    return switch (kind) {
      case NOBODY, FAR -> new Rectangle2D.Double(x, y * 0.6, w, h);
      case NEAR, TWO -> new Rectangle2D.Double(x, y, w, h);
      case CUT_LEFT -> new Rectangle2D.Double(-w * outside, y, w, h);
      case CUT_RIGHT -> new Rectangle2D.Double(canvas.width - w * (1 - outside), y, w, h);
      case CUT_TOP -> new Rectangle2D.Double(x, -h * outside, w, h);
      case CUT_BOTTOM -> new Rectangle2D.Double(x, canvas.height - h * (1 - outside), w, h);
    };
  }
}
