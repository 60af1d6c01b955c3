package sightline.domain.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sightline.domain.frame.Box;
import sightline.domain.frame.Rotation;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.Looked;

/**
 * Says of every person box whether it is the worker's own body or somebody else's. A detector calls a wearer's hands, arms,
 * lap and feet "person" in most first-person frames; those come in over the lower edge, large, with hands and without a face.
 *
 * <p>The numbers were chosen on 3,000 first-person frames without a bystander and on people pasted into them; the object
 * model's card says what the rule finds and loses.
 */
public record ThirdParties(View view) {
  /**
   * A face of at least this confidence makes a body somebody else's. The policy hides fainter ones too, but a shoe taken for a
   * face must not have the wearer's own lap hidden for a second: of 3,000 first-person frames without a face 16 have one that the
   * policy hides and one has such a face, of the confidence that the looks and the second opinion have together.
   */
  private static final double FACE = 0.85;
  /** A hand of at least this confidence counts. */
  private static final double HAND = 0.5;

  /** A box that ends at least this share of the height above the lower edge stands free. */
  private static final double FREE_BELOW = 0.03;
  /** A free box counts from here on; a small one earlier, as no arm is small and far people are faint. */
  private static final double FREE = 0.40;

  private static final double SMALL_FREE = 0.25;
  private static final double SMALL_AREA = 0.06;
  private static final double TINY_FREE = 0.20;
  private static final double TINY_AREA = 0.02;
  /** A free box of more than this share of the picture has to be upright, or an arm across the picture would count. */
  private static final double MODEST_AREA = 0.18;

  private static final double UPRIGHT_ASPECT = 1.4;

  /** A box beyond this share of the width keeps to one side. */
  private static final double ONE_SIDE = 0.75;

  private static final double AT_ONE_SIDE = 0.55;
  /** Height over width of a standing person of whom the side of the picture cuts a part. */
  private static final double CUT_ASPECT = 2.2;

  private static final double CUT_AT_ONE_SIDE = 0.40;
  /** No upright arm or sleeve over the lower edge was seen with more. */
  private static final double SURELY_UPRIGHT = 0.84;
  /** A box without a hand counts from here on, if it is no wider than half a body close by. */
  private static final double WITHOUT_HAND = 0.75;

  private static final double NARROW = 0.45;

  private static final double NEVER = 2;

  /**
   * @return one judgement for each person that is believed, in their order; in first person a box that stands free and is too
   *     faint for that is left out, as nothing
   */
  public List<PersonJudgement> among(BodiesInView seen) {
    List<PersonJudgement> judged = new ArrayList<>();
    for (Detection person : seen.people()) {
      judge(person, seen).ifPresent(judged::add);
    }
    return judged;
  }

  /** Whether this may be somebody who stands there, cut by an edge or not; an arm across the picture may not. */
  public static boolean isUpright(Detection person, int width, int height, Rotation upright) {
    return person.confidence() >= FREE
        && Silhouette.of(person.box(), width, height, upright).aspect() >= UPRIGHT_ASPECT;
  }

  private Optional<PersonJudgement> judge(Detection person, BodiesInView seen) {
    Silhouette shape = Silhouette.of(person.box(), seen.width(), seen.height(), seen.upright());
    List<PersonEvidence> against = evidence(person, shape, seen);
    if (!against.isEmpty()) {
      return Optional.of(new PersonJudgement(person, Who.THIRD_PARTY, against));
    }
    List<PersonEvidence> own = ownBody(person, shape, seen);
    if (view == View.UNSPECIFIED && !own.contains(PersonEvidence.HOLDS_A_HAND)) {
      return Optional.of(new PersonJudgement(
          person, Who.THIRD_PARTY, List.of(PersonEvidence.NOTHING_SPEAKS_FOR_THE_WORKER)));
    }
    return own.isEmpty()
        ? Optional.empty()
        : Optional.of(new PersonJudgement(person, Who.WORKER, own));
  }

  private List<PersonEvidence> evidence(Detection person, Silhouette shape, BodiesInView seen) {
    List<PersonEvidence> against = new ArrayList<>();
    if (view == View.TRIPOD) {
      against.add(PersonEvidence.FILMED_FROM_OUTSIDE);
    }
    if (seen.faces().stream()
        .anyMatch(face -> face.confidence() >= FACE && mostlyIn(face.box(), person.box()))) {
      against.add(PersonEvidence.SHOWS_A_FACE);
    }
    double sure = person.confidence();
    boolean upright = shape.aspect() >= UPRIGHT_ASPECT;
    if (isFree(shape) && sure >= enoughToStandFree(shape)) {
      against.add(PersonEvidence.STANDS_FREE);
    }
    if (shape.clearance() > ONE_SIDE
        && sure >= (shape.aspect() > CUT_ASPECT ? CUT_AT_ONE_SIDE : AT_ONE_SIDE)) {
      against.add(PersonEvidence.KEEPS_TO_ONE_SIDE);
    }
    if (upright && sure >= SURELY_UPRIGHT) {
      against.add(PersonEvidence.UPRIGHT_SHAPE);
    }
    if (handsWereLookedFor(seen)
        && !holdsAHand(person, seen)
        && sure >= WITHOUT_HAND
        && shape.width() <= NARROW) {
      against.add(PersonEvidence.SHOWS_NO_HAND);
    }
    return against;
  }

  private static List<PersonEvidence> ownBody(
      Detection person, Silhouette shape, BodiesInView seen) {
    List<PersonEvidence> own = new ArrayList<>();
    if (!isFree(shape)) {
      own.add(PersonEvidence.ENTERS_FROM_THE_WEARER);
    } else if (shape.area() >= MODEST_AREA) {
      own.add(PersonEvidence.LIES_CLOSE);
    }
    if (holdsAHand(person, seen)) {
      own.add(PersonEvidence.HOLDS_A_HAND);
    }
    return own;
  }

  /** The confidence from which a free box of this shape counts; above 1 where none suffices. */
  private static double enoughToStandFree(Silhouette shape) {
    double area = shape.area();
    if (area < TINY_AREA) {
      return TINY_FREE;
    }
    if (area < SMALL_AREA) {
      return SMALL_FREE;
    }
    return area < MODEST_AREA || shape.aspect() >= UPRIGHT_ASPECT ? FREE : NEVER;
  }

  private static boolean isFree(Silhouette shape) {
    return 1 - shape.bottom() > FREE_BELOW;
  }

  private static boolean handsWereLookedFor(BodiesInView seen) {
    return seen.hands().looked() == Looked.WITH_MODEL;
  }

  private static boolean holdsAHand(Detection person, BodiesInView seen) {
    return seen.hands().detections().stream()
        .anyMatch(hand -> hand.confidence() >= HAND && mostlyIn(hand.box(), person.box()));
  }

  /** Two fifths suffice: a hand at the end of an arm reaches beyond the arm's box. */
  private static boolean mostlyIn(Box part, Box whole) {
    return part.intersection(whole) > 0.4 * part.area();
  }
}
