package sightline.domain.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import sightline.domain.frame.Box;
import sightline.domain.framing.Area;
import sightline.domain.people.PersonJudgement;
import sightline.domain.people.Who;
import sightline.domain.privacy.Detection;

/**
 * Whether a third party who stands wholly in view is small beside their own face, or beside somebody else on the same ground. A
 * standing adult is about seven and a half heads tall, a small child four to five (the canon that draughtsmen use), and a
 * detector's face, forehead to chin, is less than a head.
 *
 * <p>A crouching or sitting adult, a picture on a wall, a camera that looks down and somebody who stands farther away on a
 * slope all look the same to this rule.
 */
final class Stature {
  /** Face height over body height: a standing adult's is some 0.10 to 0.13, and 1/7 would be the whole head. */
  private static final double LARGE_FACE = 0.17;

  private static final double UPPER_END = 0.3;
  /** A body this much shorter than another whose feet stand as low in the picture, in heights of the picture. */
  private static final double SHORTER = 0.65;

  private static final double SAME_GROUND = 0.04;
  /** Height over width in pixels: who stands is clearly taller than wide. */
  private static final double STANDING = 2.0;
  /** What comes nearer to an edge may be cut off by it. */
  private static final double MARGIN = 0.02;
  /** Smaller bodies are a matter of a few pixels. */
  private static final double TALL_ENOUGH = 0.2;

  private Stature() {}

  /**
   * @param persons everybody seen
   * @param upright takes a box of the stored raster to the upright picture
   */
  static List<Mark> marks(
      List<PersonJudgement> persons, List<Detection> faces, Function<Box, Area> upright) {
    List<Area> standing = new ArrayList<>();
    for (PersonJudgement judged : persons) {
      Box box = judged.person().box();
      Area body = upright.apply(box);
      if (judged.who() == Who.THIRD_PARTY && slim(box) && wholly(body)) {
        standing.add(body);
      }
    }
    List<Area> heads = faces.stream().map(face -> upright.apply(face.box())).toList();
    boolean small = standing.stream()
        .anyMatch(body -> heads.stream().anyMatch(head -> large(head, body))
            || standing.stream().anyMatch(other -> shorter(body, other)));
    return small ? List.of(Mark.MAYBE_A_CHILD) : List.of();
  }

  private static boolean slim(Box box) {
    return Math.max(box.width(), box.height()) >= STANDING * Math.min(box.width(), box.height());
  }

  /** In view from head to foot, and tall rather than lying. */
  private static boolean wholly(Area body) {
    return body.top() >= MARGIN
        && body.bottom() <= 1 - MARGIN
        && body.left() >= MARGIN
        && body.right() <= 1 - MARGIN
        && height(body) >= TALL_ENOUGH
        && height(body) > body.right() - body.left();
  }

  private static boolean large(Area head, Area body) {
    return head.shareIn(body) > 0.8
        && head.centreY() < body.top() + UPPER_END * height(body)
        && height(head) >= LARGE_FACE * height(body);
  }

  private static boolean shorter(Area body, Area other) {
    return Math.abs(body.bottom() - other.bottom()) <= SAME_GROUND
        && height(body) <= SHORTER * height(other);
  }

  private static double height(Area area) {
    return area.bottom() - area.top();
  }
}
