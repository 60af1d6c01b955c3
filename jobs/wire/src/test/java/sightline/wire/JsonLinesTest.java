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
import sightline.domain.assessment.FrameScore;
import sightline.domain.frame.Box;
import sightline.domain.frame.Origin;
import sightline.domain.frame.Phase;
import sightline.domain.frame.RejectReason;
import sightline.domain.frame.Rejection;
import sightline.domain.people.PersonEvidence;
import sightline.domain.people.PersonJudgement;
import sightline.domain.people.Who;
import sightline.domain.privacy.Audio;
import sightline.domain.privacy.Consent;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Finality;
import sightline.domain.privacy.Lateness;
import sightline.domain.privacy.Look;
import sightline.domain.privacy.Looked;
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
import sightline.domain.quality.Unassessed;
import sightline.domain.session.IndexRanges;
import sightline.domain.session.SessionSummary;
import sightline.domain.session.Settlement;

class JsonLinesTest {
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
            + "\"withheldBecause\":[],\"audio\":\"MUTE\",\"finality\":\"FINAL\",\"revision\":1,"
            + "\"lateness\":null,\"consent\":\"off\",\"policy\":\"face-1\",\"models\":\"yunet-1\","
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
  void aFramesLineNamesEveryReasonForTheScore() {
    Factor bright = new Factor(
        FactorName.BRIGHTNESS, Measure.of(0.21), Measure.of(0.4), Control.CONTROLLABLE, 2);
    Measure unseen = Measure.unassessed(Unassessed.TOO_DARK);
    Factor lens = new Factor(FactorName.LENS_OCCLUSION, unseen, unseen, Control.STRUCTURAL, 1.5);
    Feedback dark = new Feedback(
        FeedbackCode.TOO_DARK, FactorName.BRIGHTNESS, 0.21, Control.CONTROLLABLE, null);
    Feedback covered = new Feedback(
        FeedbackCode.LENS_COVERED, FactorName.LENS_OCCLUSION, 0.3, Control.STRUCTURAL, Edge.LEFT);
    Score score = new Score(Measure.of(0.4), 0.5714, List.of(bright, lens), List.of(dark, covered));

    assertThat(JsonLines.frame(frame(score, Measure.of(3))))
        .isEqualTo("{\"session\":\"walkers/one-by-one.mp4\",\"frame\":73,"
            + "\"capturedAt\":\"1970-01-01T00:00:07.300Z\",\"task\":\"unspecified\","
            + "\"deviceClass\":\"file\",\"region\":\"none\",\"phase\":\"RECORDING\","
            + "\"score\":0.4,\"assessedWeight\":0.5714,"
            + "\"factors\":[{\"name\":\"brightness\",\"measured\":0.21,\"utility\":0.4,"
            + "\"control\":\"controllable\",\"weight\":2.0},"
            + "{\"name\":\"lens_occlusion\",\"measured\":null,\"utility\":null,"
            + "\"control\":\"structural\",\"weight\":1.5,\"unassessed\":\"TOO_DARK\"}],"
            + "\"hands\":null,\"faces\":3,\"people\":null,"
            + "\"unassessed\":{\"hands\":\"NOT_IN_THIS_VERSION\",\"people\":\"MODEL_MISSING\"},"
            + "\"feedback\":[{\"code\":\"TOO_DARK\",\"evidence\":\"brightness\","
            + "\"measured\":0.21,\"control\":\"controllable\",\"edge\":null},"
            + "{\"code\":\"LENS_COVERED\",\"evidence\":\"lens_occlusion\",\"measured\":0.3,"
            + "\"control\":\"structural\",\"edge\":\"LEFT\"}],"
            + "\"persons\":[{\"x\":-3.2,\"y\":10.0,\"w\":100.0,\"h\":200.0,\"confidence\":0.8,"
            + "\"who\":\"WORKER\",\"because\":[\"ENTERS_FROM_THE_WEARER\"]}],"
            + "\"lens\":{\"share\":0.5,\"edge\":\"LEFT\",\"mask\":{\"columns\":2,\"rows\":1,\"cells\":\"#.\"}},"
            + "\"view\":{\"share\":null,\"unassessed\":\"NOT_IN_THIS_VERSION\",\"edge\":null,\"mask\":null},"
            + "\"handsLeftBy\":[\"BOTTOM\"],"
            + "\"measures\":[{\"name\":\"tilt_degrees\",\"value\":-2.5},"
            + "{\"name\":\"shake\",\"value\":null,\"unassessed\":\"NO_NEIGHBOUR\"}],"
            + "\"scoring\":\"scoring-1\",\"models\":\"yunet-1\"}");
  }

  @Test
  void anUnassessedScoreIsNullWithItsReason() {
    Measure none = Measure.unassessed(Unassessed.UNDECODABLE);

    assertThat(JsonLines.frame(frame(new Score(none, 0, List.of(), List.of()), none)))
        .contains("\"score\":null,\"assessedWeight\":0.0,\"factors\":[],\"hands\":null,"
            + "\"faces\":null,\"people\":null,\"unassessed\":{\"score\":\"UNDECODABLE\","
            + "\"hands\":\"NOT_IN_THIS_VERSION\",\"faces\":\"UNDECODABLE\","
            + "\"people\":\"MODEL_MISSING\"},\"feedback\":[]");
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
    Score endless = new Score(Measure.of(1), Double.POSITIVE_INFINITY, List.of(), List.of());

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> JsonLines.directive(directive(CAPTURED, List.of(), List.of(region), null)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonLines.frame(frame(endless, Measure.of(1))));
  }

  @Test
  void halfAFaceIsRefused() {
    Score score = new Score(Measure.of(1), 1, List.of(), List.of());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonLines.frame(frame(score, Measure.of(2.5))));
  }

  @Test
  void whateverTheTextARecordIsOneLineOfValidJson() {
    ObjectMapper json = new ObjectMapper();

    assertThat(LongStream.range(0, 300)
            .mapToObj(RandomRecords::new)
            .flatMap(records -> Stream.of(
                JsonLines.directive(records.directive()),
                JsonLines.session(records.sessionSummary()),
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
        Finality.FINAL,
        1,
        lateness,
        Consent.OFF,
        "face-1",
        "yunet-1",
        List.of(
            new Look(DetectorKind.FACE, Looked.WITH_MODEL, 0L),
            new Look(DetectorKind.PERSON, Looked.NOT_SCHEDULED, null)));
  }

  private static FrameScore frame(Score score, Measure faces) {
    return new FrameScore(
        FILE,
        73,
        CAPTURED,
        "unspecified",
        "file",
        "none",
        Phase.RECORDING,
        score,
        faces,
        Measure.unassessed(Unassessed.NOT_IN_THIS_VERSION),
        Measure.unassessed(Unassessed.MODEL_MISSING),
        List.of(new PersonJudgement(
            new Detection(new Box(-3.25f, 10, 100.04f, 200), 0.8),
            Who.WORKER,
            List.of(PersonEvidence.ENTERS_FROM_THE_WEARER))),
        new Occlusion(Measure.of(0.5), Edge.LEFT, new GridMask(2, 1, "#.")),
        Occlusion.unassessed(Unassessed.NOT_IN_THIS_VERSION),
        List.of(Edge.BOTTOM),
        List.of(
            new MeasureReading("tilt_degrees", Measure.of(-2.5)),
            new MeasureReading("shake", Measure.unassessed(Unassessed.NO_NEIGHBOUR))),
        "scoring-1",
        "yunet-1");
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
