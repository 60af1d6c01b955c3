package sightline.pipeline.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.streaming.api.operators.StreamMap;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sightline.domain.feedback.FeedbackMessage;
import sightline.domain.feedback.FeedbackRules;
import sightline.domain.feedback.NoteKind;
import sightline.domain.feedback.SessionFeedback;
import sightline.domain.quality.Edge;
import sightline.domain.quality.Measure;
import sightline.domain.verdict.Change;
import sightline.domain.verdict.Counterfactual;
import sightline.domain.verdict.DecidedBy;
import sightline.domain.verdict.Reason;
import sightline.domain.verdict.ReasonCode;
import sightline.domain.verdict.SessionVerdict;
import sightline.domain.verdict.Span;
import sightline.domain.verdict.Verdict;

class WordVerdictTest {
  @SuppressWarnings("NullAway.Init") // made before each test
  private OneInputStreamOperatorTestHarness<SessionVerdict, SessionFeedback> harness;

  @BeforeEach
  void open() throws Exception {
    harness = new OneInputStreamOperatorTestHarness<>(
        new StreamMap<>(new WordVerdict(FeedbackRules.DEFAULT)));
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private static SessionVerdict tilted(int revision, @Nullable String locale) {
    return new SessionVerdict(
        "s",
        revision,
        "dishes",
        null,
        "phone-mid",
        "ke-nairobi",
        locale,
        Verdict.COACH,
        Verdict.ACCEPT,
        DecidedBy.ENGINE,
        List.of(
            new Reason(
                ReasonCode.HANDS_CUT_OFF,
                Verdict.COACH,
                0.5,
                Measure.of(0.4),
                Measure.of(0.8),
                "share",
                List.of(new Span(12_000, 40_000)),
                Edge.BOTTOM,
                null),
            new Reason(
                ReasonCode.TOO_DARK,
                Verdict.COACH,
                0.2,
                Measure.of(0.1),
                Measure.of(0.3),
                "share",
                List.of(),
                null,
                null)),
        List.of(new Counterfactual(
            ReasonCode.HANDS_CUT_OFF, Change.TILT_DOWN, Measure.of(10), "deg", Verdict.ACCEPT)),
        Measure.of(0.6),
        Measure.of(0.95),
        Instant.EPOCH,
        Instant.ofEpochSecond(60),
        60_000,
        "rules-1");
  }

  private SessionFeedback told(SessionVerdict verdict) throws Exception {
    harness.processElement(verdict, 0);
    List<SessionFeedback> all = harness.extractOutputValues();
    return all.get(all.size() - 1);
  }

  @Test
  void tellsInTheWorkersLanguageWithTheEnglishBeside() throws Exception {
    SessionFeedback feedback = told(tilted(2, "sw-KE"));
    assertThat(feedback.language()).isEqualTo("sw");
    assertThat(feedback.revision()).isEqualTo(2);
    assertThat(feedback.messages())
        .extracting(FeedbackMessage::kind)
        .containsExactly(NoteKind.VERDICT, NoteKind.ADVICE, NoteKind.ADVICE);
    FeedbackMessage advice = feedback.messages().get(1);
    assertThat(advice.text())
        .isEqualTo("Ukingo wa picha ulikata mikono yako. Ilikuwa sehemu ya chini ya picha. "
            + "Ilikuwa wakati huu: 0:12–0:40. Tafadhali inamisha kamera itazame chini kidogo. "
            + "Takriban digrii 10.");
    assertThat(advice.english())
        .isEqualTo("The edge of the picture cut off your hands. "
            + "This was at the bottom of the picture. This was at this time: 0:12–0:40. "
            + "Please tilt the camera down a little. About 10 degrees.");
    assertThat(advice.reviewed()).isFalse();
    assertThat(feedback.messages().get(2).english()).contains("This is not your fault.");
  }

  @Test
  void tellsInEnglishWhereNoLanguageOfOursIsNamed() throws Exception {
    assertThat(told(tilted(1, null)).language()).isEqualTo("en");
    assertThat(told(tilted(1, "de-DE")).messages())
        .extracting(FeedbackMessage::english)
        .containsOnlyNulls();
  }

  @Test
  void everyRevisionIsToldInItsOrder() throws Exception {
    for (int revision = 1; revision <= 3; revision++) {
      told(tilted(revision, "yo"));
    }
    assertThat(harness.extractOutputValues())
        .extracting(SessionFeedback::revision)
        .containsExactly(1, 2, 3);
  }

  @Test
  void crossesAnEdgeWithoutKryo() throws Exception {
    SerializerConfigImpl config = new SerializerConfigImpl();
    config.setGenericTypes(false);
    TypeSerializer<SessionFeedback> serializer =
        TypeInformation.of(SessionFeedback.class).createSerializer(config);
    SessionFeedback feedback = told(tilted(1, "hi-IN"));
    DataOutputSerializer out = new DataOutputSerializer(512);
    serializer.serialize(feedback, out);
    assertThat(serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())))
        .isEqualTo(feedback);
  }
}
