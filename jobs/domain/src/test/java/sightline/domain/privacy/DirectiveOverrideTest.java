package sightline.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Origin;

class DirectiveOverrideTest {
  private static final Region NOSE =
      new Region(1, 2, 3, 4, RegionKind.FACE, RegionReason.FACE_DETECTED, null, 0.9);
  private static final Region OTHER =
      new Region(50, 2, 3, 4, RegionKind.FACE, RegionReason.FACE_DETECTED, null, 0.8);

  private static Directive directive(Disposition disposition, List<Region> regions) {
    return new Directive(
        "s",
        4,
        Instant.EPOCH,
        new Origin("frames", 0, 1, null),
        "00",
        disposition,
        disposition == Disposition.WITHHOLD ? List.of(WithholdReason.LATE) : List.of(),
        regions,
        Audio.MUTE,
        List.of(),
        Finality.FINAL,
        1,
        disposition == Disposition.WITHHOLD ? Lateness.HORIZON : null,
        Consent.OFF,
        List.of(),
        "p",
        "m",
        0,
        List.of(new Look(DetectorKind.FACE, Looked.WITH_MODEL, 0L)));
  }

  private static DirectiveOverride override(
      @Nullable Integer index, int revision, Disposition disposition, List<Region> regions) {
    return new DirectiveOverride(
        "s", index, revision, Instant.EPOCH, OverrideCause.REVOCATION, disposition, regions);
  }

  @Test
  void aRevocationWithholdsWhatWasReleased() {
    Directive read = Overrides.over(
        directive(Disposition.RELEASE, List.of()),
        List.of(override(null, 2, Disposition.WITHHOLD, List.of())));
    assertThat(read.disposition()).isEqualTo(Disposition.WITHHOLD);
    assertThat(read.withheldBecause()).containsExactly(WithholdReason.OVERRIDDEN);
    assertThat(read.revision()).isEqualTo(2);
  }

  @Test
  void regionsAddUpWhateverTheOrder() {
    DirectiveOverride first = override(4, 2, Disposition.REDACT, List.of(OTHER));
    DirectiveOverride second = override(null, 3, Disposition.WITHHOLD, List.of());
    Directive out = directive(Disposition.REDACT, List.of(NOSE));
    assertThat(Overrides.over(out, List.of(first, second)))
        .isEqualTo(Overrides.over(out, List.of(second, first)));
    assertThat(Overrides.over(out, List.of(first)).regions()).containsExactly(NOSE, OTHER);
  }

  @Test
  void onlyALiftLoosensADirective() {
    Directive withheld = directive(Disposition.WITHHOLD, List.of());
    DirectiveOverride stricter = override(4, 2, Disposition.REDACT, List.of(NOSE));
    assertThat(Overrides.over(withheld, List.of(stricter)).disposition())
        .isEqualTo(Disposition.WITHHOLD);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> override(4, 2, Disposition.RELEASE, List.of()));
  }

  @Test
  void speaksOfItsOwnFrameOnly() {
    Directive out = directive(Disposition.RELEASE, List.of());
    DirectiveOverride other = override(5, 2, Disposition.WITHHOLD, List.of());
    assertThat(Overrides.over(out, List.of(other))).isEqualTo(out);
  }
}
