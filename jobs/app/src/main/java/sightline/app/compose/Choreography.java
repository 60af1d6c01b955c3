package sightline.app.compose;

import java.awt.geom.Rectangle2D;

/** Plans a walk of each kind, so that he comes some seconds after the clip's beginning and is gone some seconds before its end. */
final class Choreography {
  /** Frames at the beginning in which nobody is there; at least as many are left at the end. */
  static final int BEFORE = 45;

  static final int AFTER = 45;

  /** Seldom is a head held quite still while its owner walks. */
  private static final double LOOKING_AHEAD = 50;

  /** Farther out than this, in face heights, nothing of a body is to be seen. */
  private static final double OUTSIDE = 2;

  private final double width;
  private final double height;
  private final CameraPath camera;
  private final Chance chance;
  private final double size;
  private final double level;
  private final double pace;
  private final double start;

  Choreography(Canvas canvas, CameraPath camera, WalkKind kind, Chance chance) {
    this.width = canvas.width;
    this.height = canvas.height;
    this.camera = camera;
    this.chance = chance;
    this.size = height * chance.logBetween(0.11, 0.24);
    this.level = height * chance.between(0.22, 0.38);
    // a slow step to a run, in pixels a frame of a picture that is 480 wide; who does more has less
    // time for the way
    this.pace = width / 480 * (crosses(kind) ? chance.logBetween(4, 16) : chance.between(5, 9));
    this.start = BEFORE + chance.between(0, 20);
  }

  private static boolean crosses(WalkKind kind) {
    return kind == WalkKind.CROSSES_LEFT || kind == WalkKind.CROSSES_RIGHT;
  }

  Plan of(WalkKind kind) {
    boolean fromLeft = chance.odds(0.5);
    return switch (kind) {
      case CROSSES_RIGHT -> Plan.of(kind, crossing(true));
      case CROSSES_LEFT -> Plan.of(kind, crossing(false));
      case TURNS_AWAY -> Plan.of(kind, turnsAway(fromLeft));
      case LOOKS_ROUND -> Plan.of(kind, looksRound(fromLeft));
      case HALF_COVERED -> halfCovered(fromLeft);
      case PASSES_BEHIND -> passesBehind(fromLeft);
      case COMES_CLOSE -> Plan.of(kind, comesClose(fromLeft));
      case LEAVES_LEFT -> Plan.of(kind, leaves(fromLeft, false));
      case LEAVES_RIGHT -> Plan.of(kind, leaves(fromLeft, true));
      case LEAVES_TOP -> Plan.of(kind, leavesTop(fromLeft));
      case LEAVES_BOTTOM -> Plan.of(kind, leavesBottom(fromLeft));
      case CAMERA_TURNS -> cameraTurns(fromLeft);
    };
  }

  private Pose pose(double x, double yaw) {
    return new Pose(x, level, size, yaw, chance.between(-4, 4));
  }

  private double outside(boolean left, double faceSize) {
    return left ? -OUTSIDE * faceSize : width + OUTSIDE * faceSize;
  }

  /** Comes in, looking where he goes. */
  private Way enters(boolean fromLeft, double x, double yaw) {
    double from = outside(fromLeft, size);
    double frames = Math.abs(x - from) / pace;
    double ahead = fromLeft ? LOOKING_AHEAD : -LOOKING_AHEAD;
    return Way.from(start, pose(from, ahead))
        .to(frames * 0.7, pose(from + 0.7 * (x - from), ahead * 0.7))
        .to(frames * 0.3, pose(x, yaw));
  }

  /** Goes out by a side, looking where he goes; with {@code yaw} beyond 90 he shows his back. */
  private Way exits(Way way, boolean toLeft, double yaw) {
    Pose last = way.last();
    double to = outside(toLeft, last.size());
    double frames = Math.max(8, Math.abs(to - last.x()) / (pace * Math.max(1, last.size() / size)));
    double turned = toLeft ? -yaw : yaw;
    Pose going = new Pose(last.x() + 0.2 * (to - last.x()), last.y(), last.size(), turned, 0);
    return way.to(frames * 0.2, going)
        .to(frames * 0.8, new Pose(to, last.y(), last.size(), turned, 0));
  }

  private Way crossing(boolean right) {
    double from = outside(right, size);
    double to = outside(!right, size);
    double frames = Math.abs(to - from) / pace;
    double ahead = right ? 1 : -1;
    return Way.from(start, pose(from, ahead * chance.between(40, 70)))
        .to(frames * 0.45, pose(from + 0.45 * (to - from), ahead * chance.between(5, 50)))
        .to(frames * 0.55, pose(to, ahead * chance.between(40, 75)));
  }

  private double somewhere() {
    return width * chance.between(0.35, 0.65);
  }

  /** Turned towards the side that he will leave by, which needs no turn through the front again. */
  private Way turnsAway(boolean fromLeft) {
    Way way = enters(fromLeft, somewhere(), chance.between(-15, 15)).stay(chance.between(15, 30));
    double away = fromLeft ? 175 : -175;
    Pose front = way.last();
    way.to(chance.between(12, 35), new Pose(front.x(), front.y(), front.size(), away, front.roll()))
        .stay(chance.between(10, 25));
    return exits(way, !fromLeft, 130);
  }

  private Way looksRound(boolean fromLeft) {
    double side = fromLeft ? 1 : -1;
    double x = somewhere();
    double from = outside(fromLeft, size);
    Way way = Way.from(start, pose(from, side * 140))
        .to(Math.abs(x - from) / pace, pose(x, side * 150))
        .stay(chance.between(5, 15));
    Pose back = way.last();
    way.to(
            chance.between(8, 20),
            new Pose(back.x(), back.y(), back.size(), chance.between(-10, 20), 0))
        .stay(chance.between(10, 25))
        .to(chance.between(8, 20), back);
    return exits(way, !fromLeft, 140);
  }

  private Furniture furniture(double left, double wide) {
    double top = level - size * chance.between(1.1, 1.8);
    double partWide = Math.min(0.3 * width, wide);
    return new Furniture(
        new Rectangle2D.Double(left, top, wide, height * 1.3 - top),
        new Rectangle2D.Double(
            chance.odds(0.5) ? 0 : (int) (width - partWide), 0, partWide, height * 0.45));
  }

  private Plan halfCovered(boolean fromLeft) {
    double x = somewhere();
    double wide = size * chance.between(1.3, 2.2);
    // the near edge stands at this share of a face before the face's middle
    double within = size * chance.between(-0.15, 0.2);
    boolean coverRight = chance.odds(0.5);
    double left = coverRight ? x - within : x + within - wide;
    Way way = enters(fromLeft, x, chance.between(-20, 20)).stay(chance.between(45, 65));
    return Plan.behind(
        WalkKind.HALF_COVERED, exits(way, coverRight, LOOKING_AHEAD), furniture(left, wide));
  }

  private Plan passesBehind(boolean fromLeft) {
    double wide = size * chance.between(1.6, 2.6);
    return Plan.behind(
        WalkKind.PASSES_BEHIND, crossing(fromLeft), furniture(somewhere() - wide / 2, wide));
  }

  private Way comesClose(boolean fromLeft) {
    double near = height * chance.between(0.5, 0.66);
    Pose close = new Pose(width * chance.between(0.42, 0.58), height * 0.5, near, 0, 3);
    Way way = enters(fromLeft, somewhere(), 10).stay(5);
    way.to(chance.between(30, 55), close).stay(chance.between(15, 30));
    return exits(way, chance.odds(0.5), 35);
  }

  private Way leaves(boolean fromLeft, boolean right) {
    Way way = enters(fromLeft, somewhere(), chance.between(-25, 25)).stay(chance.between(10, 30));
    return exits(way, !right, chance.between(35, 70));
  }

  private Way leavesTop(boolean fromLeft) {
    double near = size * chance.between(1.6, 2.2);
    Way way = enters(fromLeft, somewhere(), chance.between(-10, 10)).stay(10);
    double x = way.last().x();
    way.to(chance.between(20, 40), new Pose(x, -0.9 * near, near, 0, 0))
        .stay(chance.between(8, 20));
    return exits(way, chance.odds(0.5), 40);
  }

  private Way leavesBottom(boolean fromLeft) {
    Way way = enters(fromLeft, somewhere(), chance.between(-20, 20)).stay(chance.between(10, 25));
    Pose there = way.last();
    return way.to(
        chance.between(15, 40),
        new Pose(there.x(), height + 1.2 * size, there.size(), chance.between(-20, 20), 8));
  }

  /** He comes just before the widest turn, stands, and goes to the side that the turn took him to. */
  private Plan cameraTurns(boolean fromLeft) {
    int length = 60;
    int first = (int) (start + Math.abs(somewhere() - outside(fromLeft, size)) / pace);
    int turn = camera.widestTurn(length, first, camera.frames() - length - 2 * AFTER);
    double goes = camera.right(turn, turn + length);
    boolean right = goes > 0;
    double x = width / 2 - Math.max(-0.4 * width, Math.min(0.4 * width, goes / 2));
    double from = outside(fromLeft, size);
    double frames = Math.abs(x - from) / pace;
    Way way = Way.from(turn - frames, pose(from, fromLeft ? LOOKING_AHEAD : -LOOKING_AHEAD))
        .to(frames, pose(x, chance.between(-20, 20)))
        .stay(length);
    // what the turn did to him is added to the way: he still has to leave from where that put him
    double on = (right ? width - x - goes : x + goes) + OUTSIDE * size;
    Pose last = way.last();
    double out = last.x() + (right ? 1 : -1) * Math.max(0, on);
    double yaw = right ? LOOKING_AHEAD : -LOOKING_AHEAD;
    way.to(Math.max(6, on / pace), new Pose(out, level, size, yaw, 0));
    return new Plan(WalkKind.CAMERA_TURNS, way, null, turn, turn + length);
  }
}
