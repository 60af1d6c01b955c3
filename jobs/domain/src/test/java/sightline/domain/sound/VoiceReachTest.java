package sightline.domain.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VoiceReachTest {
  private static final VoiceReach REACH = new VoiceReach(250, 300);

  private static Speech heard(long from, long to, long... spans) {
    List<SpeechSpan> speech = new ArrayList<>();
    for (int at = 0; at < spans.length; at += 2) {
      speech.add(new SpeechSpan(spans[at], spans[at + 1], 0.5));
    }
    return new Speech(Heard.WITH_MODEL, from, to, speech);
  }

  private static Speech without(Heard heard, long from, long to) {
    return new Speech(heard, from, to, List.of());
  }

  private static List<String> spans(Speech own, Speech... neighbours) {
    return REACH.in(own, List.of(neighbours)).spans().stream()
        .map(span -> span.fromMillis() + "-" + span.toMillis())
        .toList();
  }

  @Test
  void growsASpanOnBothSidesAndCutsItToTheFramesOwnSound() {
    assertThat(spans(heard(0, 5000, 2000, 2100))).containsExactly("1750-2350");
    assertThat(spans(heard(0, 5000, 100, 4900))).containsExactly("0-5000");
  }

  @Test
  void bridgesTheGapOfAWordsPauseAndNoLonger() {
    assertThat(spans(heard(0, 9000, 1000, 1100, 1900, 2000))).containsExactly("750-2250");
    assertThat(spans(heard(0, 9000, 1000, 1100, 1901, 2000)))
        .containsExactly("750-1350", "1651-2250");
  }

  @Test
  void speechInTheSoundBesideItReachesIn() {
    Speech own = heard(1000, 2000);
    assertThat(spans(own, heard(0, 1000, 900, 1000))).containsExactly("1000-1250");
    assertThat(spans(own, heard(2000, 3000, 2100, 2200))).containsExactly("1850-2000");
    assertThat(spans(own, heard(0, 1000, 700, 750))).isEmpty();
  }

  @Test
  void speechOnBothSidesOfAShortSoundIsSpeechInIt() {
    assertThat(spans(heard(1000, 1033), heard(0, 1000, 600, 650), heard(1033, 2000, 1200, 1300)))
        .containsExactly("1000-1033");
  }

  @Test
  void soundThatNobodyListenedToCountsAsSpeechThroughout() {
    Speech own = heard(1000, 2000);
    assertThat(spans(own, without(Heard.FAILED, 500, 1000))).containsExactly("1000-1250");
    assertThat(spans(own, without(Heard.NOT_AT_ALL, 2000, 2500))).containsExactly("1750-2000");
    assertThat(spans(own, Speech.NO_SOUND)).isEmpty();
  }

  @Test
  void neighboursHelpNoSoundThatNobodyListenedTo() {
    Speech failed = without(Heard.FAILED, 0, 1000);
    assertThat(REACH.in(failed, List.of(heard(1000, 2000)))).isEqualTo(failed);
    assertThat(REACH.in(Speech.NO_SOUND, List.of(heard(0, 10, 0, 10)))).isEqualTo(Speech.NO_SOUND);
  }

  @Test
  void neverSaysLessThanTheModelDidAndStaysWithinTheSound() {
    for (int seed = 0; seed < 500; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      long[] spans = random.longs(8, 0, 4000).sorted().distinct().toArray();
      Speech own = heard(1000, 3000, inside(spans));
      Speech reached = REACH.in(own, List.of(heard(0, 1000), heard(3000, 4000)));
      for (SpeechSpan said : own.spans()) {
        assertThat(reached.spans())
            .as("seed %s: %s", seed, said)
            .anyMatch(span ->
                span.fromMillis() <= said.fromMillis() && span.toMillis() >= said.toMillis());
      }
      assertThat(reached.spans())
          .as("seed %s", seed)
          .allMatch(span -> span.fromMillis() >= 1000 && span.toMillis() <= 3000);
      for (int at = 1; at < reached.spans().size(); at++) {
        assertThat(reached.spans().get(at).fromMillis()
                - reached.spans().get(at - 1).toMillis())
            .as("seed %s", seed)
            .isGreaterThan(300);
      }
    }
  }

  private static long[] inside(long[] times) {
    long[] within = java.util.Arrays.stream(times)
        .filter(time -> time > 1000 && time < 3000)
        .toArray();
    return java.util.Arrays.copyOf(within, within.length / 2 * 2);
  }
}
