package sightline.pipeline.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sightline.domain.assessment.Mark;
import sightline.domain.assessment.Observation;
import sightline.domain.assessment.Sighting;
import sightline.domain.frame.Phase;
import sightline.domain.framing.Area;
import sightline.domain.incident.Incident;
import sightline.domain.incident.IncidentRules;
import sightline.domain.incident.IncidentState;
import sightline.domain.incident.SessionIncidents;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Look;
import sightline.domain.privacy.Looked;
import sightline.domain.privacy.RegionKind;
import sightline.domain.privacy.RegionReason;
import sightline.domain.privacy.WithholdReason;
import sightline.domain.quality.Measure;
import sightline.domain.restricted.BlockKind;

class FollowIncidentsTest {
  private static final long SILENCE = IncidentRules.DEFAULT.silenceMillis();

  private KeyedOneInputStreamOperatorTestHarness<String, Observation, Incident> harness;

  @BeforeEach
  void open() throws Exception {
    harness = harness();
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Observation, Incident> harness()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new FollowIncidents(IncidentRules.DEFAULT)),
        Observation::session,
        Types.STRING);
  }

  private static Observation seen(
      String session, int index, @Nullable Long appendedAt, boolean last, Sighting... sightings) {
    return new Observation(
        session,
        index,
        Instant.ofEpochMilli(100L * index),
        appendedAt,
        Phase.RECORDING,
        last,
        "free",
        "phone-mid",
        "ke-nairobi",
        null,
        List.of(),
        IntStream.range(0, 4)
            .mapToObj(kind -> new Look(
                new DetectorKind[] {
                      DetectorKind.FACE, DetectorKind.PERSON, DetectorKind.SCREEN, DetectorKind.TEXT
                    }
                    [kind],
                Looked.WITH_MODEL,
                0L))
            .toList(),
        List.of(sightings),
        Measure.of(0),
        List.of(),
        List.of(),
        "household-1");
  }

  private static Sighting person(double confidence) {
    return new Sighting(
        RegionKind.PERSON,
        RegionReason.THIRD_PARTY,
        new Area(0.2, 0.2, 0.4, 0.8),
        null,
        null,
        confidence);
  }

  private void frame(int index, Sighting... sightings) throws Exception {
    send(seen("s", index, 100L * index, false, sightings));
  }

  private void send(Observation frame) throws Exception {
    Long at = frame.appendedAtMillis();
    harness.processElement(new StreamRecord<>(frame, at == null ? Long.MIN_VALUE : at));
  }

  private List<IncidentState> states() {
    return harness.extractOutputValues().stream().map(Incident::state).toList();
  }

  private void assertNothingLeft() {
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void theLastFrameClosesWhatLastsAndLeavesNothingBehind() throws Exception {
    frame(0, person(0.9));
    assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
    assertThat(harness.numEventTimeTimers()).isEqualTo(1);
    send(seen("s", 1, 100L, true));
    assertThat(states()).containsExactly(IncidentState.OPENED, IncidentState.CLOSED);
    assertNothingLeft();
  }

  @Test
  void aSessionThatFallsSilentIsOverASilenceAfterItsLastFrame() throws Exception {
    frame(0, person(0.9));
    frame(5, person(0.9));
    harness.processWatermark(499 + SILENCE);
    assertThat(states()).containsExactly(IncidentState.OPENED);
    assertThat(harness.numEventTimeTimers()).isEqualTo(1);
    harness.processWatermark(500 + SILENCE);
    assertThat(states()).containsExactly(IncidentState.OPENED, IncidentState.CLOSED);
    assertNothingLeft();
  }

  @Test
  void withoutAppendTimesTheEndOfTheInputClosesIt() throws Exception {
    send(seen("s", 0, null, false, person(0.9)));
    harness.processWatermark(Long.MAX_VALUE - 1);
    assertThat(states()).containsExactly(IncidentState.OPENED);
    harness.processWatermark(Long.MAX_VALUE);
    assertThat(states()).containsExactly(IncidentState.OPENED, IncidentState.CLOSED);
    assertNothingLeft();
  }

  @Test
  void whatWasOpenedBeforeASnapshotIsNotOpenedAgain() throws Exception {
    frame(0, person(0.6));
    frame(1);
    OperatorSubtaskState half = harness.snapshot(1, 100);
    harness.close();
    harness = harness();
    harness.initializeState(half);
    harness.open();
    frame(2, person(0.6));
    assertThat(states())
        .as("the first of two looks was before it")
        .containsExactly(IncidentState.OPENED);
    String id = harness.extractOutputValues().get(0).id();
    OperatorSubtaskState open = harness.snapshot(2, 200);
    harness.close();
    harness = harness();
    harness.initializeState(open);
    harness.open();
    frame(3, person(0.6));
    frame(4, person(0.6));
    assertThat(states()).isEmpty();
    harness.processWatermark(Long.MAX_VALUE);
    assertThat(harness.extractOutputValues()).singleElement().satisfies(closed -> {
      assertThat(closed.state()).isEqualTo(IncidentState.CLOSED);
      assertThat(closed.id()).isEqualTo(id);
      assertThat(closed.fromFrame()).isZero();
      assertThat(closed.toFrame()).isEqualTo(4);
    });
    assertNothingLeft();
  }

  @Test
  void aLateFrameOfAnotherTimeLeavesNoState() throws Exception {
    Observation late = seen("s", 0, 0L, false, person(0.9));
    send(new Observation(
        late.session(),
        late.index(),
        late.capturedAt(),
        late.appendedAtMillis(),
        late.phase(),
        late.endOfSession(),
        late.task(),
        late.deviceClass(),
        late.region(),
        late.locale(),
        List.of(WithholdReason.LATE),
        late.looks(),
        late.sightings(),
        late.voice(),
        late.marks(),
        late.advice(),
        late.policy()));
    assertThat(states()).isEmpty();
    assertNothingLeft();
  }

  @Test
  void sessionsAreFollowedApart() throws Exception {
    send(seen("s", 0, 0L, false, person(0.6)));
    send(seen("t", 0, 0L, false, person(0.6)));
    assertThat(states()).isEmpty();
    send(seen("t", 1, 100L, false, person(0.6)));
    assertThat(harness.extractOutputValues()).extracting(Incident::session).containsExactly("t");
  }

  /** Every kind at once, open or about to be, over a long session: the state does not grow with it. */
  @Test
  void theStateOfASessionIsBounded() throws Exception {
    SplittableRandom random = new SplittableRandom(5);
    SessionIncidents incidents = null;
    int most = 0;
    for (int index = 0; index < 20_000; index++) {
      List<Sighting> shown = new ArrayList<>();
      for (RegionKind kind : RegionKind.values()) {
        for (int of = 0; of < random.nextInt(4); of++) {
          double left = random.nextDouble(0.8);
          shown.add(new Sighting(
              kind,
              kind == RegionKind.PERSON ? RegionReason.THIRD_PARTY : RegionReason.TEXT_DETECTED,
              new Area(left, 0.1, left + 0.1, 0.5),
              kind == RegionKind.TEXT ? BlockKind.DOCUMENT : null,
              null,
              0.5));
        }
      }
      Observation plain = seen("session-7f3a-b2c4-d6e8", index, 0L, false);
      Observation frame = new Observation(
          plain.session(),
          index,
          plain.capturedAt(),
          0L,
          plain.phase(),
          false,
          plain.task(),
          plain.deviceClass(),
          plain.region(),
          plain.locale(),
          random.nextBoolean() ? List.of(WithholdReason.CONSENT_UNVERIFIED) : List.of(),
          plain.looks(),
          random.nextInt(10) == 0 ? shown : List.of(),
          Measure.of(random.nextDouble()),
          List.of(Mark.MAYBE_A_CHILD),
          List.of(),
          plain.policy());
      incidents = (incidents == null ? SessionIncidents.of(frame) : incidents)
          .heard(frame, IncidentRules.DEFAULT, incident -> {});
      most = Math.max(most, bytes(new FollowedSession(incidents, 0, 0L)));
    }
    System.out.printf("state of a session's incidents: at most %s bytes%n", most);
    assertThat(most).isLessThanOrEqualTo(2_048);
    assertThat(bytes(new FollowedSession(SessionIncidents.of(seen("s", 0, 0L, false)), 0, 0L)))
        .as("of a session in which nothing happens")
        .isLessThanOrEqualTo(384);
  }

  private static int bytes(FollowedSession session) throws Exception {
    DataOutputSerializer out = new DataOutputSerializer(512);
    TypeInformation.of(FollowedSession.class)
        .createSerializer(new SerializerConfigImpl())
        .serialize(session, out);
    return out.length();
  }
}
