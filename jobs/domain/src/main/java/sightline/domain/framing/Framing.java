package sightline.domain.framing;

import java.util.List;
import sightline.domain.quality.Measure;
import sightline.domain.quality.MeasureReading;
import sightline.domain.quality.Unassessed;

/**
 * How well a frame shows what the task wants to see. Made by {@link FramingRule}.
 *
 * @param handsInSafeArea share of the hands' area inside the safe area, 0 to 1
 * @param handSize side of a square as large as the largest hand's box, in heights of the frame
 * @param cutOff share of the hands in view that the frame's edge touches, 0 to 1
 * @param offCentre distance of the hands' centroid from the safe area's centre, in half widths and half heights of that area: 0
 *     in its centre, 1 on a side
 * @param handsMissing share of the hands which the task needs that are not in view, 0 to 1
 * @param tooWide how far the hands fall short of the least size, 0 (large enough) to 1 (half of it or less)
 * @param tilt utility of the tilt, 0 to 1
 * @param steadiness utility of the shake, 0 to 1
 * @param overall 0 to 1, see {@link FramingRule}
 * @param advice worst first
 */
public record Framing(
    Measure handsInSafeArea,
    Measure handSize,
    Measure cutOff,
    Measure offCentre,
    Measure handsMissing,
    Measure tooWide,
    Measure tilt,
    Measure steadiness,
    Measure overall,
    List<FramingAdvice> advice) {
  public static final String IN_SAFE_AREA = "hands_in_safe_area";
  public static final String HAND_SIZE = "hand_size";
  public static final String CUT_OFF = "hands_cut_off";
  public static final String OFF_CENTRE = "hands_off_centre";
  public static final String MISSING = "hands_missing";
  public static final String TOO_WIDE = "camera_too_wide";
  public static final String TILT = "tilt_utility";
  public static final String STEADINESS = "steadiness";
  public static final String OVERALL = "framing";

  public Framing {
    advice = List.copyOf(advice);
  }

  public static Framing unassessed(Unassessed because) {
    Measure none = Measure.unassessed(because);
    return new Framing(none, none, none, none, none, none, none, none, none, List.of());
  }

  public List<MeasureReading> readings() {
    return List.of(
        new MeasureReading(OVERALL, overall),
        new MeasureReading(IN_SAFE_AREA, handsInSafeArea),
        new MeasureReading(HAND_SIZE, handSize),
        new MeasureReading(CUT_OFF, cutOff),
        new MeasureReading(OFF_CENTRE, offCentre),
        new MeasureReading(MISSING, handsMissing),
        new MeasureReading(TOO_WIDE, tooWide),
        new MeasureReading(TILT, tilt),
        new MeasureReading(STEADINESS, steadiness));
  }
}
