package sightline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sightline.domain.assessment.Mark;
import sightline.domain.feedback.SessionFeedback;
import sightline.domain.frame.Origin;
import sightline.domain.frame.RejectReason;
import sightline.domain.frame.Rejection;
import sightline.domain.incident.Incident;
import sightline.domain.incident.IncidentKind;
import sightline.domain.incident.IncidentState;
import sightline.domain.incident.Severity;
import sightline.domain.preflight.Effect;
import sightline.domain.preflight.EndedBy;
import sightline.domain.preflight.Finding;
import sightline.domain.preflight.FindingCode;
import sightline.domain.preflight.Outcome;
import sightline.domain.preflight.PreflightVerdict;
import sightline.domain.preflight.Side;
import sightline.domain.privacy.Audio;
import sightline.domain.privacy.Consent;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Finality;
import sightline.domain.privacy.Lateness;
import sightline.domain.privacy.Look;
import sightline.domain.privacy.Looked;
import sightline.domain.privacy.OverrideCause;
import sightline.domain.privacy.Region;
import sightline.domain.privacy.RegionKind;
import sightline.domain.privacy.RegionReason;
import sightline.domain.privacy.WithholdReason;
import sightline.domain.quality.Measure;
import sightline.domain.quality.Unassessed;
import sightline.domain.session.IndexRanges;
import sightline.domain.session.SessionSummary;
import sightline.domain.session.Settlement;

/** What {@link JsonLines} says of what became of frames: directives, the books of a session, rejections. */
class DecisionLinesTest {
  private static final String FILE = "walkers/one-by-one.mp4";
  private static final Instant CAPTURED = Instant.ofEpochMilli(7_300);

  @Test
  void aDirectiveToRedactReadsAsDocumented() {
    Region face = new Region(310, 88, 64, 80, RegionKind.FACE, RegionReason.FACE_DETECTED, 2, 0.91);

    assertThat(JsonLines.directive(directive(CAPTURED, List.of(), List.of(face), null)))
        .isEqualTo("{\"session\":\"walkers/one-by-one.mp4\",\"frame\":73,"
            + "\"capturedAt\":\"1970-01-01T00:00:07.300Z\",\"disposition\":\"REDACT\","
            + "\"regions\":[{\"x\":310,\"y\":88,\"w\":64,\"h\":80,\"kind\":\"FACE\","
            + "\"reason\":\"FACE_DETECTED\",\"track\":2,\"confidence\":0.91}],"
            + "\"withheldBecause\":[],\"audio\":\"MUTE\",\"muted\":[],\"finality\":\"FINAL\",\"revision\":1,"
            + "\"lateness\":null,\"consent\":\"off\",\"purposes\":[\"training\"],\"policy\":\"face-1\",\"models\":\"yunet-1\",\"doubt\":0.25,"
            + "\"sha256\":\"00ff\","
            + "\"looks\":[{\"kind\":\"FACE\",\"looked\":\"WITH_MODEL\",\"ageMillis\":0},"
            + "{\"kind\":\"PERSON\",\"looked\":\"NOT_SCHEDULED\",\"ageMillis\":null}],"
            + "\"origin\":{\"topic\":\"walkers/one-by-one.mp4\",\"partition\":0,\"offset\":73}}");
  }

  @Test
  void aLateDirectiveNamesItsReasonsAndItsClock() {
    Region suspected =
        new Region(0, 0, 1, 1, RegionKind.FACE, RegionReason.FACE_SUSPECTED, null, 1.0);

    String line = JsonLines.directive(directive(
        CAPTURED,
        List.of(WithholdReason.LATE, WithholdReason.MODEL_MISSING),
        List.of(suspected),
        Lateness.SILENCE));

    assertThat(line)
        .contains("\"disposition\":\"WITHHOLD\"")
        .contains("\"reason\":\"FACE_SUSPECTED\",\"track\":null,\"confidence\":1.0}]")
        .contains("\"withheldBecause\":[\"LATE\",\"MODEL_MISSING\"],")
        .contains("\"lateness\":\"SILENCE\"");
  }

  @Test
  void anOverrideOfASessionNamesNoFrame() {
    DirectiveOverride override = new DirectiveOverride(
        FILE, null, 2, CAPTURED, OverrideCause.REVOCATION, Disposition.WITHHOLD, List.of());

    assertThat(JsonLines.override(override))
        .isEqualTo("{\"session\":\"walkers/one-by-one.mp4\",\"frame\":null,\"revision\":2,"
            + "\"effectiveAt\":\"1970-01-01T00:00:07.300Z\",\"cause\":\"REVOCATION\","
            + "\"disposition\":\"WITHHOLD\",\"regions\":[]}");
  }

  @Test
  void timesHaveExactlyThreeDecimals() {
    assertThat(List.of(
            directiveAt("2026-03-01T10:15:30Z"),
            directiveAt("2026-03-01T10:15:30.1Z"),
            directiveAt("2026-03-01T10:15:30.123456Z")))
        .satisfiesExactly(
            line -> assertThat(line).contains("\"capturedAt\":\"2026-03-01T10:15:30.000Z\""),
            line -> assertThat(line).contains("\"capturedAt\":\"2026-03-01T10:15:30.100Z\""),
            line -> assertThat(line).contains("\"capturedAt\":\"2026-03-01T10:15:30.123Z\""));
  }

  private static String directiveAt(String time) {
    return JsonLines.directive(directive(Instant.parse(time), List.of(), List.of(), null));
  }

  @Test
  void aSessionsLineKeepsTheWholeBooks() {
    IndexRanges gaps = IndexRanges.NONE.with(7).with(8).with(41);

    assertThat(JsonLines.session(session(gaps, -757L, Measure.of(0.75))))
        .isEqualTo("{\"session\":\"walkers/one-by-one.mp4\",\"revision\":2,"
            + "\"task\":\"unspecified\",\"deviceClass\":\"file\",\"region\":\"none\","
            + "\"settlement\":\"SILENCE\",\"accepted\":100,\"released\":60,\"redacted\":30,"
            + "\"withheld\":10,\"late\":4,\"duplicates\":5,\"missing\":3,"
            + "\"gaps\":[[7,8],[41,41]],\"firstCapturedAt\":\"1970-01-01T00:00:00.000Z\","
            + "\"lastCapturedAt\":\"1970-01-01T00:00:07.300Z\",\"clockOffsetMillis\":-757,"
            + "\"meanScore\":0.75,\"unassessed\":{}}");
  }

  @Test
  void aSessionWithoutClockOrScoreSaysSo() {
    Measure none = Measure.unassessed(Unassessed.UNDECODABLE);

    assertThat(JsonLines.session(session(IndexRanges.NONE, null, none)))
        .contains("\"gaps\":[],")
        .endsWith("\"clockOffsetMillis\":null,\"meanScore\":null,"
            + "\"unassessed\":{\"meanScore\":\"UNDECODABLE\"}}");
  }

  @Test
  void anIncidentsLineNamesNoWorkerAndKeepsItsMarks() {
    Incident incident = new Incident(
        "00ff".repeat(8),
        FILE,
        IncidentKind.THIRD_PARTY_ENTERED,
        IncidentState.CLOSED,
        2,
        70,
        73,
        Instant.EPOCH,
        CAPTURED,
        1,
        0.5,
        Severity.MEDIUM,
        "unspecified",
        "file",
        "none",
        List.of(Mark.MAYBE_A_CHILD),
        "household-1");

    assertThat(JsonLines.incident(incident))
        .isEqualTo("{\"session\":\"walkers/one-by-one.mp4\","
            + "\"incident\":\"00ff00ff00ff00ff00ff00ff00ff00ff\",\"kind\":\"THIRD_PARTY_ENTERED\","
            + "\"state\":\"CLOSED\",\"revision\":2,\"fromFrame\":70,\"toFrame\":73,"
            + "\"from\":\"1970-01-01T00:00:00.000Z\",\"to\":\"1970-01-01T00:00:07.300Z\","
            + "\"count\":1,\"nearest\":0.5,\"severity\":\"MEDIUM\",\"task\":\"unspecified\","
            + "\"deviceClass\":\"file\",\"region\":\"none\",\"marks\":[\"MAYBE_A_CHILD\"],"
            + "\"policy\":\"household-1\"}");
  }

  @Test
  void aVerdictsLineSaysWhatToDoAndNamesNoWorker() {
    PreflightVerdict verdict = new PreflightVerdict(
        FILE,
        Outcome.NOT_YET,
        EndedBy.LAST_FRAME,
        0,
        73,
        Instant.EPOCH,
        CAPTURED,
        74,
        List.of(new Finding(
            FindingCode.PAPER, Effect.CHANGE, Side.LEFT, 0.25, 7, "Please put it away.")),
        "en",
        "unspecified",
        "household-1");

    assertThat(JsonLines.preflight(verdict))
        .isEqualTo("{\"session\":\"walkers/one-by-one.mp4\",\"outcome\":\"NOT_YET\","
            + "\"endedBy\":\"LAST_FRAME\",\"fromFrame\":0,\"toFrame\":73,"
            + "\"from\":\"1970-01-01T00:00:00.000Z\",\"to\":\"1970-01-01T00:00:07.300Z\",\"frames\":74,"
            + "\"findings\":[{\"code\":\"PAPER\",\"effect\":\"CHANGE\",\"where\":\"LEFT\",\"share\":0.25,"
            + "\"firstFrame\":7,\"words\":\"Please put it away.\"}],\"language\":\"en\","
            + "\"task\":\"unspecified\",\"policy\":\"household-1\"}");
  }

  @Test
  void aFeedbacksLineHasTheTextAndWhatItWasMadeOf() throws Exception {
    SessionFeedback feedback = SessionFeedbacks.fromAvro(
        sightline.wire.avro.SessionFeedback.newBuilder(Golden.sessionFeedback())
            .clearKeyId()
            .clearCipher()
            .build());

    assertThat(FeedbackLines.session(feedback))
        .isEqualTo(
            "{\"session\":\"session-7f3a\",\"revision\":2,\"task\":\"fold-laundry\","
                + "\"locale\":\"sw-KE\",\"language\":\"sw\",\"verdict\":\"COACH\",\"messages\":["
                + "{\"kind\":\"ADVICE\",\"reason\":\"CAMERA_TILTED\",\"advice\":\"TILT_DOWN\","
                + "\"spans\":[{\"fromMillis\":12000,\"toMillis\":40000}],\"edge\":\"LEFT\","
                + "\"sayings\":[{\"code\":\"when\",\"arguments\":{\"count\":1,\"times\":\"0:12–0:40\"}}],"
                + "\"text\":\"Ilikuwa wakati huu: 0:12–0:40.\","
                + "\"english\":\"This was at this time: 0:12–0:40.\",\"reviewed\":false},"
                + "{\"kind\":\"APPEAL\",\"reason\":null,\"advice\":null,\"spans\":[],\"edge\":null,"
                + "\"sayings\":[{\"code\":\"appeal\",\"arguments\":{}}],"
                + "\"text\":\"Unaweza kuomba mtu aangalie tena.\",\"english\":null,\"reviewed\":true}]}");
  }

  @Test
  void aRejectedLineHasNumbersAndOrigin() {
    Origin origin = new Origin("frames", 3, 12_345, 99L);

    assertThat(JsonLines.rejection(
            new Rejection(origin, RejectReason.TOO_MANY_BYTES, 6_000_000L, 5_000_000L)))
        .isEqualTo("{\"origin\":{\"topic\":\"frames\",\"partition\":3,\"offset\":12345},"
            + "\"reason\":\"TOO_MANY_BYTES\",\"measured\":6000000,\"limit\":5000000}");
    assertThat(JsonLines.rejection(Rejection.of(origin, RejectReason.DUPLICATE)))
        .endsWith("\"reason\":\"DUPLICATE\",\"measured\":null,\"limit\":null}");
  }

  @Test
  void numbersThatJsonDoesNotHaveAreRefused() {
    Region region =
        new Region(0, 0, 1, 1, RegionKind.FACE, RegionReason.FACE_DETECTED, null, Double.NaN);

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> JsonLines.directive(directive(CAPTURED, List.of(), List.of(region), null)));
  }

  @Test
  void whateverTheTextARecordIsOneLineOfValidJson() {
    ObjectMapper json = new ObjectMapper();

    assertThat(LongStream.range(0, 300)
            .mapToObj(RandomRecords::new)
            .flatMap(records -> Stream.of(
                JsonLines.directive(records.directive()),
                JsonLines.session(records.sessionSummary()),
                JsonLines.incident(records.incident()),
                JsonLines.preflight(records.preflightVerdict()),
                FeedbackLines.session(records.sessionFeedback()),
                JsonLines.rejection(records.rejection()))))
        .allSatisfy(line -> {
          assertThat(line).doesNotContain("\n").doesNotContain("\r");
          assertThat(json.readTree(line)).hasToString(line);
        });
  }

  private static Directive directive(
      Instant capturedAt,
      List<WithholdReason> because,
      List<Region> regions,
      @Nullable Lateness lateness) {
    Disposition disposition = !because.isEmpty()
        ? Disposition.WITHHOLD
        : regions.isEmpty() ? Disposition.RELEASE : Disposition.REDACT;
    return new Directive(
        FILE,
        73,
        capturedAt,
        new Origin(FILE, 0, 73, null),
        "00ff",
        disposition,
        because,
        regions,
        Audio.MUTE,
        List.of(),
        Finality.FINAL,
        1,
        lateness,
        Consent.OFF,
        List.of("training"),
        "face-1",
        "yunet-1",
        0.25,
        List.of(
            new Look(DetectorKind.FACE, Looked.WITH_MODEL, 0L),
            new Look(DetectorKind.PERSON, Looked.NOT_SCHEDULED, null)));
  }

  private static SessionSummary session(
      IndexRanges gaps, @Nullable Long clockOffset, Measure mean) {
    return new SessionSummary(
        FILE,
        2,
        "unspecified",
        "file",
        "none",
        Settlement.SILENCE,
        100,
        60,
        30,
        10,
        4,
        5,
        3,
        gaps,
        Instant.EPOCH,
        CAPTURED,
        clockOffset,
        mean);
  }
}
