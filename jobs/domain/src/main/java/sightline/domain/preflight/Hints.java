package sightline.domain.preflight;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sightline.domain.assessment.Observation;
import sightline.domain.assessment.Sighting;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Look;
import sightline.domain.privacy.RegionKind;
import sightline.domain.privacy.RegionReason;
import sightline.domain.privacy.WithholdReason;
import sightline.domain.quality.Feedback;
import sightline.domain.restricted.BlockKind;

/** Reads off one frame of a test clip what its worker may be told of. */
final class Hints {
  private static final double SPEECH = 0.5;
  /** A face needs no second look. */
  private static final int FACE_LOOKS = 2;

  private static final double MOST_OF_A_FACE = 0.5;

  private final Observation frame;
  private final Map<FindingCode, Hint> hints = new EnumMap<>(FindingCode.class);

  private Hints(Observation frame) {
    this.frame = frame;
  }

  /** At most one a code. */
  static List<Hint> in(Observation frame) {
    Hints hints = new Hints(frame);
    frame.sightings().forEach(hints::sighting);
    frame.withheldBecause().forEach(hints::withheld);
    for (Feedback advice : frame.advice()) {
      hints.add(FindingCode.of(advice.code()), Side.of(advice.edge()), 1);
    }
    if (frame.voice().assessed() && frame.voice().orThrow() >= SPEECH) {
      hints.add(FindingCode.VOICE, null, 1);
    }
    return List.copyOf(hints.hints.values());
  }

  private void sighting(Sighting sighting) {
    Side side = Side.of(sighting.at());
    switch (sighting.kind()) {
      case FACE -> {
        if (!inABody(sighting)) {
          add(FindingCode.FACE, side, own(DetectorKind.FACE, sighting));
        }
      }
      case PERSON -> {
        if (isBody(sighting)) {
          add(
              FindingCode.OTHER_PERSON,
              side,
              showsAFace(sighting) ? FACE_LOOKS : own(DetectorKind.PERSON, sighting));
        }
      }
      case SCREEN -> add(FindingCode.SCREEN, side, own(DetectorKind.SCREEN, sighting));
      case TEXT -> {
        if (sighting.block() != null) {
          add(paper(sighting.block()), side, own(DetectorKind.TEXT, sighting));
        }
      }
      case OBJECT -> {}
    }
  }

  private static FindingCode paper(BlockKind block) {
    return switch (block) {
      case LABEL -> FindingCode.LABEL;
      case DOCUMENT -> FindingCode.PAPER;
      case CARD -> FindingCode.CARD;
    };
  }

  private void withheld(WithholdReason reason) {
    switch (reason) {
      case NOT_SEEN_WELL -> add(FindingCode.NOT_SEEN_WELL, null, 1);
      case MODEL_MISSING, DETECTOR_FAILED, DETECTION_STALE, UNDECODABLE ->
        add(FindingCode.COULD_NOT_CHECK, null, 1);
      case CONSENT_UNVERIFIED,
          CONSENT_MISSING,
          CONSENT_INVALID,
          CONSENT_EXPIRED,
          CONSENT_NOT_FOR_THIS,
          CONSENT_SCOPE,
          CONSENT_REVOKED -> add(FindingCode.CONSENT_MISSING, null, 1);
      case LATE, OVERLOAD, REVIEW, OVERRIDDEN -> {}
    }
  }

  private boolean inABody(Sighting face) {
    return frame.sightings().stream()
        .anyMatch(other -> isBody(other) && face.at().shareIn(other.at()) >= MOST_OF_A_FACE);
  }

  private boolean showsAFace(Sighting body) {
    return frame.sightings().stream()
        .anyMatch(other ->
            other.kind() == RegionKind.FACE && other.at().shareIn(body.at()) >= MOST_OF_A_FACE);
  }

  private static boolean isBody(Sighting sighting) {
    return sighting.kind() == RegionKind.PERSON
        && (sighting.reason() == RegionReason.THIRD_PARTY
            || sighting.reason() == RegionReason.TRACKED);
  }

  /** 1 where the frame's own look found it. */
  private int own(DetectorKind kind, Sighting sighting) {
    Look look = frame.look(kind);
    boolean looked = look != null && Long.valueOf(0).equals(look.ageMillis());
    return looked && sighting.reason() != RegionReason.TRACKED ? 1 : 0;
  }

  private void add(FindingCode code, @Nullable Side where, int looks) {
    hints.merge(
        code,
        new Hint(code, where, looks),
        (one, other) -> new Hint(code, one.where(), Math.max(one.looks(), other.looks())));
  }
}
