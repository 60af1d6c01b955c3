package sightline.domain.assessment;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.frame.Box;
import sightline.domain.frame.FrameHeader;
import sightline.domain.frame.Phase;
import sightline.domain.framing.Area;
import sightline.domain.privacy.Audio;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.Look;
import sightline.domain.privacy.Region;
import sightline.domain.privacy.RegionKind;
import sightline.domain.privacy.RegionReason;
import sightline.domain.privacy.WithholdReason;
import sightline.domain.quality.Feedback;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Unassessed;
import sightline.domain.restricted.BlockKind;
import sightline.domain.sound.Speech;

/**
 * What those who follow a whole session need of one frame with its final directive: no worker, no pixels. A session's come in
 * the order of their indices, but for frames that are late or overflowed; {@link #inPlace} tells.
 *
 * @param appendedAtMillis the broker's append time, null where nothing supplied one
 * @param endOfSession true on the frame after which the sender says nothing follows
 * @param region coarse region of the sender
 * @param locale language to speak to the worker in, as their receipt names it; null where none does
 * @param voice how surely somebody speaks whom nobody may hear, 0 to 1, 0 for nobody; not assessed where nothing listened
 * @param marks for investigators, see there
 * @param advice on the frame's score
 * @param policy version of the policy behind the directive
 */
public record Observation(
    String session,
    int index,
    Instant capturedAt,
    @Nullable Long appendedAtMillis,
    Phase phase,
    boolean endOfSession,
    String task,
    String deviceClass,
    String region,
    @Nullable String locale,
    List<WithholdReason> withheldBecause,
    List<Look> looks,
    List<Sighting> sightings,
    Measure voice,
    List<Mark> marks,
    List<Feedback> advice,
    String policy) {
  public Observation {
    withheldBecause = List.copyOf(withheldBecause);
    looks = List.copyOf(looks);
    sightings = List.copyOf(sightings);
    marks = List.copyOf(marks);
    advice = List.copyOf(advice);
  }

  /**
   * @param seen what the frame was judged by
   * @param directive its final one
   */
  public static Observation of(Seen seen, Directive directive, FrameScore score) {
    FrameHeader header = seen.frame().header();
    return new Observation(
        header.session(),
        header.index(),
        header.capturedAt(),
        directive.origin().appendedAtMillis(),
        header.phase(),
        header.endOfSession(),
        header.task(),
        header.deviceClass(),
        header.region(),
        seen.frame().permit().locale(),
        directive.withheldBecause(),
        directive.looks(),
        directive.regions().stream()
            // somebody has to look there, but nobody saw anything yet
            .filter(region -> region.reason() != RegionReason.DOUBTFUL)
            .map(region -> sighting(region, seen))
            .toList(),
        voice(seen.frame().speech(), directive),
        Stature.marks(
            seen.persons(),
            seen.sight(DetectorKind.FACE).detections(),
            box -> area(box, seen.frame())),
        score.score().feedback(),
        directive.policy());
  }

  /** Whether the frame stands in its session's order: no frame before it was still to come when it was decided. */
  public boolean inPlace() {
    return !withheldBecause.contains(WithholdReason.LATE)
        && !withheldBecause.contains(WithholdReason.OVERLOAD);
  }

  /** How the frame was looked at for this kind of thing; null where the policy asks for no such look. */
  public @Nullable Look look(DetectorKind kind) {
    return looks.stream().filter(look -> look.kind() == kind).findFirst().orElse(null);
  }

  private static Sighting sighting(Region region, Seen seen) {
    return new Sighting(
        region.kind(),
        region.reason(),
        area(region.box(), seen.frame()),
        region.kind() == RegionKind.TEXT ? block(region, seen) : null,
        region.track(),
        region.confidence());
  }

  private static Area area(Box stored, AssessedFrame frame) {
    return Area.of(
        stored,
        frame.assessment().upright(),
        frame.header().width(),
        frame.header().height());
  }

  /** What the block of text that most of the region hides looks like. */
  private static @Nullable BlockKind block(Region region, Seen seen) {
    String label = seen.sight(DetectorKind.TEXT).detections().stream()
        .filter(text -> text.box().intersection(region.box()) > 0)
        .max(Comparator.comparingDouble(text -> text.box().intersection(region.box())))
        .map(Detection::label)
        .orElse(null);
    return Arrays.stream(BlockKind.values())
        .filter(kind -> kind.name().equals(label))
        .findFirst()
        .orElse(null);
  }

  private static Measure voice(Speech speech, Directive directive) {
    return switch (speech.heard()) {
      case WITH_MODEL -> {
        boolean hearable =
            directive.audio() == Audio.MUTE_SPANS && directive.muted().isEmpty();
        yield Measure.of(
            hearable
                ? 0
                : speech.spans().stream()
                    .mapToDouble(span -> span.probability())
                    .max()
                    .orElse(0));
      }
      case NO_SOUND -> Measure.unassessed(Unassessed.NOTHING_TO_MEASURE);
      case NOT_AT_ALL -> Measure.unassessed(Unassessed.MODEL_MISSING);
      case FAILED -> Measure.unassessed(Unassessed.DETECTOR_FAILED);
    };
  }
}
