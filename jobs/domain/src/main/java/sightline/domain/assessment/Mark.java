package sightline.domain.assessment;

/** What investigators may want to know of a frame. It goes to {@code incidents} only: never into an alert, a metric or a score. */
public enum Mark {
  /**
   * The proportions of a third party's body hint at a child. Geometry alone, see {@link Stature}: a reason to look sooner, no
   * measurement; nobody has measured how often it is right.
   */
  MAYBE_A_CHILD
}
