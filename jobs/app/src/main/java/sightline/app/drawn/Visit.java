package sightline.app.drawn;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.SplittableRandom;

/**
 * Somebody else walks through the room behind the counter. Both ends are abrupt: in one frame the door is shut, in the next
 * it is open and the whole face is in the picture, so no frame shows half a face.
 */
final class Visit {
  private static final double FACE_Y = 90;
  private static final double BOB = 2;

  private final int from;
  private final int until;
  private final Door in;
  private final Door out;
  private final double faceHeight;
  private final double phase;
  private final Portrait portrait;

  /**
   * @param from first index with the visitor in the picture
   * @param until first index without
   */
  Visit(Seed seed, Room room, int from, int until) {
    SplittableRandom random = seed.random();
    boolean fromLeft = random.nextBoolean();
    boolean across = random.nextInt(4) > 0;
    this.from = from;
    this.until = until;
    this.in = fromLeft ? room.left() : room.right();
    this.out = fromLeft == across ? room.right() : room.left();
    this.faceHeight = random.nextDouble(84, 97);
    this.phase = random.nextDouble(0, 2 * Math.PI);
    this.portrait = new Portrait(Look.any(random));
  }

  boolean covers(int index) {
    return index >= from && index < until;
  }

  void draw(Graphics2D g, int index) {
    double x = x(index);
    for (Door door : new Door[] {in, out}) {
      if (Math.abs(door.middle() - x) < Door.WIDTH / 2) {
        door.drawOpen(g);
      }
    }
    AffineTransform before = g.getTransform();
    g.transform(place(index));
    portrait.draw(g, 2.5 * Math.sin(0.11 * index + phase), Math.max(0, Math.sin(0.9 * index)));
    g.setTransform(before);
  }

  /** From hairline to chin and cheek to cheek, in world pixels. */
  Shape face(int index) {
    Rectangle2D whole = new Rectangle2D.Double(
        -Portrait.HALF_WIDTH,
        -Portrait.HALF_HEIGHT,
        2 * Portrait.HALF_WIDTH,
        2 * Portrait.HALF_HEIGHT);
    return place(index).createTransformedShape(whole);
  }

  private AffineTransform place(int index) {
    AffineTransform place = AffineTransform.getTranslateInstance(
        x(index), FACE_Y + BOB * Math.sin(1.1 * index + phase));
    place.rotate(0.035 * Math.sin(0.17 * index + phase));
    place.scale(faceHeight / 100, faceHeight / 100);
    return place;
  }

  /** From door to door, or to the middle of the room and back. */
  private double x(int index) {
    double share = (index - from) / (double) (until - 1 - from);
    if (in.equals(out)) {
      double far = World.WIDTH / 2.0;
      return in.middle() + (far - in.middle()) * Math.sin(Math.PI * share);
    }
    return in.middle() + (out.middle() - in.middle()) * share;
  }
}
