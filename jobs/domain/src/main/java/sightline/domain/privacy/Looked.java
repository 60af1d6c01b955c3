package sightline.domain.privacy;

/** How a look at one frame by one kind of detector went. */
public enum Looked {
  /** A model looked; what it did not find counts as not there, up to its measured miss rate. */
  WITH_MODEL,
  /** Only a stand-in looked (a Haar cascade): what it found is a reason to hide, what it did not find proves nothing. */
  WITH_STAND_IN,
  /** It was not this frame's turn, and nothing in the frame asked for a look; neighbours in time have to answer. */
  NOT_SCHEDULED,
  /** Too little light for what it found to mean anything. */
  TOO_DARK,
  /** Too blurred for what it did not find to mean anything. */
  TOO_BLURRED,
  /** A model looked, but nobody could say in what light: what it found counts, what it did not find proves nothing. */
  NOT_JUDGED,
  /** Nothing looked: no model and no stand-in. */
  NOT_AT_ALL,
  /** The detector threw or answered nonsense. */
  FAILED;

  /** Whether such a look may have found something. */
  public boolean finds() {
    return seesWell() || this == TOO_DARK || this == TOO_BLURRED || this == NOT_JUDGED;
  }

  /** Whether such a look saw well enough for what it did not find to mean something. */
  public boolean seesWell() {
    return this == WITH_MODEL || this == WITH_STAND_IN;
  }
}
