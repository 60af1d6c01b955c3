package sightline.vision.redaction;

import sightline.domain.privacy.RegionKind;

/** How a region is hidden. */
public enum RedactionMethod {
  /** Black: nothing of what was there is left. */
  FILL,
  /** A mosaic of few cells, each in the mean of its colours. What a cell's mean says stays, and adds up over the frames of a video. */
  PIXELATE,
  /** The same cells, their colours running into each other; so it says no more than the mosaic does, at the edges neither. */
  BLUR;

  /**
   * What is done to a region of this kind. Print behind a mosaic or a blur can be read back by trying out what it may have said
   * (Hill, Zhou, Saul, Shacham: On the (In)effectiveness of Mosaicing and Blurring as Tools for Document Redaction, PETS 2016),
   * so text and screens are filled whatever was asked for.
   */
  RedactionMethod on(RegionKind kind) {
    return switch (kind) {
      case TEXT, SCREEN -> FILL;
      case FACE, PERSON, OBJECT -> this;
    };
  }
}
