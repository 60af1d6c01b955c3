package sightline.domain.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Origin;
import sightline.domain.privacy.Audio;
import sightline.domain.privacy.Consent;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Finality;
import sightline.domain.privacy.Lateness;
import sightline.domain.privacy.Lift;
import sightline.domain.privacy.OverrideCause;
import sightline.domain.privacy.Overrides;
import sightline.domain.privacy.Region;
import sightline.domain.privacy.RegionKind;
import sightline.domain.privacy.RegionReason;
import sightline.domain.privacy.WithholdReason;

class ReleaseRuleTest {
  private static final ReleaseRule RULE = ReleaseRule.DEFAULT;
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Region NOSE = region(1);
  private static final Region OTHER = region(50);

  private static Region region(int x) {
    return new Region(x, 2, 3, 4, RegionKind.FACE, RegionReason.FACE_DETECTED, null, 0.9);
  }

  private static Directive directive(String topic, Finality finality, Region... regions) {
    return new Directive(
        "s",
        4,
        Instant.EPOCH,
        new Origin(topic, 0, 1, null),
        "00",
        regions.length == 0 ? Disposition.RELEASE : Disposition.REDACT,
        List.of(),
        List.of(regions),
        Audio.MUTE,
        List.of(),
        finality,
        finality == Finality.FINAL ? 1 : 0,
        null,
        Consent.OFF,
        List.of(),
        "p",
        "m",
        0,
        List.of());
  }

  private static Directive directive(Region... regions) {
    return directive("frames", Finality.FINAL, regions);
  }

  private static DirectiveOverride leak(Region region) {
    return new DirectiveOverride(
        "s", 4, 2, NOW, OverrideCause.LEAK_FOUND, Disposition.REDACT, List.of(region));
  }

  private static DirectiveOverride revoked() {
    return new DirectiveOverride(
        "s", null, 3, NOW, OverrideCause.REVOCATION, Disposition.WITHHOLD, List.of());
  }

  private static @Nullable Sent sent(Directive directive, Instant at, DirectiveOverride... known) {
    return ReleaseRule.remembered(RULE.decide(directive, List.of(known), null, at), null, at);
  }

  @Test
  void aFinalGoesOutWithItsOverridesApplied() {
    assertThat(RULE.decide(directive(NOSE), List.of(leak(OTHER)), null, NOW))
        .isInstanceOfSatisfying(Release.Emit.class, emit -> {
          assertThat(emit.directive().regions()).containsExactly(NOSE, OTHER);
          assertThat(emit.directive().revision()).isEqualTo(2);
        });
    assertThat(RULE.decide(directive(NOSE), List.of(revoked()), null, NOW))
        .isInstanceOfSatisfying(Release.Emit.class, emit -> {
          assertThat(emit.directive().disposition()).isEqualTo(Disposition.WITHHOLD);
          assertThat(emit.directive().withheldBecause()).contains(WithholdReason.OVERRIDDEN);
        });
  }

  @Test
  void whatIsNotFinalOrHasNoOriginNeverGoesOut() {
    assertThat(RULE.decide(directive("frames", Finality.PROVISIONAL), List.of(), null, NOW))
        .isEqualTo(new Release.Refuse(Release.Why.NOT_FINAL));
    assertThat(RULE.decide(directive("", Finality.FINAL), List.of(), null, NOW))
        .isEqualTo(new Release.Refuse(Release.Why.NO_ORIGIN));
  }

  @Test
  void anOverrideTakesBackWhatWentOut() {
    Sent sent = sent(directive(NOSE), NOW);
    Instant later = NOW.plus(Duration.ofMinutes(20));
    Release taken = RULE.decide(directive(NOSE), List.of(revoked()), sent, later);

    assertThat(taken).isEqualTo(new Release.Tombstone());
    assertThat(RULE.decide(
            directive(NOSE),
            List.of(),
            ReleaseRule.remembered(taken, sent, later),
            later.plusSeconds(1)))
        .as("and it stays taken back, even where the override is forgotten")
        .isEqualTo(new Release.Refuse(Release.Why.TAKEN_BACK));
  }

  @Test
  void aFoundLeakReplacesWhatWentOut() {
    Sent sent = sent(directive(NOSE), NOW);
    assertThat(RULE.decide(directive(NOSE), List.of(leak(OTHER)), sent, NOW.plusSeconds(9)))
        .isInstanceOfSatisfying(
            Release.Emit.class,
            emit -> assertThat(emit.directive().regions()).contains(NOSE, OTHER));
  }

  @Test
  void whatIsStrictEnoughIsLeftAlone() {
    assertThat(RULE.decide(directive(NOSE), List.of(leak(NOSE)), sent(directive(NOSE), NOW), NOW))
        .isEqualTo(new Release.Leave());
    Sent black = sent(directive(NOSE), NOW, revoked());
    assertThat(RULE.decide(directive(NOSE), List.of(revoked(), leak(OTHER)), black, NOW))
        .isEqualTo(new Release.Leave());
  }

  @Test
  void whatIsNoLongerKeptNeedsNoTakingBack() {
    Sent sent = sent(directive(NOSE), NOW);
    Instant last = NOW.plus(Duration.ofHours(1));
    assertThat(RULE.decide(directive(NOSE), List.of(revoked()), sent, last))
        .isEqualTo(new Release.Tombstone());
    assertThat(RULE.decide(directive(NOSE), List.of(revoked()), sent, last.plusMillis(1)))
        .isEqualTo(new Release.Leave());
    assertThatIllegalArgumentException().isThrownBy(() -> new ReleaseRule(Duration.ZERO));
  }

  /** Whatever comes in whatever order: what is out in the end hides all that any word asked to hide. */
  @Test
  void inWhateverOrderTheWordsComeTheStrictestIsOutInTheEnd() {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      Directive directive = random.nextBoolean() ? directive() : directive(NOSE);
      List<DirectiveOverride> coming = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        coming.add(leak(region(10 * random.nextInt(5))));
      }
      if (random.nextBoolean()) {
        coming.add(revoked());
      }
      Collections.shuffle(coming, random);
      List<DirectiveOverride> known = new ArrayList<>();
      Sent sent = null;
      for (int step = 0; step <= coming.size(); step++) {
        sent = ReleaseRule.remembered(RULE.decide(directive, known, sent, NOW), sent, NOW);
        if (step < coming.size()) {
          known.add(coming.get(step));
        }
      }
      Directive strictest = Overrides.over(directive, coming);
      assertThat(sent).as("seed %s", seed).isNotNull();
      assertThat(sent.asStrictAs(strictest)).as("seed %s", seed).isTrue();
    }
  }

  private static final String LOOKED_AT = "ab".repeat(32);

  private static Directive withheld(WithholdReason because) {
    Directive seen = directive(NOSE);
    return new Directive(
        seen.session(),
        seen.index(),
        seen.capturedAt(),
        seen.origin(),
        LOOKED_AT,
        Disposition.WITHHOLD,
        List.of(because),
        seen.regions(),
        seen.audio(),
        seen.muted(),
        seen.finality(),
        seen.revision(),
        because == WithholdReason.LATE ? Lateness.HORIZON : null,
        seen.consent(),
        seen.purposes(),
        seen.policy(),
        seen.models(),
        seen.doubt(),
        seen.looks());
  }

  private static DirectiveOverride reviewed(Region... regions) {
    return new DirectiveOverride(
        "s",
        4,
        2,
        NOW,
        OverrideCause.REVIEW,
        regions.length == 0 ? Disposition.RELEASE : Disposition.REDACT,
        List.of(regions),
        new Lift(LOOKED_AT, List.of(WithholdReason.NOT_SEEN_WELL)));
  }

  @Test
  void aReviewLetsGoWhatNeverWentOut() {
    Directive directive = withheld(WithholdReason.NOT_SEEN_WELL);
    Sent black = sent(directive, NOW);
    assertThat(RULE.decide(directive, List.of(), black, NOW)).isEqualTo(new Release.Leave());
    assertThat(RULE.decide(directive, List.of(reviewed(OTHER)), black, NOW))
        .isInstanceOfSatisfying(
            Release.Emit.class,
            emit -> assertThat(emit.directive().regions()).containsExactly(NOSE, OTHER));
    assertThat(RULE.decide(withheld(WithholdReason.LATE), List.of(reviewed()), black, NOW))
        .isEqualTo(new Release.Leave());
  }

  /** Reviews among the words, in whatever order: nothing looser than what is known goes out, and nothing that was stopped comes back. */
  @Test
  void withReviewsAmongThemNothingLooserThanTheyAllowIsEverOut() {
    int released = 0;
    for (long seed = 0; seed < 1_000; seed++) {
      Random random = new Random(seed);
      Directive directive =
          withheld(random.nextInt(4) == 0 ? WithholdReason.LATE : WithholdReason.NOT_SEEN_WELL);
      List<DirectiveOverride> known = new ArrayList<>();
      Sent sent = sent(directive, NOW);
      boolean stopped = false;
      for (int step = random.nextInt(7); step > 0; step--) {
        known.add(
            switch (random.nextInt(5)) {
              case 0 -> revoked();
              case 1 -> leak(region(10 * random.nextInt(5)));
              case 2 -> reviewed(region(10 * random.nextInt(5)));
              default -> reviewed();
            });
        Release release = RULE.decide(directive, known, sent, NOW);
        Directive read = Overrides.over(directive, known);
        stopped |= read.withheldBecause().contains(WithholdReason.OVERRIDDEN);
        if (release instanceof Release.Emit emit) {
          assertThat(stopped).as("seed %s", seed).isFalse();
          assertThat(emit.directive()).as("seed %s", seed).isEqualTo(read);
          assertThat(read.disposition()).as("seed %s", seed).isEqualTo(Disposition.REDACT);
          released++;
        }
        sent = ReleaseRule.remembered(release, sent, NOW);
        assertThat(sent).isNotNull();
        assertThat(sent.asStrictAs(read)).as("seed %s", seed).isTrue();
      }
    }
    assertThat(released).as("reviews do let go").isGreaterThan(100);
  }
}
