package sightline.domain.incident;

/** What a frame says of one kind of incident. */
public enum Said {
  /** A look at this very frame saw it. */
  SEEN,
  /** It is hidden in the frame, by its neighbours' word or by a look in bad light: nothing opens by that, and nothing closes. */
  STILL_THERE,
  /** A look at this very frame saw nothing of it. */
  CLEAR,
  /** Nothing of it, by the word of a look near enough in time. */
  STILL_CLEAR,
  /** Nobody could look, so nobody knows. */
  UNKNOWN;

  /** Whether it tells that nothing was there. */
  boolean quiet() {
    return this == CLEAR || this == STILL_CLEAR;
  }

  /** Whether a look at this very frame came to it. */
  boolean looked() {
    return this == SEEN || this == CLEAR;
  }
}
