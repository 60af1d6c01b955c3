package sightline.domain.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Origin;
import sightline.domain.privacy.Audio;
import sightline.domain.privacy.Consent;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Finality;
import sightline.domain.privacy.MutedSpan;
import sightline.domain.privacy.WithholdReason;

class AudibleTest {
  private static final int FRAME_MILLIS = 100;

  private static Directive directive(
      int index, Disposition disposition, Audio audio, MutedSpan... muted) {
    return new Directive(
        "s",
        index,
        Instant.ofEpochMilli((long) index * FRAME_MILLIS),
        new Origin("frames", 0, index, null),
        "00",
        disposition,
        disposition == Disposition.WITHHOLD ? List.of(WithholdReason.OVERLOAD) : List.of(),
        List.of(),
        audio,
        List.of(muted),
        Finality.FINAL,
        1,
        null,
        Consent.OFF,
        List.of(),
        "p",
        "m",
        0,
        List.of());
  }

  private static Directive heard(int index, MutedSpan... muted) {
    return directive(index, Disposition.RELEASE, Audio.MUTE_SPANS, muted);
  }

  private static Directive mute(int index) {
    return directive(index, Disposition.RELEASE, Audio.MUTE);
  }

  private static Directive withheld(int index) {
    return directive(index, Disposition.WITHHOLD, Audio.MUTE_SPANS);
  }

  private static MutedSpan muted(long from, long to) {
    return new MutedSpan(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to));
  }

  private static String said(Directive... session) {
    List<String> spans = new ArrayList<>();
    Audible.of(List.of(session))
        .spans()
        .forEach(span ->
            spans.add("%d-%d".formatted(span.from().toEpochMilli(), span.to().toEpochMilli())));
    return String.join(" ", spans);
  }

  @Test
  void aFrameThatMutesOrIsWithheldTakesItsOwnTime() {
    assertThat(said(heard(0), heard(1), mute(2), heard(3), withheld(4), heard(5)))
        .isEqualTo("0-200 300-400 500-600");
    assertThat(said(mute(0), mute(1))).isEmpty();
    assertThat(said()).isEmpty();
  }

  @Test
  void aMutedSpanCountsWhicheverFrameNamesIt() {
    assertThat(said(heard(0), heard(1), heard(2), heard(3, muted(50, 120))))
        .isEqualTo("0-50 120-400");
    assertThat(said(heard(0, muted(-40, 30)), heard(1, muted(20, 60), muted(150, 900))))
        .isEqualTo("60-150");
    assertThat(said(heard(0, muted(20, 80)), heard(1, muted(30, 40)))).isEqualTo("0-20 80-200");
  }

  @Test
  void whereAFrameIsMissingNothingIsHeard() {
    assertThat(said(heard(0), heard(1), heard(4), heard(5))).isEqualTo("0-100 400-600");
    assertThat(said(heard(0))).as("how long a single frame lasts is not known").isEmpty();
  }
}
