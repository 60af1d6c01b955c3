package sightline.pipeline.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Origin;
import sightline.domain.privacy.Audio;
import sightline.domain.privacy.Consent;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Finality;
import sightline.domain.privacy.WithholdReason;
import sightline.wire.Directives;
import sightline.wire.Topics;
import sightline.wire.WireFormat;

class HandledBeforeTest {
  private static final long KEPT_SINCE = 1_700_000_000_000L;
  private static final HandledBefore FILTER =
      new HandledBefore(new EarlierRuns(Map.of(1, 100L), KEPT_SINCE));

  private static Unread record(
      String topic, int partition, long offset, long writtenAt, WithholdReason... because) {
    Directive directive = new Directive(
        "s",
        0,
        Instant.ofEpochMilli(5),
        new Origin(Topics.FRAMES, 0, 0, 5L),
        "0".repeat(64),
        because.length > 0 ? Disposition.WITHHOLD : Disposition.RELEASE,
        List.of(because),
        List.of(),
        Audio.MUTE,
        List.of(),
        Finality.FINAL,
        1,
        null,
        Consent.OFF,
        List.of(),
        "household-1",
        "face/test-1",
        0,
        List.of());
    return new Unread(
        new Origin(topic, partition, offset, writtenAt),
        new byte[0],
        WireFormat.DIRECTIVE.encode(Directives.toAvro(directive)));
  }

  @Test
  void leavesOutWhatWasHandledAndIsKeptByNobody() {
    assertThat(FILTER.filter(record(Topics.REDACTIONS, 1, 99, KEPT_SINCE - 1))).isFalse();
    assertThat(FILTER.filter(
            record(Topics.REDACTIONS, 1, 99, KEPT_SINCE - 1, WithholdReason.CONSENT_MISSING)))
        .isFalse();
  }

  @Test
  void readsWhatAReviewMayHaveLetGo() {
    assertThat(FILTER.filter(
            record(Topics.REDACTIONS, 1, 99, KEPT_SINCE - 1, WithholdReason.NOT_SEEN_WELL)))
        .isTrue();
  }

  @Test
  void readsWhatMayBeOutWhatNoRunHandledAndEverythingElse() {
    assertThat(FILTER.filter(record(Topics.REDACTIONS, 1, 99, KEPT_SINCE))).isTrue();
    assertThat(FILTER.filter(record(Topics.REDACTIONS, 1, 100, KEPT_SINCE - 1))).isTrue();
    assertThat(FILTER.filter(record(Topics.REDACTIONS, 2, 0, KEPT_SINCE - 1))).isTrue();
    assertThat(FILTER.filter(record(Topics.OVERRIDES, 1, 0, 0))).isTrue();
  }
}
