package sightline.domain.assessment;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import sightline.domain.frame.Box;
import sightline.domain.framing.Area;
import sightline.domain.framing.Framing;
import sightline.domain.framing.FramingRule;
import sightline.domain.framing.FramingSpec;
import sightline.domain.framing.HandsInView;
import sightline.domain.framing.Motions;
import sightline.domain.hands.CountHands;
import sightline.domain.hands.HandLook;
import sightline.domain.hands.HandsSeen;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.DetectorReading;
import sightline.domain.privacy.Look;
import sightline.domain.privacy.Looked;
import sightline.domain.quality.Measure;
import sightline.domain.quality.MeasureReading;
import sightline.domain.quality.Unassessed;
import sightline.domain.restricted.BlockRules;
import sightline.domain.restricted.TextBlocks;
import sightline.domain.sound.Speech;
import sightline.domain.sound.VoiceReach;
import sightline.domain.tracking.Presence;

/**
 * The rule that makes one picture of what all detectors said of a frame and of its neighbours in time.
 *
 * @param spec what the task wants in the frame, and from where it is filmed
 * @param follow how finds are carried through time
 */
public record JudgeFrame(FramingSpec spec, FollowRules follow) implements Serializable {

  /** Finds followed, not frames by themselves. */
  public JudgeFrame(FramingSpec spec) {
    this(spec, FollowRules.TRACKED);
  }

  /** The same rule for a task that wants this. */
  public JudgeFrame under(FramingSpec other) {
    return new JudgeFrame(other, follow);
  }

  /**
   * @param known of the tracks of this session so far
   * @param motions remembered from frame to frame
   */
  public Judged judge(InTime window, TrackMemory known, Motions motions) {
    InTime alike = window.alike();
    FollowFinds finds = new FollowFinds(alike, follow, motions);
    TrackMemory memory = known.reaching(window);
    NumberTracks numbered = new NumberTracks(finds, memory.numbers());
    JudgePersons persons = new JudgePersons(alike, finds, spec.view(), memory.visitors());
    HandsSeen hands = hands(alike);
    JudgeMotion motion = new JudgeMotion(window, spec.minFramesPerSecond(), motions);
    Measure shake = motion.shake();
    Assessment seen = window.frame().assessment();
    Framing framing = new FramingRule(spec)
        .frame(inView(window.frame(), hands), seen.camera().tiltDegrees(), shake);
    List<Sight> sights = new ArrayList<>();
    for (DetectorKind kind : DetectorKind.values()) {
      List<Presence> present = switch (kind) {
        case TEXT -> finds.present(kind, JudgeFrame::textBlocks);
        case PERSON -> persons.thirdParties();
        case FACE, SCREEN, HAND, THING -> finds.present(kind);
      };
      sights.add(new Sight(finds.look(kind), numbered.of(kind, present)));
    }
    Seen made = new Seen(
        window.frame(),
        sights,
        persons.persons(),
        hands,
        framing,
        measures(seen, motion.readings(shake), framing),
        speech(window));
    return new Judged(made, new TrackMemory(numbered.numbers(), persons.visitors()));
  }

  private static Speech speech(InTime window) {
    return VoiceReach.DEFAULT.in(
        window.frame().speech(),
        Stream.concat(window.before().stream(), window.after().stream())
            .map(AssessedFrame::speech)
            .toList());
  }

  /** What is made of a frame that could not be judged: nothing was measured or seen, every look failed. */
  public Seen blind(AssessedFrame frame) {
    return new Seen(
        frame.with(frame.assessment().blinded()),
        Arrays.stream(DetectorKind.values())
            .map(kind -> new Sight(new Look(kind, Looked.FAILED, null), List.of()))
            .toList(),
        List.of(),
        HandsSeen.unassessed(Unassessed.DETECTOR_FAILED),
        Framing.unassessed(Unassessed.DETECTOR_FAILED),
        List.of(),
        frame.speech().blinded());
  }

  private static List<MeasureReading> measures(
      Assessment seen, List<MeasureReading> motion, Framing framing) {
    List<MeasureReading> measures = new ArrayList<>(List.of(
        new MeasureReading("lens_cover_certainty", seen.lens().certainty()),
        new MeasureReading("view_cover_certainty", seen.view().certainty()),
        new MeasureReading("sensor_noise", seen.noise())));
    measures.addAll(motion);
    measures.addAll(framing.readings());
    return measures;
  }

  /** A letter is hidden as a whole, and followed as a whole. */
  private static List<Detection> textBlocks(AssessedFrame frame) {
    Assessment seen = frame.assessment();
    List<Box> faces = seen.reading(DetectorKind.FACE).detections().stream()
        .map(Detection::box)
        .toList();
    return TextBlocks.of(seen.reading(DetectorKind.TEXT).detections(), faces, BlockRules.defaults())
        .stream()
        .map(
            block -> new Detection(block.box(), block.confidence(), block.kind().name()))
        .toList();
  }

  private static HandsSeen hands(InTime window) {
    AssessedFrame frame = window.frame();
    if (frame.assessment().decoding() == Decoding.UNDECODABLE) {
      return HandsSeen.unassessed(Unassessed.UNDECODABLE);
    }
    return CountHands.in(
        look(frame, frame),
        Stream.concat(window.before().stream(), window.after().stream())
            .map(neighbour -> look(neighbour, frame))
            .toList(),
        frame.assessment().exposure(),
        frame.assessment().sharpness(),
        frame.assessment().lens());
  }

  private static HandLook look(AssessedFrame frame, AssessedFrame judged) {
    return HandLook.upright(
        FollowFinds.millis(frame) - FollowFinds.millis(judged),
        frame.header().width(),
        frame.header().height(),
        frame.assessment().upright(),
        frame.assessment().reading(DetectorKind.HAND),
        frame.assessment().reading(DetectorKind.PERSON));
  }

  /** Where hands lie is known only for a frame that was itself looked at. */
  private static HandsInView inView(AssessedFrame frame, HandsSeen hands) {
    DetectorReading reading = frame.assessment().reading(DetectorKind.HAND);
    if (!hands.count().assessed()) {
      Unassessed because = hands.count().unassessed();
      return HandsInView.unassessed(because == null ? Unassessed.NOTHING_TO_MEASURE : because);
    }
    if (reading.looked() == Looked.NOT_SCHEDULED) {
      return HandsInView.unassessed(Unassessed.NOT_SCHEDULED);
    }
    HandLook upright = look(frame, frame);
    return HandsInView.seen(
        hands.hands().stream()
            .map(hand -> new Area(
                hand.box().left() / upright.width(),
                hand.box().top() / upright.height(),
                hand.box().right() / upright.width(),
                hand.box().bottom() / upright.height()))
            .toList(),
        (double) upright.width() / upright.height(),
        hands.leftBy().isEmpty() ? null : hands.leftBy().get(0));
  }
}
