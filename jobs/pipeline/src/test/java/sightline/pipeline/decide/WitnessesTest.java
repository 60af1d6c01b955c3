package sightline.pipeline.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sightline.domain.assessment.AssessedFrame;
import sightline.domain.frame.Box;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.Disposition;
import sightline.pipeline.Sample;

/** Frames between looks have their neighbours' word: the same one in whatever order they arrive. */
class WitnessesTest {
  private static final int FRAMES = 90;
  private static final int OBJECTS_EVERY = 5;
  private static final long STEP_MILLIS = 100;

  /** How a device stamps its frames; shuffled by fewer frames than make the horizon by such stamps. */
  private enum Stamps {
    EVEN(19) {
      @Override
      long millis(int index) {
        return STEP_MILLIS * index;
      }
    },
    /** Now and then a frame is stamped before the one in front of it. */
    UNSTEADY(17) {
      @Override
      long millis(int index) {
        return STEP_MILLIS * index + 7_919L * index % 221 - 110;
      }
    },
    WHOLE_SECONDS(9) {
      @Override
      long millis(int index) {
        return STEP_MILLIS * index / 1_000 * 1_000;
      }
    };

    private final int shuffledBy;

    Stamps(int shuffledBy) {
      this.shuffledBy = shuffledBy;
    }

    abstract long millis(int index);
  }

  /** Somebody walks through one third of the session, and a screen comes and goes. */
  private static AssessedFrame frame(int index, Stamps stamps, long appendedAt) {
    AssessedFrame frame = Sample.unlooked("s", index, 1_000 + stamps.millis(index), appendedAt);
    if (index % OBJECTS_EVERY != 0) {
      return frame;
    }
    SplittableRandom random = new SplittableRandom(index);
    boolean visited = index > FRAMES / 3 && index < 2 * FRAMES / 3 && random.nextInt(4) > 0;
    Detection visitor = new Detection(new Box(index, 10, 20, 70), 0.8);
    Detection screen = new Detection(new Box(100, 70, 30, 20), 0.7, "laptop");
    AssessedFrame seen = Sample.showing(
        frame, DetectorKind.PERSON, visited ? new Detection[] {visitor} : new Detection[0]);
    return Sample.showing(
        Sample.showing(seen, DetectorKind.TEXT),
        DetectorKind.SCREEN,
        random.nextInt(6) == 0 ? new Detection[] {screen} : new Detection[0]);
  }

  /** Every frame less than the horizon away from its place; the seed 0 leaves them in order. */
  private static int[] arrival(int seed, Stamps stamps) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<Integer, Double> at = new TreeMap<>();
    for (int index = 0; index < FRAMES; index++) {
      at.put(index, index + (seed == 0 ? 0 : stamps.shuffledBy * random.nextDouble()));
    }
    return IntStream.range(0, FRAMES)
        .boxed()
        .sorted(Comparator.comparingDouble(at::get))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static List<String> finals(int[] arrival, Stamps stamps) throws Exception {
    try (DecideHarness harness = DecideHarness.open(Map.of())) {
      long appendedAt = 0;
      for (int index : arrival) {
        harness.processElement(new StreamRecord<>(frame(index, stamps, appendedAt), appendedAt));
        appendedAt += STEP_MILLIS;
      }
      harness.processWatermark(Long.MAX_VALUE);
      List<String> lines = new ArrayList<>();
      for (Directive directive : harness.extractOutputValues()) {
        lines.add("%s %s %s %s %s"
            .formatted(
                directive.index(),
                directive.disposition(),
                directive.withheldBecause(),
                directive.regions(),
                directive.looks()));
      }
      return lines;
    }
  }

  @Test
  void theSampleHasSomethingToHideByTheirWord() throws Exception {
    List<String> inOrder = finals(arrival(0, Stamps.EVEN), Stamps.EVEN);
    assertThat(inOrder)
        .as("the sample has frames to hide something in by their neighbours' word, and others")
        .hasSize(FRAMES)
        .anyMatch(line -> line.contains(Disposition.RELEASE.name()))
        .anyMatch(
            line -> line.contains("kind=PERSON, reason=TRACKED") && line.contains("ageMillis=200"))
        .anyMatch(line -> line.contains("track=1,"))
        .anyMatch(
            line -> line.contains("kind=SCREEN, reason=TRACKED") && line.contains("ageMillis=100"));
  }

  @ParameterizedTest
  @EnumSource(Stamps.class)
  void whatTheySayHangsOnNoOrderOfArrival(Stamps stamps) throws Exception {
    List<String> inOrder = finals(arrival(0, stamps), stamps);
    assertThat(inOrder).hasSize(FRAMES).noneMatch(line -> line.contains("LATE"));
    for (int seed = 1; seed <= 20; seed++) {
      assertThat(finals(arrival(seed, stamps), stamps)).as("order %s", seed).isEqualTo(inOrder);
    }
  }
}
