package sightline.app.compose;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Clips in which one person walks through a first-person scene: comes in, does what his {@link WalkKind} says, and goes. For
 * some seconds before and after, nobody is there. Bodies are cut out of photos of people; each carries a labelled face of
 * somebody else's, none of which a model of ours has learnt from.
 *
 * <p>The same media, seed and number give the same pictures and the same lines, and written by the same FFmpeg the same bytes.
 */
final class WalksComposer implements ClipComposer {
  private static final WalkKind[] KINDS = WalkKind.values();

  /** Clips that turn most: the others hardly do. */
  private static final int TURNING = 4;

  private final List<Footage> footage;
  private final List<Footage> turning;
  private final List<FaceCut> faces;
  private final List<Body> bodies;

  WalksComposer(List<Footage> footage, List<FaceCut> faces, List<Person> people) {
    this.footage = footage;
    this.turning = footage.stream()
        .sorted(Comparator.comparingDouble(WalksComposer::turn).reversed())
        .limit(TURNING)
        .toList();
    this.faces = Frontal.of(faces);
    this.bodies = Body.among(people);
  }

  private static double turn(Footage clip) {
    int length = clip.camera().frames() / 5;
    int from = clip.camera().widestTurn(length, 0, clip.camera().frames());
    return Math.abs(clip.camera().right(from, from + length));
  }

  @Override
  public Stream<Composite> draw(int number, long seed) {
    Chance chance = Chance.of(seed, Family.WALKS, number);
    WalkKind kind = KINDS[number % KINDS.length];
    Footage clip = chance.pick(kind == WalkKind.CAMERA_TURNS ? turning : footage);
    Walker walker = Walker.of(
        Head.of(chance.pick(faces)),
        chance.pick(bodies),
        chance.odds(0.5) ? Body.Side.AS_SHOT : Body.Side.MIRRORED);
    double light = chance.odds(0.75) ? 1 : chance.logBetween(0.35, 0.8);
    Canvas first = Canvas.of(clip.frames().get(0).image());
    Plan plan = new Choreography(first, clip.camera(), kind, chance.of("way")).of(kind);
    WalkFrame walk = new WalkFrame(clip, first, plan, walker, light);
    return IntStream.range(0, clip.frames().size())
        .mapToObj(frame -> walk.draw(frame, chance.of("noise" + frame)));
  }
}
