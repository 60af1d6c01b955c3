package sightline.domain.privacy;

/** How a look at one frame by one kind of detector went. */
public enum Looked {
  /** A model looked; what it did not find counts as not there, up to its measured miss rate. */
  WITH_MODEL,
  /** Only a stand-in looked (a Haar cascade): what it found is a reason to hide, what it did not find proves nothing. */
  WITH_STAND_IN,
  /** Nothing looked: no model and no stand-in. */
  NOT_AT_ALL,
  /** The detector threw or answered nonsense. */
  FAILED
}
