package sightline.app.compose;

import java.util.Locale;

/** What a set of composites is there to measure. */
public enum Family {
  /** Faces at known boxes, under light, blur, turning and cover that vary. */
  FACES,
  /** Every labelled identity under the same fifteen conditions, at a place shared by one identity of every group. */
  FAIRNESS,
  /** Bystanders: whole, small, cut by an edge, two of them, none. */
  PEOPLE,
  /** First-person frames cropped so that no, one or two hands are left. */
  HANDS,
  /** Receipts, letters, prescriptions and identity cards lying about. */
  DOCUMENTS,
  /** Laptops, phones and televisions. */
  SCREENS,
  /** Covers on the lens and things parked before it, over footage that no model of ours was trained on. */
  LENS,
  /** Frames whose exposure and blur are known because we made them so. */
  CONDITIONS,
  /** Clips: somebody comes, turns, is half covered, comes close, and leaves by each edge. */
  WALKS,
  /** First-person clips, each spoilt in one way for all or part of its time: what a verdict should find, and what would undo it. */
  DEGRADED;

  /** The name in commands, folders and annotation lines. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws IllegalArgumentException naming the families there are
   */
  public static Family of(String id) {
    for (Family family : values()) {
      if (family.id().equals(id)) {
        return family;
      }
    }
    throw new IllegalArgumentException("there is no family of composites '%s'; there are %s"
        .formatted(id, java.util.Arrays.stream(values()).map(Family::id).toList()));
  }
}
