package sightline.wire;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecordBase;
import sightline.wire.avro.Audio;
import sightline.wire.avro.CompletionStep;
import sightline.wire.avro.Consent;
import sightline.wire.avro.Correction;
import sightline.wire.avro.Directive;
import sightline.wire.avro.DirectiveOverride;
import sightline.wire.avro.Disposition;
import sightline.wire.avro.ExpectedObject;
import sightline.wire.avro.Factor;
import sightline.wire.avro.FactorTolerance;
import sightline.wire.avro.Feedback;
import sightline.wire.avro.FeedbackMessage;
import sightline.wire.avro.FeedbackSpan;
import sightline.wire.avro.Finality;
import sightline.wire.avro.Finding;
import sightline.wire.avro.Frame;
import sightline.wire.avro.FrameScore;
import sightline.wire.avro.Gap;
import sightline.wire.avro.GridMask;
import sightline.wire.avro.Hiding;
import sightline.wire.avro.Incident;
import sightline.wire.avro.LifecycleEvent;
import sightline.wire.avro.Lift;
import sightline.wire.avro.Look;
import sightline.wire.avro.Measure;
import sightline.wire.avro.MutedSpan;
import sightline.wire.avro.NamedMeasure;
import sightline.wire.avro.Occlusion;
import sightline.wire.avro.OperationsReading;
import sightline.wire.avro.Origin;
import sightline.wire.avro.Pcm;
import sightline.wire.avro.Person;
import sightline.wire.avro.Phase;
import sightline.wire.avro.PolicyVersion;
import sightline.wire.avro.PreflightVerdict;
import sightline.wire.avro.RedactedFrame;
import sightline.wire.avro.Region;
import sightline.wire.avro.Rejection;
import sightline.wire.avro.Review;
import sightline.wire.avro.Revocation;
import sightline.wire.avro.Saying;
import sightline.wire.avro.SayingArgument;
import sightline.wire.avro.SessionFeedback;
import sightline.wire.avro.SessionSummary;
import sightline.wire.avro.SessionVerdict;
import sightline.wire.avro.TaskSpec;
import sightline.wire.avro.Vector;
import sightline.wire.avro.VerdictCounterfactual;
import sightline.wire.avro.VerdictReason;
import sightline.wire.avro.VerdictSpan;

/**
 * One record of each kind and published version with every field filled in, as its golden file reads today. Publishing a version 2
 * adds a record here, with the new field filled in; that of version 1 then shows the field's default.
 */
final class Golden {
  private static final Instant CAPTURED = Instant.parse("2026-03-01T10:15:30.250Z");
  private static final Instant APPENDED = Instant.parse("2026-03-01T10:15:31.007Z");

  private Golden() {}

  /** The record of the newest version, which is the one that is written. */
  static <T extends SpecificRecordBase> T newest(WireFormat<T> format) {
    return record(format, PublishedSchemas.of(format.type().getSimpleName()).size());
  }

  static <T extends SpecificRecordBase> T record(WireFormat<T> format, int version) {
    return format
        .type()
        .cast(
            switch (name(format, version)) {
              case "Frame-v1" -> frame();
              case "FrameScore-v1" -> frameScore();
              case "FrameScore-v2" -> frameScoreWithDetail();
              case "Directive-v1" -> directive();
              case "Directive-v2" -> directiveWithLooks();
              case "Directive-v3" -> directiveWithConsent();
              case "DirectiveOverride-v1" -> directiveOverride();
              case "DirectiveOverride-v2" -> directiveOverrideThatLifts();
              case "SessionSummary-v1" -> sessionSummary();
              case "Incident-v1" -> incident();
              case "PreflightVerdict-v1" -> preflightVerdict();
              case "SessionVerdict-v1" -> sessionVerdict();
              case "SessionFeedback-v1" -> sessionFeedback();
              case "Rejection-v1" -> rejection();
              case "RedactedFrame-v1" -> redactedFrame();
              case "Revocation-v1" -> revocation();
              case "PolicyVersion-v1" -> policyVersion();
              case "TaskSpec-v1" -> taskSpec();
              case "TaskSpec-v2" -> taskSpecInFull();
              case "Review-v1" -> review();
              case "LifecycleEvent-v1" -> lifecycleEvent();
              case "OperationsReading-v1" -> operationsReading();
              case "OperationsReading-v2" -> operationsReadingWithDetail();
              default ->
                throw new IllegalArgumentException("no golden record for " + name(format, version));
            });
  }

  static String name(WireFormat<?> format, int version) {
    return "%s-v%s".formatted(format.type().getSimpleName(), version);
  }

  static Frame frame() {
    return Frame.newBuilder()
        .setSession("session-7f3a")
        .setIndex(73)
        .setTask("fold-laundry")
        .setWorker("pseudonym-c0ffee")
        .setDeviceClass("phone-mid")
        .setRegion("eu-west")
        .setPhase(Phase.RECORDING)
        .setCapturedAt(CAPTURED)
        .setWidth(1280)
        .setHeight(720)
        .setRotation(270)
        .setGravity(new Vector(0.5f, -9.75f, 1.25f))
        .setFieldOfViewDegrees(78.5f)
        .setReceipt("receipt-1")
        .setAudio(new Pcm(16_000, CAPTURED.minusMillis(33), bytes(1, 0, 255, 127)))
        .setEndOfSession(true)
        .setKeyId("key-1")
        .setCipher("AES-256-GCM")
        .setImage(bytes(0xFF, 0xD8, 0xFF, 0xD9))
        .setReference("footage/73.jpg")
        .setDrawnSignature(bytes(9, 8, 7))
        .build();
  }

  static FrameScore frameScore() {
    return FrameScore.newBuilder()
        .setSession("session-7f3a")
        .setIndex(73)
        .setCapturedAt(CAPTURED)
        .setTask("fold-laundry")
        .setDeviceClass("phone-mid")
        .setRegion("eu-west")
        .setPhase(Phase.PREFLIGHT)
        .setScore(new Measure(0.8125, null))
        .setAssessedWeight(0.75)
        .setFactors(List.of(
            new Factor(
                "BRIGHTNESS", new Measure(0.25, null), new Measure(0.5, null), "CONTROLLABLE", 2.0),
            new Factor(
                "SHARPNESS",
                new Measure(null, "TOO_DARK"),
                new Measure(null, "TOO_DARK"),
                "STRUCTURAL",
                1.5)))
        .setFeedback(List.of(new Feedback("TOO_DARK", "BRIGHTNESS", 0.25, "CONTROLLABLE", "LEFT")))
        .setFaces(new Measure(3.0, null))
        .setHands(new Measure(null, "NOT_IN_THIS_VERSION"))
        .setPeople(new Measure(null, "MODEL_MISSING"))
        .setScoring("scoring-1")
        .setModels("yunet-1")
        .setKeyId("key-1")
        .setCipher("AES-256-GCM")
        .build();
  }

  static Directive directive() {
    return Directive.newBuilder()
        .setSession("session-7f3a")
        .setIndex(73)
        .setCapturedAt(CAPTURED)
        .setOrigin(origin())
        .setSha256("00ff".repeat(16))
        .setDisposition(Disposition.WITHHOLD)
        .setWithheldBecause(List.of("LATE", "MODEL_MISSING"))
        .setRegions(regions())
        .setAudio(Audio.MUTE)
        .setFinality(Finality.FINAL)
        .setRevision(1)
        .setLateness("HORIZON")
        .setConsent(Consent.REQUIRED)
        .setPolicy("face-1")
        .setModels("yunet-1")
        .setKeyId("key-1")
        .setCipher("AES-256-GCM")
        .build();
  }

  static Directive directiveWithLooks() {
    return Directive.newBuilder(directive())
        .setLooks(
            List.of(new Look("FACE", "WITH_MODEL", 0L), new Look("PERSON", "NOT_SCHEDULED", null)))
        .build();
  }

  static Directive directiveWithConsent() {
    return Directive.newBuilder(directiveWithLooks())
        .setMuted(List.of(new MutedSpan(CAPTURED.minusMillis(250), CAPTURED.plusMillis(750))))
        .setPurposes(List.of("evaluation", "training"))
        .setDoubt(0.25)
        .build();
  }

  static FrameScore frameScoreWithDetail() {
    return FrameScore.newBuilder(frameScore())
        .setPersons(List.of(new Person(
            -3.5f, 10f, 100f, 200.25f, 0.8, "WORKER", List.of("ENTERS_FROM_THE_WEARER"))))
        .setLens(new Occlusion(new Measure(0.5, null), "LEFT", new GridMask(2, 1, "#.")))
        .setView(new Occlusion(new Measure(null, "TOO_DARK"), null, null))
        .setHandsLeftBy(List.of("BOTTOM"))
        .setMeasures(List.of(new NamedMeasure("tilt_degrees", new Measure(-2.5, null))))
        .build();
  }

  static DirectiveOverride directiveOverride() {
    return DirectiveOverride.newBuilder()
        .setSession("session-7f3a")
        .setIndex(73)
        .setRevision(2)
        .setEffectiveAt(APPENDED)
        .setCause("REVOCATION")
        .setDisposition(Disposition.REDACT)
        .setRegions(regions())
        .setKeyId("key-1")
        .setCipher("AES-256-GCM")
        .build();
  }

  static DirectiveOverride directiveOverrideThatLifts() {
    return DirectiveOverride.newBuilder(directiveOverride())
        .setCause("REVIEW")
        .setDisposition(Disposition.WITHHOLD)
        .setLift(new Lift(Disposition.REDACT, "0f".repeat(32), List.of("NOT_SEEN_WELL", "REVIEW")))
        .build();
  }

  static Review review() {
    return Review.newBuilder()
        .setSession("session-7f3a")
        .setStatement("e30.e30.c2lnbmF0dXJl")
        .setKeyId("key-1")
        .setCipher("AES-256-GCM")
        .build();
  }

  static SessionSummary sessionSummary() {
    return SessionSummary.newBuilder()
        .setSession("session-7f3a")
        .setRevision(2)
        .setTask("fold-laundry")
        .setDeviceClass("phone-mid")
        .setRegion("eu-west")
        .setSettlement("SILENCE")
        .setAccepted(100)
        .setReleased(60)
        .setRedacted(30)
        .setWithheld(10)
        .setLate(4)
        .setDuplicates(5)
        .setMissing(3)
        .setGaps(List.of(new Gap(7, 8), new Gap(41, 41)))
        .setFirstCapturedAt(CAPTURED)
        .setLastCapturedAt(APPENDED)
        .setClockOffsetMillis(-757L)
        .setMeanScore(new Measure(0.75, null))
        .setKeyId("key-1")
        .setCipher("AES-256-GCM")
        .build();
  }

  static OperationsReading operationsReading() {
    return OperationsReading.newBuilder()
        .setName("LEAK_RATE")
        .setDeviceClass("phone-mid")
        .setRegion("eu-west")
        .setTask("fold-laundry")
        .setFrom(CAPTURED)
        .setTo(APPENDED)
        .setValue(new Measure(0.0125, null))
        .setLow(0.0)
        .setHigh(0.0625)
        .setConfidence(0.95)
        .setCount(3)
        .setOf(200)
        .setCorrected(
            List.of(new Correction("MISSED", 30L, 120L), new Correction("FOUND_FALSELY", 9L, 900L)))
        .setKeyId("key-1")
        .setCipher("AES-256-GCM")
        .build();
  }

  static OperationsReading operationsReadingWithDetail() {
    return OperationsReading.newBuilder(operationsReading())
        .setName("PAY_BY_SENSITIVITY")
        .setDetail("HIGH/KES")
        .setUnit("CURRENCY_PER_HOUR")
        .setValue(new Measure(312.5, null))
        .setLow(287.25)
        .setHigh(340.0)
        .setBasis("JACKKNIFE")
        .build();
  }

  static LifecycleEvent lifecycleEvent() {
    return LifecycleEvent.newBuilder()
        .setId("event-1")
        .setAssignment("assignment-7f3a")
        .setWorker("pseudonym-c0ffee")
        .setTask("fold-laundry")
        .setDeviceClass("phone-mid")
        .setRegion("eu-west")
        .setStep("REVIEW_DECIDED")
        .setAt(CAPTURED)
        .setSession("session-7f3a")
        .setPolicyVersion("consent-3")
        .setConsentStep("who-sees-it")
        .setQuestion("may-i-stop")
        .setAnswer("RIGHT")
        .setPayMinorUnits(1_050L)
        .setPayCurrency("KES")
        .setOfferedSeconds(1_200L)
        .setDecision("REJECTED")
        .setReason("SHAKEN")
        .setReview("review-1")
        .setAppeal("UPHELD")
        .setInterruptionMillis(4_000L)
        .setAttempt(2)
        .setKeyId("key-1")
        .setCipher("AES-256-GCM")
        .build();
  }

  static Incident incident() {
    return Incident.newBuilder()
        .setIncident("0123456789abcdef".repeat(2))
        .setSession("session-7f3a")
        .setKind("THIRD_PARTY_ENTERED")
        .setState("UPDATED")
        .setRevision(2)
        .setFromFrame(73)
        .setToFrame(91)
        .setFromCapturedAt(CAPTURED)
        .setToCapturedAt(APPENDED)
        .setCount(2)
        .setNearest(0.625)
        .setSeverity("MEDIUM")
        .setTask("fold-laundry")
        .setDeviceClass("phone-mid")
        .setRegion("eu-west")
        .setMarks(List.of("MAYBE_A_CHILD"))
        .setPolicy("household-1")
        .setKeyId("key-1")
        .setCipher("AES-256-GCM")
        .build();
  }

  static PreflightVerdict preflightVerdict() {
    return PreflightVerdict.newBuilder()
        .setSession("session-7f3a")
        .setOutcome("NOT_YET")
        .setEndedBy("LAST_FRAME")
        .setFromFrame(0)
        .setToFrame(299)
        .setFromCapturedAt(CAPTURED)
        .setToCapturedAt(APPENDED)
        .setFrames(300)
        .setFindings(List.of(
            new Finding("PAPER", "CHANGE", "LEFT", 0.25, 73, "Please put it away."),
            new Finding("BLURRED", "NOTHING_TO_DO", null, 1.0, 0, "We adapt.")))
        .setLanguage("en")
        .setTask("fold-laundry")
        .setPolicy("household-1")
        .setKeyId("key-1")
        .setCipher("AES-256-GCM")
        .build();
  }

  static SessionVerdict sessionVerdict() {
    return SessionVerdict.newBuilder()
        .setSession("session-7f3a")
        .setRevision(2)
        .setTask("fold-laundry")
        .setSpec("3")
        .setDeviceClass("phone-low")
        .setRegion("KE")
        .setLocale("sw-KE")
        .setVerdict("COACH")
        .setOnReferenceConditions("ACCEPT")
        .setDecidedBy("REVIEWER")
        .setRuled("LOW_LIGHT")
        .setReasons(List.of(new VerdictReason(
            "TOO_DARK",
            "COACH",
            0.41,
            new Measure(0.41, null),
            new Measure(0.2, null),
            "share",
            List.of(new VerdictSpan(12_000L, 40_000L)),
            "LEFT",
            "cup")))
        .setCounterfactuals(List.of(new VerdictCounterfactual(
            "TOO_DARK", "LIGHT_ON", new Measure(null, "NOTHING_TO_MEASURE"), "", "ACCEPT")))
        .setScore(new Measure(0.62, null))
        .setHandsInView(new Measure(null, "TOO_DARK"))
        .setFrom(Instant.parse("2026-03-01T08:00:00.125Z"))
        .setTo(Instant.parse("2026-03-01T08:01:10.250Z"))
        .setRecordedMillis(70_125L)
        .setRules("verdict-1")
        .setKeyId("key-1")
        .setCipher("AES-256-GCM")
        .build();
  }

  static SessionFeedback sessionFeedback() {
    return SessionFeedback.newBuilder()
        .setSession("session-7f3a")
        .setRevision(2)
        .setTask("fold-laundry")
        .setLocale("sw-KE")
        .setLanguage("sw")
        .setVerdict("COACH")
        .setMessages(List.of(
            new FeedbackMessage(
                "ADVICE",
                "CAMERA_TILTED",
                "TILT_DOWN",
                List.of(new FeedbackSpan(12_000L, 40_000L)),
                "LEFT",
                List.of(new Saying(
                    "when",
                    List.of(
                        new SayingArgument("count", 1L, null),
                        new SayingArgument("times", null, "0:12–0:40")))),
                "Ilikuwa wakati huu: 0:12–0:40.",
                "This was at this time: 0:12–0:40.",
                false),
            new FeedbackMessage(
                "APPEAL",
                null,
                null,
                List.of(),
                null,
                List.of(new Saying("appeal", List.of())),
                "Unaweza kuomba mtu aangalie tena.",
                null,
                true)))
        .setKeyId("key-1")
        .setCipher("AES-256-GCM")
        .build();
  }

  static Rejection rejection() {
    return Rejection.newBuilder()
        .setOrigin(origin())
        .setReason("TOO_MANY_BYTES")
        .setMeasured(6_000_000L)
        .setLimit(5_000_000L)
        .setKeyId("key-1")
        .setCipher("AES-256-GCM")
        .build();
  }

  static RedactedFrame redactedFrame() {
    return RedactedFrame.newBuilder()
        .setSession("session-7f3a")
        .setIndex(73)
        .setRevision(2)
        .setCapturedAt(CAPTURED)
        .setDisposition(Disposition.REDACT)
        .setWidth(720)
        .setHeight(1280)
        .setImage(bytes(0xFF, 0xD8, 0xFF, 0xD9))
        .setPurposes(List.of("evaluation", "training"))
        .setPolicy("household-1")
        .setSignature(bytes(IntStream.range(0, 64).toArray()))
        .setSignedBy("redact-2026-03")
        .setKeyId("key-1")
        .setCipher("AES-256-GCM")
        .build();
  }

  static Revocation revocation() {
    return Revocation.newBuilder()
        .setKind("RECEIPT")
        .setId("receipt-1")
        .setEffectiveAt(APPENDED)
        .setReason("WITHDRAWN")
        .setKeyId("key-1")
        .setCipher("AES-256-GCM")
        .build();
  }

  static PolicyVersion policyVersion() {
    return PolicyVersion.newBuilder()
        .setVersion("household-7")
        .setEffectiveAt(APPENDED)
        .setHidings(List.of(
            new Hiding("FACE", 0.75, 0.25, 0.5, 0.25, 0L),
            new Hiding("TEXT", 0.5, 0.0, 0.0, 0.0, 1_000L)))
        .setStandInConfidence(0.125)
        .setDocuments("SHOWN_WITH_CONSENT")
        .setKeyId("key-1")
        .setCipher("AES-256-GCM")
        .build();
  }

  static TaskSpec taskSpec() {
    return TaskSpec.newBuilder()
        .setTask("fold-laundry")
        .setVersion("3")
        .setEffectiveAt(APPENDED)
        .setView("TRIPOD")
        .setHands(2)
        .setSafeLeft(0.125)
        .setSafeTop(0.25)
        .setSafeRight(0.875)
        .setSafeBottom(0.75)
        .setMinHandSize(0.0625)
        .setMaxHandSize(0.5)
        .setMaxTiltDegrees(7.5)
        .setMaxShake(0.25)
        .setMinFramesPerSecond(5.0)
        .setKeyId("key-1")
        .setCipher("AES-256-GCM")
        .build();
  }

  static TaskSpec taskSpecInFull() {
    return TaskSpec.newBuilder(taskSpec())
        .setObjective("Fold five shirts and lay them on the pile.")
        .setCompletion(List.of(new CompletionStep("Fold a shirt.", "NOT_ASSESSED")))
        .setRequiredBody(List.of("HANDS"))
        .setForbiddenBody(List.of("FACE", "LEGS"))
        .setObjects(List.of(new ExpectedObject("chair", List.of("chair", "couch"), "OPTIONAL")))
        .setObjectOrder("AS_LISTED")
        .setLeastSeconds(20)
        .setMostSeconds(600)
        .setResolutionFloor(Map.of("phone-low", 240))
        .setTolerances(List.of(
            new FactorTolerance("BRIGHTNESS", 0.0625, 0.25, 0.75, Double.POSITIVE_INFINITY)))
        .setSensors(List.of("AUDIO"))
        .setSensitivity("HIGH")
        .setRetentionDays(30)
        .setHandsVisible(0.75)
        .setMissing(0.125)
        .setUnusable(0.25)
        .setWithheld(0.375)
        .build();
  }

  private static Origin origin() {
    return new Origin("frames", 3, 12_345L, APPENDED);
  }

  private static List<Region> regions() {
    return List.of(
        new Region(310, 88, 64, 80, "FACE", "FACE_DETECTED", 2, 0.91),
        new Region(0, 0, 1, 1, "FACE", "FACE_SUSPECTED", null, 0.3));
  }

  private static ByteBuffer bytes(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length);
    for (int value : values) {
      bytes.put((byte) value);
    }
    return bytes.flip();
  }
}
