package sightline.wire;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sightline.domain.assessment.FrameScore;
import sightline.domain.assessment.Mark;
import sightline.domain.control.PolicyVersion;
import sightline.domain.control.Revocation;
import sightline.domain.control.RevocationReason;
import sightline.domain.control.RevokedBy;
import sightline.domain.feedback.Argument;
import sightline.domain.feedback.FeedbackMessage;
import sightline.domain.feedback.NoteKind;
import sightline.domain.feedback.Saying;
import sightline.domain.feedback.Sayings;
import sightline.domain.feedback.SessionFeedback;
import sightline.domain.frame.Box;
import sightline.domain.frame.Origin;
import sightline.domain.frame.Phase;
import sightline.domain.frame.RejectReason;
import sightline.domain.frame.Rejection;
import sightline.domain.framing.Area;
import sightline.domain.framing.FramingSpec;
import sightline.domain.incident.Incident;
import sightline.domain.incident.IncidentKind;
import sightline.domain.incident.IncidentState;
import sightline.domain.incident.Severity;
import sightline.domain.lifecycle.Details;
import sightline.domain.lifecycle.LifecycleEvent;
import sightline.domain.lifecycle.LifecycleStep;
import sightline.domain.lifecycle.Money;
import sightline.domain.operations.Basis;
import sightline.domain.operations.Correction;
import sightline.domain.operations.Interval;
import sightline.domain.operations.OperationsReading;
import sightline.domain.operations.ReadingName;
import sightline.domain.people.PersonEvidence;
import sightline.domain.people.PersonJudgement;
import sightline.domain.people.View;
import sightline.domain.people.Who;
import sightline.domain.policy.Documents;
import sightline.domain.policy.DrawnFootage;
import sightline.domain.policy.Growth;
import sightline.domain.policy.Hiding;
import sightline.domain.policy.Policy;
import sightline.domain.preflight.Effect;
import sightline.domain.preflight.EndedBy;
import sightline.domain.preflight.Finding;
import sightline.domain.preflight.FindingCode;
import sightline.domain.preflight.Outcome;
import sightline.domain.preflight.PreflightVerdict;
import sightline.domain.preflight.Side;
import sightline.domain.privacy.Audio;
import sightline.domain.privacy.Consent;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Finality;
import sightline.domain.privacy.Lateness;
import sightline.domain.privacy.Lift;
import sightline.domain.privacy.Look;
import sightline.domain.privacy.Looked;
import sightline.domain.privacy.MutedSpan;
import sightline.domain.privacy.OverrideCause;
import sightline.domain.privacy.Region;
import sightline.domain.privacy.RegionKind;
import sightline.domain.privacy.RegionReason;
import sightline.domain.privacy.WithholdReason;
import sightline.domain.quality.Control;
import sightline.domain.quality.Edge;
import sightline.domain.quality.Factor;
import sightline.domain.quality.FactorName;
import sightline.domain.quality.Feedback;
import sightline.domain.quality.FeedbackCode;
import sightline.domain.quality.GridMask;
import sightline.domain.quality.Measure;
import sightline.domain.quality.MeasureReading;
import sightline.domain.quality.Occlusion;
import sightline.domain.quality.Score;
import sightline.domain.quality.Tolerance;
import sightline.domain.quality.Unassessed;
import sightline.domain.redaction.RedactedFrame;
import sightline.domain.review.RulingReason;
import sightline.domain.session.IndexRanges;
import sightline.domain.session.SessionSummary;
import sightline.domain.session.Settlement;
import sightline.domain.task.BodyArea;
import sightline.domain.task.CompletionStep;
import sightline.domain.task.ExpectedObject;
import sightline.domain.task.ExpectedObjects;
import sightline.domain.task.RecordedTime;
import sightline.domain.task.Sensitivity;
import sightline.domain.task.Sensor;
import sightline.domain.task.SessionBounds;
import sightline.domain.task.TaskSpec;
import sightline.domain.verdict.Change;
import sightline.domain.verdict.Counterfactual;
import sightline.domain.verdict.DecidedBy;
import sightline.domain.verdict.Reason;
import sightline.domain.verdict.ReasonCode;
import sightline.domain.verdict.SessionVerdict;
import sightline.domain.verdict.Span;
import sightline.domain.verdict.Verdict;

/** Domain records of every shape the domain allows, the same for the same seed. Times are whole milliseconds. */
final class RandomRecords {
  private final Random random;

  RandomRecords(long seed) {
    this.random = new Random(seed);
  }

  Directive directive() {
    Disposition disposition = any(Disposition.class);
    List<WithholdReason> because =
        disposition == Disposition.WITHHOLD ? some(1, () -> any(WithholdReason.class)) : List.of();
    Audio audio = any(Audio.class);
    return new Directive(
        text(),
        random.nextInt(Integer.MAX_VALUE),
        time(),
        origin(),
        text(),
        disposition,
        because,
        regions(disposition),
        audio,
        audio == Audio.MUTE ? List.of() : some(0, this::muted),
        any(Finality.class),
        random.nextInt(3),
        because.contains(WithholdReason.LATE) ? any(Lateness.class) : null,
        any(Consent.class),
        some(0, this::text),
        text(),
        text(),
        random.nextInt(101) / 100.0,
        some(0, this::look));
  }

  private MutedSpan muted() {
    Instant from = time();
    return new MutedSpan(from, from.plusMillis(1 + random.nextInt(5_000)));
  }

  DirectiveOverride directiveOverride() {
    if (random.nextInt(3) == 0) {
      return liftingOverride();
    }
    Disposition disposition = random.nextBoolean() ? Disposition.REDACT : Disposition.WITHHOLD;
    return new DirectiveOverride(
        text(),
        orNull(() -> random.nextInt(1_000)),
        2 + random.nextInt(10),
        time(),
        any(OverrideCause.class),
        disposition,
        regions(disposition));
  }

  private DirectiveOverride liftingOverride() {
    Disposition disposition = random.nextBoolean() ? Disposition.REDACT : Disposition.RELEASE;
    List<WithholdReason> liftable = Arrays.stream(WithholdReason.values())
        .filter(WithholdReason::mayBeLifted)
        .toList();
    return new DirectiveOverride(
        text(),
        random.nextInt(1_000),
        2 + random.nextInt(10),
        time(),
        OverrideCause.REVIEW,
        disposition,
        disposition == Disposition.RELEASE ? List.of() : regions(disposition),
        new Lift(
            "%064x".formatted(random.nextLong()),
            some(1, () -> liftable.get(random.nextInt(liftable.size())))));
  }

  RedactedFrame redactedFrame() {
    return new RedactedFrame(
        text(),
        random.nextInt(Integer.MAX_VALUE),
        1 + random.nextInt(9),
        time(),
        any(Disposition.class),
        1 + random.nextInt(4_000),
        1 + random.nextInt(4_000),
        bytes(1 + random.nextInt(100)),
        some(0, this::text),
        text(),
        bytes(64),
        text());
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  FrameScore frameScore() {
    Score score =
        new Score(measure(), random.nextDouble(), some(0, this::factor), some(0, this::feedback));
    return new FrameScore(
        text(),
        random.nextInt(Integer.MAX_VALUE),
        time(),
        text(),
        text(),
        text(),
        any(Phase.class),
        score,
        measure(),
        measure(),
        measure(),
        some(0, this::person),
        occlusion(),
        occlusion(),
        some(0, () -> any(Edge.class)),
        some(0, () -> new MeasureReading("tilt_degrees", measure())),
        text(),
        text());
  }

  SessionVerdict sessionVerdict() {
    Instant from = time();
    return new SessionVerdict(
        text(),
        1 + random.nextInt(9),
        text(),
        orNull(this::text),
        text(),
        text(),
        orNull(this::text),
        any(Verdict.class),
        any(Verdict.class),
        any(DecidedBy.class),
        orNull(() -> any(RulingReason.class)),
        some(0, this::reason),
        some(0, this::counterfactual),
        measure(),
        measure(),
        from,
        from.plusMillis(random.nextInt(100_000)),
        random.nextInt(100_000),
        text());
  }

  private Reason reason() {
    ReasonCode code = any(ReasonCode.class);
    Verdict leadsTo = any(Verdict.class);
    return new Reason(
        code,
        code.control() == Control.STRUCTURAL && leadsTo == Verdict.REJECT
            ? Verdict.REVIEW
            : leadsTo,
        random.nextDouble(),
        measure(),
        measure(),
        text(),
        some(0, () -> new Span(random.nextInt(1_000), 1_000L + random.nextInt(1_000))),
        orNull(() -> any(Edge.class)),
        orNull(this::text));
  }

  private Counterfactual counterfactual() {
    return new Counterfactual(
        any(ReasonCode.class), any(Change.class), measure(), text(), any(Verdict.class));
  }

  SessionSummary sessionSummary() {
    long released = random.nextInt(1_000);
    long redacted = random.nextInt(1_000);
    long withheld = random.nextInt(1_000);
    return new SessionSummary(
        text(),
        1 + random.nextInt(5),
        text(),
        text(),
        text(),
        any(Settlement.class),
        released + redacted + withheld,
        released,
        redacted,
        withheld,
        random.nextLong(),
        random.nextLong(),
        random.nextLong(),
        gaps(),
        time(),
        time(),
        orNull(random::nextLong),
        measure());
  }

  OperationsReading operationsReading() {
    ReadingName name = any(ReadingName.class);
    double least = Math.max(-1, name.unit().least());
    long of = random.nextInt(1_000);
    Instant from = time();
    return new OperationsReading(
        name,
        orNull(this::text),
        text(),
        text(),
        orNull(this::text),
        from,
        from.plusMillis(random.nextInt(1_000_000)),
        random.nextBoolean()
            ? Measure.of(least + random.nextDouble() * (1 - least))
            : Measure.unassessed(any(Unassessed.class)),
        interval(least),
        random.nextLong(of + 1),
        of,
        some(0, this::correction));
  }

  private Interval interval(double least) {
    Basis basis = any(Basis.class);
    double confidence = 0.5 + random.nextDouble() / 3;
    double low = least + random.nextDouble();
    return switch (basis) {
      case NOT_ASSESSED -> Interval.notAssessed(confidence);
      case CENSUS -> Interval.census(low, confidence);
      case EXACT, EXACT_CORRECTED, EXACT_ON_EFFECTIVE_SAMPLE, JACKKNIFE, WOODRUFF, BOOTSTRAP ->
        new Interval(low, low + random.nextDouble(), confidence, basis);
    };
  }

  private Correction correction() {
    long of = random.nextInt(1_000);
    return new Correction(any(Correction.Fault.class), random.nextLong(of + 1), of);
  }

  LifecycleEvent lifecycleEvent() {
    return new LifecycleEvent(
        text(),
        text(),
        text(),
        text(),
        text(),
        text(),
        any(LifecycleStep.class),
        time(),
        new Details(
            orNull(this::text),
            text(),
            orNull(this::text),
            orNull(this::text),
            any(Details.Answer.class),
            new Money(random.nextInt(10_000), random.nextBoolean() ? "KES" : "USD"),
            orNull(() -> 1L + random.nextInt(1_000)),
            any(Details.Decision.class),
            orNull(this::text),
            orNull(this::text),
            any(Details.AppealOutcome.class),
            orNull(() -> random.nextLong(1L << 40)),
            orNull(() -> 1 + random.nextInt(9))));
  }

  Incident incident() {
    IncidentState state = any(IncidentState.class);
    int from = random.nextInt(1_000);
    return new Incident(
        text(),
        text(),
        any(IncidentKind.class),
        state,
        state == IncidentState.OPENED ? 1 : 2 + random.nextInt(5),
        from,
        from + random.nextInt(1_000),
        time(),
        time(),
        1 + random.nextInt(5),
        random.nextDouble(),
        any(Severity.class),
        text(),
        text(),
        text(),
        some(0, () -> any(Mark.class)),
        text());
  }

  PreflightVerdict preflightVerdict() {
    List<Finding> findings = some(
        0,
        () -> new Finding(
            any(FindingCode.class),
            any(Effect.class),
            orNull(() -> any(Side.class)),
            (1 + random.nextInt(100)) / 100.0,
            random.nextInt(1_000),
            text()));
    boolean change = findings.stream().anyMatch(finding -> finding.effect() == Effect.CHANGE);
    int from = random.nextInt(1_000);
    return new PreflightVerdict(
        text(),
        change ? Outcome.NOT_YET : Outcome.GO,
        any(EndedBy.class),
        from,
        from + random.nextInt(1_000),
        time(),
        time(),
        1 + random.nextInt(1_000),
        findings,
        text(),
        text(),
        text());
  }

  SessionFeedback sessionFeedback() {
    return new SessionFeedback(
        text(),
        1 + random.nextInt(9),
        text(),
        orNull(this::text),
        text(),
        any(Verdict.class),
        some(1, this::feedbackMessage));
  }

  private FeedbackMessage feedbackMessage() {
    return new FeedbackMessage(
        any(NoteKind.class),
        orNull(() -> any(ReasonCode.class)),
        orNull(() -> any(Change.class)),
        some(0, () -> new Span(random.nextInt(1_000), 1_000L + random.nextInt(1_000))),
        orNull(() -> any(Edge.class)),
        some(1, this::saying),
        text(),
        orNull(this::text),
        random.nextBoolean());
  }

  private Saying saying() {
    String code = Sayings.codes().get(random.nextInt(Sayings.codes().size()));
    return new Saying(
        code,
        Sayings.gaps(code).stream()
            .map(gap -> random.nextBoolean()
                ? new Argument(gap, random.nextLong(), null)
                : new Argument(gap, null, text()))
            .toList());
  }

  Rejection rejection() {
    return new Rejection(
        origin(), any(RejectReason.class), orNull(random::nextLong), orNull(random::nextLong));
  }

  Revocation revocation() {
    return new Revocation(any(RevokedBy.class), "r" + text(), time(), any(RevocationReason.class));
  }

  PolicyVersion policyVersion() {
    List<DetectorKind> kinds =
        List.of(DetectorKind.FACE, DetectorKind.PERSON, DetectorKind.SCREEN, DetectorKind.TEXT);
    return new PolicyVersion(
        new Policy(
            text(),
            kinds.subList(random.nextInt(kinds.size()), kinds.size()).stream()
                .map(kind -> new Hiding(
                    kind,
                    random.nextDouble(),
                    new Growth(random.nextDouble(), random.nextDouble(), random.nextDouble()),
                    random.nextLong(10_000)))
                .toList(),
            random.nextDouble(),
            DrawnFootage.LIKE_ANY_OTHER,
            any(Documents.class)),
        time());
  }

  TaskSpec taskSpec() {
    int least = random.nextInt(100);
    return new TaskSpec(
        "t" + text(),
        "v" + text(),
        time(),
        text(),
        some(0, () -> new CompletionStep("s" + text(), any(CompletionStep.Sight.class))),
        some(0, () -> any(BodyArea.class)).stream()
            .filter(area -> area.compareTo(BodyArea.TORSO) < 0)
            .toList(),
        some(0, () -> any(BodyArea.class)).stream()
            .filter(area -> area.compareTo(BodyArea.TORSO) >= 0)
            .toList(),
        framing(),
        new ExpectedObjects(
            random.nextBoolean()
                ? List.of()
                : List.of(new ExpectedObject(
                    "o" + text(), some(0, this::text), any(ExpectedObject.Need.class))),
            any(ExpectedObjects.Order.class)),
        new RecordedTime(least, least + 1 + random.nextInt(100)),
        Map.of(text(), 1 + random.nextInt(1_000)),
        Map.of(any(FactorName.class), Tolerance.rising(random.nextDouble(), 1)),
        some(0, () -> any(Sensor.class)),
        any(Sensitivity.class),
        1 + random.nextInt(100),
        new SessionBounds(
            random.nextDouble(), random.nextDouble(), random.nextDouble(), random.nextDouble()));
  }

  private FramingSpec framing() {
    double small = 0.01 + random.nextDouble();
    return new FramingSpec(
        any(View.class),
        random.nextInt(3),
        new Area(
            random.nextDouble() / 3,
            random.nextDouble() / 3,
            1 - random.nextDouble() / 3,
            1 - random.nextDouble() / 3),
        small,
        2 * small,
        1 + random.nextInt(40),
        0.1 + random.nextDouble(),
        1 + random.nextDouble());
  }

  private Look look() {
    return new Look(
        any(DetectorKind.class), any(Looked.class), orNull(() -> random.nextLong(1L << 40)));
  }

  private PersonJudgement person() {
    return new PersonJudgement(
        new Detection(
            new Box(
                random.nextFloat() * 100 - 50,
                random.nextFloat() * 100,
                1 + random.nextFloat() * 100,
                1 + random.nextFloat() * 100),
            random.nextDouble()),
        any(Who.class),
        some(1, () -> any(PersonEvidence.class)));
  }

  private Occlusion occlusion() {
    return new Occlusion(
        measure(),
        orNull(() -> any(Edge.class)),
        orNull(() -> new GridMask(3, 2, random.nextBoolean() ? "#..##." : "......")));
  }

  private Factor factor() {
    return new Factor(
        any(FactorName.class), measure(), measure(), any(Control.class), random.nextDouble());
  }

  private Feedback feedback() {
    return new Feedback(
        any(FeedbackCode.class),
        any(FactorName.class),
        random.nextGaussian(),
        any(Control.class),
        orNull(() -> any(Edge.class)));
  }

  private List<Region> regions(Disposition disposition) {
    return disposition == Disposition.RELEASE ? List.of() : some(1, this::region);
  }

  private Region region() {
    return new Region(
        random.nextInt(8_000),
        random.nextInt(8_000),
        1 + random.nextInt(8_000),
        1 + random.nextInt(8_000),
        any(RegionKind.class),
        any(RegionReason.class),
        orNull(() -> random.nextInt(100)),
        random.nextInt(101) / 100.0);
  }

  private IndexRanges gaps() {
    IndexRanges gaps = IndexRanges.NONE;
    for (int index = 0; index < 60; index++) {
      gaps = random.nextInt(4) == 0 ? gaps.with(index) : gaps;
    }
    return gaps;
  }

  private Measure measure() {
    return random.nextBoolean()
        ? Measure.of(random.nextGaussian() * 1e3)
        : Measure.unassessed(any(Unassessed.class));
  }

  private Origin origin() {
    return new Origin(
        text(),
        random.nextInt(64),
        random.nextLong(1L << 40),
        orNull(() -> time().toEpochMilli()));
  }

  private Instant time() {
    return Instant.ofEpochMilli(random.nextLong(-1_000_000_000_000L, 4_000_000_000_000L));
  }

  /** Letters from beyond ASCII, quotes and line breaks among them, up to a surrogate pair. */
  private String text() {
    int[] letters = random
        .ints(random.nextInt(12), 0, 5)
        .map(kind -> new int[] {'a', '"', '\n', 'é', 0x1F9E6}[kind])
        .toArray();
    return new String(letters, 0, letters.length);
  }

  private <E extends Enum<E>> E any(Class<E> vocabulary) {
    E[] words = vocabulary.getEnumConstants();
    return words[random.nextInt(words.length)];
  }

  private <V> @Nullable V orNull(Supplier<V> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  private <V> List<V> some(int atLeast, Supplier<V> value) {
    return Stream.generate(value).limit(atLeast + random.nextInt(4)).toList();
  }
}
