package sightline.app.drawn;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What the hands do: the right one carries things between two places each, one thing after the other, the left one wipes
 * or is away. A pure function of the frame's index.
 */
final class Chore {
  private static final List<Color> CHINA = List.of(
      new Color(0xD2CCBF),
      new Color(0x4F7CA8),
      new Color(0xB8503F),
      new Color(0xD8A93C),
      new Color(0x5E8C61),
      new Color(0xA9B0B5));
  private static final List<Color> FABRICS = List.of(
      new Color(0x35506B),
      new Color(0x7A3B3B),
      new Color(0x4C5A3F),
      new Color(0x8C8377),
      new Color(0x2F2F36));

  private static final int REACHING = 12;
  private static final int CARRYING = 18;
  private static final int RESTING = 10;
  private static final int TURN = REACHING + CARRYING + RESTING;
  private static final Point2D REST = new Point2D.Double(470, 318);

  /** Something that stands at {@code here} or {@code there}, by turns. */
  private record Piece(Prop prop, Point2D here, Point2D there) {
    Point2D place(boolean moved) {
      return moved ? there : here;
    }
  }

  private final List<Piece> pieces;
  private final Prop cloth;
  private final Hand left;
  private final Hand right;
  private final double wipePace;
  private final boolean wipes;

  Chore(Seed seed) {
    SplittableRandom random = seed.random();
    pieces = laidOut(random);
    cloth = new Prop(Prop.Kind.CLOTH, any(FABRICS, random));
    Color skin = Skin.any(random);
    Color sleeve = any(FABRICS, random);
    left = new Hand(Hand.Side.LEFT, new Point2D.Double(-70, 480), skin, sleeve);
    right = new Hand(Hand.Side.RIGHT, new Point2D.Double(715, 490), skin, sleeve);
    wipePace = random.nextDouble(0.12, 0.3);
    wipes = random.nextInt(4) > 0;
  }

  private static List<Piece> laidOut(SplittableRandom random) {
    List<Piece> laid = new ArrayList<>();
    Prop.Kind[] kinds = {Prop.Kind.PLATE, Prop.Kind.CUP, Prop.Kind.MAT, Prop.Kind.PLATE};
    double[] columns = {320, 400, 480, 555};
    for (int i = 0; i < kinds.length; i++) {
      double across = columns[i] + random.nextDouble(-14, 14);
      laid.add(new Piece(
          new Prop(kinds[i], any(CHINA, random)),
          new Point2D.Double(across, random.nextDouble(222, 236)),
          new Point2D.Double(across - random.nextDouble(20, 60), random.nextDouble(262, 288))));
    }
    return List.copyOf(laid);
  }

  void draw(Graphics2D g, int index) {
    Point2D wiping = wiping(wipes ? index : 0);
    cloth.draw(g, wiping.getX(), wiping.getY() + 8);
    pieces.stream()
        .sorted(Comparator.comparingDouble(piece -> at(piece, index).getY()))
        .forEach(piece ->
            piece.prop().draw(g, at(piece, index).getX(), at(piece, index).getY()));
    if (wipes) {
      left.draw(g, wiping, 0.25 + 0.1 * Math.sin(index * wipePace));
    }
    right.draw(g, grasp(index), grip(index));
  }

  /** In view: the right one always, the left one where it wipes. */
  int hands() {
    return wipes ? 2 : 1;
  }

  private Point2D wiping(int index) {
    double t = index * wipePace;
    return new Point2D.Double(165 + 48 * Math.sin(t), 268 + 20 * Math.sin(1.7 * t + 1));
  }

  private Point2D at(Piece piece, int index) {
    int own = pieces.indexOf(piece);
    int turn = index / TURN;
    boolean moved = movedBefore(own, turn);
    if (turn % pieces.size() != own) {
      return piece.place(moved);
    }
    double share = eased((index % TURN - REACHING) / (double) CARRYING);
    return lifted(piece.place(moved), piece.place(!moved), share);
  }

  /** Whether a piece stands at its second place when a turn begins. */
  private boolean movedBefore(int own, int turn) {
    int earlier = turn / pieces.size() + (turn % pieces.size() > own ? 1 : 0);
    return earlier % 2 == 1;
  }

  private Point2D grasp(int index) {
    Piece piece = pieces.get(index / TURN % pieces.size());
    int step = index % TURN;
    Point2D held = at(piece, index);
    Point2D hold = new Point2D.Double(held.getX() + piece.prop().kind().grip(), held.getY() - 10);
    if (step < REACHING) {
      return between(REST, hold, eased(step / (double) REACHING));
    }
    if (step < REACHING + CARRYING) {
      return hold;
    }
    return between(hold, REST, eased((step - REACHING - CARRYING) / (double) RESTING));
  }

  private static double grip(int index) {
    int step = index % TURN;
    return step >= REACHING && step < REACHING + CARRYING ? 0.4 : 0.15;
  }

  private static Point2D lifted(Point2D from, Point2D to, double share) {
    Point2D on = between(from, to, share);
    return new Point2D.Double(on.getX(), on.getY() - 16 * Math.sin(Math.PI * share));
  }

  private static Point2D between(Point2D from, Point2D to, double share) {
    return new Point2D.Double(
        from.getX() + (to.getX() - from.getX()) * share,
        from.getY() + (to.getY() - from.getY()) * share);
  }

  /** Smoothstep, clamped to 0 to 1. */
  private static double eased(double share) {
    double s = Math.max(0, Math.min(1, share));
    return s * s * (3 - 2 * s);
  }

  private static <T> T any(List<T> choices, SplittableRandom random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
