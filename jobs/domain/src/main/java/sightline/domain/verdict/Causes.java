package sightline.domain.verdict;

import static sightline.domain.verdict.ReasonCode.*;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What brings about what within one frame. A hand that nobody can see in the dark is no hand kept out of view: where a cause stands
 * against a frame, its consequences do not, so that one fault is told once and by its own name.
 */
public final class Causes {
  private static final Set<ReasonCode> HANDS = EnumSet.of(
      HANDS_NOT_IN_VIEW, HANDS_OUT_OF_FRAME, HANDS_CUT_OFF, TOO_FAR, TOO_CLOSE, NO_ACTIVITY);

  private static final Map<ReasonCode, Set<ReasonCode>> CONSEQUENCES =
      new EnumMap<>(ReasonCode.class);

  static {
    brings(PICTURE_FROZEN, EnumSet.of(NO_ACTIVITY, LOW_FRAME_RATE, SHAKY));
    brings(
        LENS_COVERED,
        HANDS,
        TOO_DARK,
        TOO_BRIGHT,
        HARSH_LIGHT,
        LOW_CONTRAST,
        BLURRED,
        VIEW_BLOCKED,
        CAMERA_TILTED,
        SENSOR_NOISE,
        NOT_SEEN_WELL);
    brings(
        TOO_DARK,
        HANDS,
        LOW_CONTRAST,
        BLURRED,
        VIEW_BLOCKED,
        CAMERA_TILTED,
        SHAKY,
        SENSOR_NOISE,
        NOT_SEEN_WELL);
    brings(TOO_BRIGHT, HANDS, LOW_CONTRAST, HARSH_LIGHT, BLURRED, VIEW_BLOCKED, NOT_SEEN_WELL);
    brings(VIEW_BLOCKED, HANDS);
    brings(SHAKY, HANDS, BLURRED, NOT_SEEN_WELL, CAMERA_TILTED);
    brings(LOW_RESOLUTION, HANDS, BLURRED, NOT_SEEN_WELL);
    brings(BLURRED, HANDS, LOW_CONTRAST, NOT_SEEN_WELL);
    brings(LOW_CONTRAST, HANDS, NOT_SEEN_WELL);
    brings(SENSOR_NOISE, HANDS, BLURRED, NOT_SEEN_WELL);
    // looks that are seldom are soon too old
    brings(LOW_FRAME_RATE, EnumSet.of(NOT_SEEN_WELL));
    brings(CAMERA_TILTED, HANDS);
    brings(TOO_CLOSE, EnumSet.of(HANDS_CUT_OFF, HANDS_OUT_OF_FRAME));
    brings(HANDS_OUT_OF_FRAME, EnumSet.of(HANDS_CUT_OFF, HANDS_NOT_IN_VIEW, NO_ACTIVITY));
    brings(HANDS_CUT_OFF, EnumSet.of(HANDS_NOT_IN_VIEW));
    brings(OTHER_PERSON, EnumSet.of(FACE_IN_VIEW));
  }

  private Causes() {}

  private static void brings(ReasonCode cause, Set<ReasonCode> consequences, ReasonCode... more) {
    Set<ReasonCode> all = EnumSet.copyOf(consequences);
    all.addAll(List.of(more));
    CONSEQUENCES.put(cause, all);
  }

  private static void brings(ReasonCode cause, Set<ReasonCode> consequences) {
    CONSEQUENCES.put(cause, EnumSet.copyOf(consequences));
  }

  /** What a code may bring about in the frames that it stands against. */
  public static Set<ReasonCode> consequencesOf(ReasonCode cause) {
    return CONSEQUENCES.getOrDefault(cause, EnumSet.noneOf(ReasonCode.class));
  }

  /** Those that none of the others brought about. What brought about one that withholds the frame withholds it itself. */
  static List<Fault> only(List<Fault> faults) {
    Set<ReasonCode> brought = EnumSet.noneOf(ReasonCode.class);
    Set<ReasonCode> withholding = EnumSet.noneOf(ReasonCode.class);
    for (Fault fault : faults) {
      brought.addAll(consequencesOf(fault.code()));
      if (fault.effect() == Fault.Effect.WITHHOLDS) {
        withholding.add(fault.code());
      }
    }
    return faults.stream()
        .filter(fault -> !brought.contains(fault.code()))
        .map(fault -> Collections.disjoint(consequencesOf(fault.code()), withholding)
            ? fault
            : fault.withholding())
        .toList();
  }
}
