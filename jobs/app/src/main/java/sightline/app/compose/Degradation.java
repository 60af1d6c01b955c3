package sightline.app.compose;

import java.util.List;
import java.util.Locale;
import sightline.app.compose.cover.Compositor;
import sightline.app.compose.cover.CoverFamily;
import sightline.domain.verdict.Change;
import sightline.domain.verdict.ReasonCode;

/**
 * One way to spoil a clip, with the reason that a verdict should name first and the change that undoes it. Two strengths each, the
 * weaker first, in the unit that stands beside them.
 */
enum Degradation {
  /** The camera hangs to one side. */
  TILTED("degrees", 33, 39, Change.LEVEL_CAMERA, ReasonCode.CAMERA_TILTED),
  /** Factor on coded values, with the noise that a phone adds then. */
  DARK("factor", 0.16, 0.08, Change.LIGHT_ON, ReasonCode.TOO_DARK),
  /** Factor on coded values: what passes white is lost. */
  BRIGHT("factor", 2.6, 4, Change.LESS_LIGHT, ReasonCode.TOO_BRIGHT),
  /** Share of the picture behind a finger or cloth on the lens, at least. */
  COVERED("share", 0.45, 0.7, Change.CLEAR_LENS, ReasonCode.LENS_COVERED),
  /** The camera looks up, so that this share of the picture's lower side, with the hands, is not in it. */
  HANDS_OUT("share", 0.5, 0.65, Change.KEEP_HANDS_IN_VIEW, ReasonCode.HANDS_NOT_IN_VIEW),
  /** Each frame thrown by up to this share of the width; at every frame of the clip, as slower ones show no tremble. */
  SHAKEN("share", 0.05, 0.08, Change.HOLD_STEADY, ReasonCode.SHAKY),
  /** Out of focus by a Gaussian of this many pixels of a picture 480 wide. */
  BLURRED("pixels", 3, 5, Change.WIPE_LENS, ReasonCode.BLURRED),
  /** Pixels of the shorter side. */
  LOW_RESOLUTION("pixels", 180, 120, Change.ADAPT_SPEC, ReasonCode.LOW_RESOLUTION),
  /** Standard deviation of white noise, coded values. */
  NOISY("levels", 14, 22, Change.ADAPT_SPEC, ReasonCode.SENSOR_NOISE),
  /** Frames a second. */
  SLOW("fps", 4, 2.5, Change.ADAPT_SPEC, ReasonCode.LOW_FRAME_RATE),
  /** One picture stands for this share of the time, up to the end. */
  FROZEN("share", 0.4, 1, Change.ADAPT_SPEC, ReasonCode.PICTURE_FROZEN),
  /** Seconds. A verdict can know of it only by a task that asks for more. */
  SHORT("s", 1.5, 1, Change.RECORD_LONGER, ReasonCode.TOO_SHORT);

  /** How much of the clip's time is spoilt. */
  enum Extent {
    WHOLE(1),
    /** The last two fifths. */
    PART(0.4);

    private final double share;

    Extent(double share) {
      this.share = share;
    }

    double share() {
      return share;
    }

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final double BLUR_WIDTH = 480;

  private final String unit;
  private final double weaker;
  private final double stronger;
  private final Change undoneBy;
  private final ReasonCode first;

  Degradation(String unit, double weaker, double stronger, Change undoneBy, ReasonCode first) {
    this.unit = unit;
    this.weaker = weaker;
    this.stronger = stronger;
    this.undoneBy = undoneBy;
    this.first = first;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  String unit() {
    return unit;
  }

  /** The weaker, then the stronger. */
  List<Double> strengths() {
    return List.of(weaker, stronger);
  }

  Change undoneBy() {
    return undoneBy;
  }

  /** What a verdict should name first. */
  ReasonCode first() {
    return first;
  }

  /** Other names of the same fault, right as well. */
  List<ReasonCode> alike() {
    return switch (this) {
      case BRIGHT -> List.of(ReasonCode.HARSH_LIGHT);
      case HANDS_OUT -> List.of(ReasonCode.HANDS_OUT_OF_FRAME, ReasonCode.HANDS_CUT_OFF);
      default -> List.of();
    };
  }

  /** A raster, a rate and a length hold for all of a recording; a freeze has its share as its strength. */
  List<Extent> extents() {
    return switch (this) {
      case LOW_RESOLUTION, SLOW, FROZEN, SHORT -> List.of(Extent.WHOLE);
      default -> List.of(Extent.values());
    };
  }

  /**
   * One spoilt picture of a clip.
   *
   * @param clean stays as it is
   * @param clip chance of the whole clip: what stands still in it is drawn from this
   * @param frame chance of this frame
   */
  Canvas spoil(Canvas clean, double strength, Chance clip, Chance frame) {
    return switch (this) {
      case TILTED -> Warp.turned(clean, clip.odds(0.5) ? strength : -strength);
      case HANDS_OUT -> Warp.moved(clean, 0, strength * clean.height);
      case SHAKEN ->
        Warp.moved(
            clean,
            frame.between(-strength, strength) * clean.width,
            frame.between(-strength, strength) * clean.height);
      case LOW_RESOLUTION -> {
        int width = (int) Math.round(clean.width * strength / clean.height / 2) * 2;
        yield Canvas.of(Canvas.scaled(clean.image(), width, (int) strength));
      }
      case COVERED -> covered(clean, strength, clip);
      case DARK, BRIGHT, BLURRED, NOISY -> {
        Canvas spoilt = Canvas.of(clean.image());
        inPlace(spoilt, strength, frame);
        yield spoilt;
      }
      case SLOW, FROZEN, SHORT -> clean;
    };
  }

  private void inPlace(Canvas canvas, double strength, Chance frame) {
    switch (this) {
      case DARK -> {
        Optics.light(canvas, strength);
        Optics.noise(canvas, Optics.noiseAt(strength), frame);
      }
      case BRIGHT -> Optics.light(canvas, strength);
      case BLURRED -> Optics.defocus(canvas, strength * canvas.width / BLUR_WIDTH);
      case NOISY -> Optics.noise(canvas, strength, frame);
      default -> throw new IllegalStateException("%s is no change of light".formatted(this));
    }
  }

  /** The same cover in every frame of a clip: the first of the seeded ones that is large enough. */
  private static Canvas covered(Canvas clean, double least, Chance clip) {
    CoverFamily family = clip.odds(0.5) ? CoverFamily.FINGER : CoverFamily.CLOTH;
    while (true) {
      var cover = Compositor.draw(clean.image(), family, clip.next());
      if (cover.share() >= least) {
        return Canvas.of(cover.picture());
      }
    }
  }
}
