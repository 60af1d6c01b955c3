package sightline.pipeline.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sightline.domain.assessment.Observation;
import sightline.domain.assessment.Sighting;
import sightline.domain.frame.Phase;
import sightline.domain.framing.Area;
import sightline.domain.preflight.EndedBy;
import sightline.domain.preflight.FindingCode;
import sightline.domain.preflight.Outcome;
import sightline.domain.preflight.PreflightSweep;
import sightline.domain.preflight.PreflightVerdict;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Look;
import sightline.domain.privacy.Looked;
import sightline.domain.privacy.RegionKind;
import sightline.domain.privacy.RegionReason;
import sightline.domain.privacy.WithholdReason;
import sightline.domain.quality.Control;
import sightline.domain.quality.FactorName;
import sightline.domain.quality.Feedback;
import sightline.domain.quality.FeedbackCode;
import sightline.domain.quality.Measure;
import sightline.domain.restricted.BlockKind;

class SweepPreflightTest {
  private static final long SILENCE = 10_000;
  private static final Sighting SCREEN = new Sighting(
      RegionKind.SCREEN,
      RegionReason.SCREEN_DETECTED,
      new Area(0.1, 0.1, 0.2, 0.2),
      null,
      null,
      0.8);

  private KeyedOneInputStreamOperatorTestHarness<String, Observation, PreflightVerdict> harness;

  @BeforeEach
  void open() throws Exception {
    harness = harness();
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Observation, PreflightVerdict>
      harness() throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new SweepPreflight(SILENCE)),
        Observation::session,
        Types.STRING);
  }

  private static Observation seen(
      int index,
      Phase phase,
      boolean last,
      List<WithholdReason> because,
      List<Sighting> sightings,
      List<Feedback> advice) {
    return new Observation(
        "s",
        index,
        Instant.ofEpochMilli(100L * index),
        100L * index,
        phase,
        last,
        "free",
        "phone-mid",
        "ke-nairobi",
        null,
        because,
        List.of(new Look(DetectorKind.SCREEN, Looked.WITH_MODEL, 0L)),
        sightings,
        Measure.of(0),
        List.of(),
        advice,
        "household-1");
  }

  private void clip(int from, int to, boolean last, Sighting... sightings) throws Exception {
    for (int index = from; index < to; index++) {
      send(seen(
          index,
          Phase.PREFLIGHT,
          last && index == to - 1,
          List.of(),
          List.of(sightings),
          List.of()));
    }
  }

  private void send(Observation frame) throws Exception {
    harness.processElement(new StreamRecord<>(frame, 100L * frame.index()));
  }

  private PreflightVerdict verdict() {
    assertThat(harness.numKeyedStateEntries()).as("state left").isZero();
    assertThat(harness.numEventTimeTimers()).as("timers left").isZero();
    assertThat(harness.extractOutputValues()).hasSize(1);
    return harness.extractOutputValues().get(0);
  }

  @Test
  void theLastFrameOfTheClipBringsTheVerdictAndLeavesNothing() throws Exception {
    clip(0, 60, true);
    assertThat(verdict().outcome()).isEqualTo(Outcome.GO);
    assertThat(verdict().endedBy()).isEqualTo(EndedBy.LAST_FRAME);
    assertThat(verdict().frames()).isEqualTo(60);
  }

  @Test
  void theFirstFrameOfTheRecordingBringsIt() throws Exception {
    clip(0, 60, false, SCREEN);
    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(harness.numEventTimeTimers()).isEqualTo(1);
    send(seen(60, Phase.RECORDING, false, List.of(), List.of(), List.of()));
    send(seen(61, Phase.RECORDING, true, List.of(), List.of(), List.of()));
    assertThat(verdict().endedBy()).isEqualTo(EndedBy.RECORDING);
    assertThat(verdict().findings()).singleElement().satisfies(finding -> {
      assertThat(finding.code()).isEqualTo(FindingCode.SCREEN);
      assertThat(finding.share()).isEqualTo(1);
    });
  }

  @Test
  void silenceBringsItInTheEnd() throws Exception {
    clip(0, 60, false);
    harness.processWatermark(5_899 + SILENCE);
    assertThat(harness.extractOutputValues()).isEmpty();
    harness.processWatermark(5_900 + SILENCE);
    assertThat(verdict().endedBy()).isEqualTo(EndedBy.SILENCE);
  }

  @Test
  void aRecordingKeepsNothingHereAndHasNoVerdict() throws Exception {
    for (int index = 0; index < 60; index++) {
      send(seen(index, Phase.RECORDING, index == 59, List.of(), List.of(SCREEN), List.of()));
      assertThat(harness.numKeyedStateEntries()).isZero();
    }
    assertThat(harness.extractOutputValues()).isEmpty();
  }

  @Test
  void aLateFrameOpensNoSecondClip() throws Exception {
    clip(0, 60, true);
    send(seen(7, Phase.PREFLIGHT, false, List.of(WithholdReason.LATE), List.of(SCREEN), List.of()));
    assertThat(verdict().findings()).isEmpty();
  }

  @Test
  void aRestoredClipIsHeardToItsEnd() throws Exception {
    clip(0, 30, false, SCREEN);
    OperatorSubtaskState snapshot = harness.snapshot(1, 3_000);
    harness.close();
    harness = harness();
    harness.initializeState(snapshot);
    harness.open();
    clip(30, 60, true);
    assertThat(verdict().fromFrame()).isZero();
    assertThat(verdict().frames()).isEqualTo(60);
    assertThat(verdict().findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.share()).isEqualTo(0.5));
  }

  @Test
  void theStateOfAClipIsBounded() throws Exception {
    List<Sighting> everything = new ArrayList<>();
    for (RegionKind kind : RegionKind.values()) {
      for (BlockKind block : BlockKind.values()) {
        everything.add(new Sighting(
            kind, RegionReason.THIRD_PARTY, new Area(0.1, 0.1, 0.2, 0.2), block, null, 0.8));
      }
    }
    List<Feedback> advice = new ArrayList<>();
    for (FeedbackCode code : FeedbackCode.values()) {
      advice.add(new Feedback(code, FactorName.FRAMING, 0.1, Control.CONTROLLABLE, null));
    }
    List<WithholdReason> because = List.of(
        WithholdReason.NOT_SEEN_WELL,
        WithholdReason.MODEL_MISSING,
        WithholdReason.CONSENT_UNVERIFIED);
    PreflightSweep sweep =
        PreflightSweep.of(seen(0, Phase.PREFLIGHT, false, because, everything, advice));
    for (int index = 1; index < 5_000; index++) {
      sweep = sweep.heard(seen(index, Phase.PREFLIGHT, false, because, everything, advice));
    }
    DataOutputSerializer out = new DataOutputSerializer(512);
    TypeInformation.of(SweptSession.class)
        .createSerializer(new SerializerConfigImpl())
        .serialize(new SweptSession(sweep, 0, 0), out);
    System.out.printf("state of a test clip: at most %s bytes%n", out.length());
    assertThat(out.length()).isLessThanOrEqualTo(2_048);
  }
}
