package sightline.wire.spec;

import sightline.domain.framing.Area;
import sightline.domain.framing.FramingSpec;
import sightline.domain.people.View;

/** The part {@code framing} of a spec; what it does not say is as usual for its view. */
final class FramingFields {
  private static final double MOST_TILT = 44.9;

  private FramingFields() {}

  static FramingSpec read(Fields framing) {
    View view = framing.word("view", View.FIRST_PERSON);
    FramingSpec usual = view == View.TRIPOD ? FramingSpec.tripod() : FramingSpec.household();
    int hands = framing.whole("hands", usual.hands(), 0, 2);
    Area safe = area(framing.object("safe_area"), usual.safe());
    double least = framing.number("min_hand_size", usual.minHandSize(), 0.001, 2);
    double most = framing.number("max_hand_size", usual.maxHandSize(), 0.001, 2);
    double tilt = framing.number("max_tilt_degrees", usual.maxTiltDegrees(), 0.1, MOST_TILT);
    double shake = framing.number("max_shake", usual.maxShake(), 0.001, 100);
    double rate = framing.number("min_frames_per_second", usual.minFramesPerSecond(), 0.01, 1_000);
    framing.close();
    return framing.made(
        "", () -> new FramingSpec(view, hands, safe, least, most, tilt, shake, rate), usual);
  }

  private static Area area(Fields safe, Area usual) {
    double left = safe.number("left", usual.left(), 0, 1);
    double top = safe.number("top", usual.top(), 0, 1);
    double right = safe.number("right", usual.right(), 0, 1);
    double bottom = safe.number("bottom", usual.bottom(), 0, 1);
    safe.close();
    return safe.made("", () -> new Area(left, top, right, bottom), usual);
  }
}
