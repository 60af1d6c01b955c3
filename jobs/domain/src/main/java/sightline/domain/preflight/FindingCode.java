package sightline.domain.preflight;

import sightline.domain.quality.FeedbackCode;

/**
 * What a test clip may show that a worker is told of. The words stand in {@code words.properties}, one text a code.
 *
 * <p>A finding needs so many looks that saw it, and so large a share of the clip's frames: one false find stops nobody. A face needs one look:
 * somebody is there or not. The figures are judgement.
 */
public enum FindingCode {
  OTHER_PERSON(Effect.CHANGE, 2, 0),
  /** A face without a body around it: somebody close by, a mirror, a photo or a poster; the engine cannot tell which. */
  FACE(Effect.CHANGE, 1, 0),
  CARD(Effect.CHANGE, 2, 0),
  PAPER(Effect.CHANGE, 2, 0),
  SCREEN(Effect.CHANGE, 2, 0),
  VOICE(Effect.CHANGE, 2, 0),
  CONSENT_MISSING(Effect.CHANGE, 1, 0),
  LENS_COVERED(Effect.CHANGE, 3, 0.3),
  TOO_DARK(Effect.CHANGE, 3, 0.3),
  TOO_BRIGHT(Effect.CHANGE, 3, 0.3),
  HARSH_LIGHT(Effect.CHANGE, 3, 0.3),
  CAMERA_TILTED(Effect.CHANGE, 3, 0.3),
  TOO_FAR(Effect.CHANGE, 3, 0.2),
  TOO_CLOSE(Effect.CHANGE, 3, 0.2),
  /** So dark or so blurred that nobody could say whether there is something to hide. */
  NOT_SEEN_WELL(Effect.CHANGE, 1, 0.5),
  /** Too short to have shown the room. */
  TOO_SHORT(Effect.CHANGE, 1, 0),
  /** The engine itself could not look. */
  COULD_NOT_CHECK(Effect.CHANGE, 1, 0.5),
  /** A single line of text, such as a name on a parcel. */
  LABEL(Effect.SUGGESTION, 2, 0),
  LOW_CONTRAST(Effect.SUGGESTION, 3, 0.3),
  HANDS_OUT_OF_FRAME(Effect.SUGGESTION, 3, 0.3),
  HANDS_CUT_OFF(Effect.SUGGESTION, 3, 0.3),
  SHAKY(Effect.SUGGESTION, 3, 0.3),
  /** A soft lens as often as a dirty one. */
  BLURRED(Effect.NOTHING_TO_DO, 3, 0.3),
  LOW_FRAME_RATE(Effect.NOTHING_TO_DO, 1, 0);

  private final Effect effect;
  private final int looks;
  private final double share;

  FindingCode(Effect effect, int looks, double share) {
    this.effect = effect;
    this.looks = looks;
    this.share = share;
  }

  public Effect effect() {
    return effect;
  }

  /** So many looks have to have seen it, or every one of a clip that has fewer. */
  int looks() {
    return looks;
  }

  /** Share of the clip's frames it has to have been seen in, 0 to 1. */
  double share() {
    return share;
  }

  static FindingCode of(FeedbackCode code) {
    return switch (code) {
      case TOO_DARK -> TOO_DARK;
      case TOO_BRIGHT -> TOO_BRIGHT;
      case HARSH_LIGHT -> HARSH_LIGHT;
      case LOW_CONTRAST -> LOW_CONTRAST;
      case BLURRED -> BLURRED;
      case LENS_COVERED -> LENS_COVERED;
      case HANDS_OUT_OF_FRAME -> HANDS_OUT_OF_FRAME;
      case HANDS_CUT_OFF -> HANDS_CUT_OFF;
      case TOO_FAR -> TOO_FAR;
      case TOO_CLOSE -> TOO_CLOSE;
      case CAMERA_TILTED -> CAMERA_TILTED;
      case SHAKY -> SHAKY;
    };
  }
}
