package sightline.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sightline.domain.frame.Origin;

/** How directives and overrides are read together, lifts among them. */
class OverridesTest {
  private static final String LOOKED_AT = "ab".repeat(32);
  private static final String OTHER_BYTES = "cd".repeat(32);
  private static final Region NOSE = region(1, RegionReason.FACE_DETECTED);
  private static final Region PERHAPS = region(60, RegionReason.DOUBTFUL);
  private static final Region MARKED = region(90, RegionReason.REVIEWED);

  private static Region region(int x, RegionReason reason) {
    return new Region(x, 2, 3, 4, RegionKind.FACE, reason, null, 0.9);
  }

  private static Directive withheld(List<WithholdReason> because, Region... regions) {
    return directive(because, Consent.OFF, List.of(), regions);
  }

  private static Directive directive(
      List<WithholdReason> because, Consent consent, List<String> purposes, Region... regions) {
    return new Directive(
        "s",
        4,
        Instant.EPOCH,
        new Origin("frames", 0, 1, null),
        LOOKED_AT,
        !because.isEmpty()
            ? Disposition.WITHHOLD
            : regions.length == 0 ? Disposition.RELEASE : Disposition.REDACT,
        because,
        List.of(regions),
        Audio.MUTE,
        List.of(),
        Finality.FINAL,
        1,
        because.contains(WithholdReason.LATE) ? Lateness.HORIZON : null,
        consent,
        purposes,
        "p",
        "m",
        0.9,
        List.of());
  }

  private static DirectiveOverride strict(OverrideCause cause, Integer index, Region... regions) {
    return new DirectiveOverride(
        "s",
        index,
        2,
        Instant.EPOCH,
        cause,
        regions.length == 0 ? Disposition.WITHHOLD : Disposition.REDACT,
        List.of(regions));
  }

  private static DirectiveOverride revoked() {
    return new DirectiveOverride(
        "s", null, 2, Instant.EPOCH, OverrideCause.REVOCATION, Disposition.WITHHOLD, List.of());
  }

  private static DirectiveOverride lift(
      String sha256, List<WithholdReason> reasons, Region... regions) {
    return new DirectiveOverride(
        "s",
        4,
        2,
        Instant.EPOCH,
        OverrideCause.REVIEW,
        regions.length == 0 ? Disposition.RELEASE : Disposition.REDACT,
        List.of(regions),
        new Lift(sha256, reasons));
  }

  private static Directive over(Directive directive, DirectiveOverride... overrides) {
    return Overrides.over(directive, List.of(overrides));
  }

  @Test
  void aReviewThatFindsNothingMoreLetsTheFrameGoWithWhatIsHiddenForSure() {
    Directive read = over(
        withheld(List.of(WithholdReason.REVIEW), NOSE, PERHAPS),
        lift(LOOKED_AT, List.of(WithholdReason.REVIEW)));
    assertThat(read.disposition()).isEqualTo(Disposition.REDACT);
    assertThat(read.regions()).containsExactly(NOSE);
    assertThat(read.audio()).isEqualTo(Audio.MUTE);
    assertThat(read.revision()).isEqualTo(2);
  }

  @Test
  void aFrameWithNothingToHideGoesOutAsItIs() {
    Directive read = over(
        withheld(List.of(WithholdReason.REVIEW), PERHAPS),
        lift(LOOKED_AT, List.of(WithholdReason.REVIEW)));
    assertThat(read.disposition()).isEqualTo(Disposition.RELEASE);
  }

  @Test
  void aReviewThatMarksMoreHidesThatAndWhatWasDoubted() {
    Directive read = over(
        withheld(List.of(WithholdReason.REVIEW), PERHAPS),
        lift(LOOKED_AT, List.of(WithholdReason.REVIEW), MARKED));
    assertThat(read.disposition()).isEqualTo(Disposition.REDACT);
    assertThat(read.regions()).containsExactly(PERHAPS, MARKED);
  }

  @Test
  void ofTwoReviewsTheOneThatHidesCounts() {
    Directive read = over(
        withheld(List.of(WithholdReason.REVIEW), PERHAPS),
        lift(LOOKED_AT, List.of(WithholdReason.REVIEW)),
        lift(LOOKED_AT, List.of(WithholdReason.REVIEW), MARKED));
    assertThat(read.regions()).containsExactly(PERHAPS, MARKED);
    assertThat(read.revision()).isEqualTo(3);
  }

  @Test
  void doubtsThatNobodyAnsweredStay() {
    Directive read = over(
        withheld(List.of(WithholdReason.REVIEW, WithholdReason.NOT_SEEN_WELL), PERHAPS),
        lift(LOOKED_AT, List.of(WithholdReason.NOT_SEEN_WELL)));
    assertThat(read.withheldBecause()).containsExactly(WithholdReason.REVIEW);
    assertThat(read.regions()).containsExactly(PERHAPS);
  }

  @Test
  void aReasonThatNobodyLiftedStillWithholds() {
    Directive read = over(
        withheld(List.of(WithholdReason.LATE, WithholdReason.NOT_SEEN_WELL)),
        lift(LOOKED_AT, List.of(WithholdReason.NOT_SEEN_WELL)));
    assertThat(read.disposition()).isEqualTo(Disposition.WITHHOLD);
    assertThat(read.withheldBecause()).containsExactly(WithholdReason.LATE);
  }

  @Test
  void otherBytesAreNotLifted() {
    Directive directive = withheld(List.of(WithholdReason.REVIEW), PERHAPS);
    Directive read = over(directive, lift(OTHER_BYTES, List.of(WithholdReason.REVIEW)));
    assertThat(read.withheldBecause()).containsExactly(WithholdReason.REVIEW);
  }

  @Test
  void footageForMachinesAloneIsNotLifted() {
    DirectiveOverride lift = lift(LOOKED_AT, List.of(WithholdReason.REVIEW));
    List<WithholdReason> because = List.of(WithholdReason.REVIEW);
    Directive machines = directive(because, Consent.REQUIRED, List.of("robot-training"), PERHAPS);
    Directive people =
        directive(because, Consent.REQUIRED, List.of(Directive.HUMAN_VIEWING), PERHAPS);
    assertThat(over(machines, lift).disposition()).isEqualTo(Disposition.WITHHOLD);
    assertThat(over(people, lift).disposition()).isEqualTo(Disposition.RELEASE);
  }

  @ParameterizedTest
  @EnumSource(OverrideCause.class)
  void whatWithholdsIsNotLiftedWhateverItsCause(OverrideCause cause) {
    Directive read = over(
        withheld(List.of(WithholdReason.REVIEW), PERHAPS),
        lift(LOOKED_AT, List.of(WithholdReason.REVIEW)),
        strict(cause, 4));
    assertThat(read.withheldBecause()).containsExactly(WithholdReason.OVERRIDDEN);
  }

  @ParameterizedTest
  @EnumSource(WithholdReason.class)
  void onlyWhatDetectionCouldNotSayIsLifted(WithholdReason reason) {
    boolean consent = reason.name().startsWith("CONSENT");
    if (reason.mayBeLifted()) {
      assertThat(consent).isFalse();
      assertThat(new Lift(LOOKED_AT, List.of(reason, reason)).reasons()).containsExactly(reason);
    } else {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Lift(LOOKED_AT, List.of(WithholdReason.REVIEW, reason)));
    }
  }

  @Test
  void theseAndNoOthersAreLifted() {
    assertThat(Arrays.stream(WithholdReason.values()).filter(WithholdReason::mayBeLifted))
        .containsExactlyInAnyOrder(
            WithholdReason.REVIEW,
            WithholdReason.NOT_SEEN_WELL,
            WithholdReason.DETECTION_STALE,
            WithholdReason.DETECTOR_FAILED,
            WithholdReason.MODEL_MISSING);
  }

  @Test
  void aLiftIsAReviewOfOneFrame() {
    Lift lift = new Lift(LOOKED_AT, List.of(WithholdReason.REVIEW));
    assertThatIllegalArgumentException()
        .as("a whole session")
        .isThrownBy(() -> new DirectiveOverride(
            "s",
            null,
            2,
            Instant.EPOCH,
            OverrideCause.REVIEW,
            Disposition.RELEASE,
            List.of(),
            lift));
    assertThatIllegalArgumentException()
        .as("another cause")
        .isThrownBy(() -> new DirectiveOverride(
            "s",
            4,
            2,
            Instant.EPOCH,
            OverrideCause.LEAK_FOUND,
            Disposition.RELEASE,
            List.of(),
            lift));
    assertThatIllegalArgumentException()
        .as("withholds and lifts")
        .isThrownBy(() -> new DirectiveOverride(
            "s", 4, 2, Instant.EPOCH, OverrideCause.REVIEW, Disposition.WITHHOLD, List.of(), lift));
    assertThatIllegalArgumentException()
        .as("nothing to hide, and yet a region")
        .isThrownBy(() -> new DirectiveOverride(
            "s",
            4,
            2,
            Instant.EPOCH,
            OverrideCause.REVIEW,
            Disposition.RELEASE,
            List.of(NOSE),
            lift));
  }

  /** Seeded: any order, any repetition, any mixture. The rule is held against a reading by the letter. */
  @Test
  void inAnyOrderAndHoweverOftenTheSameIsReadAndNothingLooserThanAllowed() {
    for (long seed = 0; seed < 3_000; seed++) {
      Random random = new Random(seed);
      Directive directive = randomDirective(random);
      List<DirectiveOverride> overrides = new ArrayList<>();
      for (int left = random.nextInt(6); left > 0; left--) {
        overrides.add(randomOverride(random));
      }
      Directive read = Overrides.over(directive, overrides);
      List<DirectiveOverride> again = new ArrayList<>(overrides);
      overrides.stream().filter(override -> random.nextBoolean()).forEach(again::add);
      Collections.shuffle(again, random);

      assertThat(Overrides.over(directive, again)).as("seed %s", seed).isEqualTo(read);
      isAsStrictAsAllowed(seed, directive, overrides, read);
      grows(seed, directive, overrides, read, randomOverride(random));
    }
  }

  private static void isAsStrictAsAllowed(
      long seed, Directive directive, List<DirectiveOverride> overrides, Directive read) {
    boolean lastWord = overrides.stream()
        .anyMatch(override -> override.concerns(directive)
            && override.lift() == null
            && override.disposition() == Disposition.WITHHOLD);
    for (WithholdReason reason : directive.withheldBecause()) {
      boolean lifted = overrides.stream()
          .anyMatch(override -> counts(override, directive) && override.lifted().contains(reason));
      assertThat(read.withheldBecause().contains(reason))
          .as("seed %s, %s", seed, reason)
          .isEqualTo(!lifted);
      assertThat(lifted && !reason.mayBeLifted()).as("seed %s", seed).isFalse();
    }
    assertThat(read.withheldBecause().contains(WithholdReason.OVERRIDDEN))
        .as("seed %s", seed)
        .isEqualTo(lastWord);
    for (Region region : directive.regions()) {
      boolean mayGo = region.reason() == RegionReason.DOUBTFUL
          && overrides.stream()
              .filter(override -> counts(override, directive))
              .noneMatch(override -> override.disposition() == Disposition.REDACT);
      assertThat(read.regions().contains(region) || mayGo).as("seed %s", seed).isTrue();
    }
    for (DirectiveOverride override : overrides) {
      if (override.concerns(directive)) {
        assertThat(read.regions()).as("seed %s", seed).containsAll(override.regions());
      }
    }
    assertThat(read.audio()).as("seed %s", seed).isEqualTo(Audio.MUTE);
  }

  private static boolean counts(DirectiveOverride override, Directive directive) {
    Lift lift = override.lift();
    return lift != null && override.concerns(directive) && lift.sha256().equals(directive.sha256());
  }

  /** One more override gives one more revision; and what was let go is never let go any further. */
  private static void grows(
      long seed,
      Directive directive,
      List<DirectiveOverride> overrides,
      Directive read,
      DirectiveOverride oneMore) {
    List<DirectiveOverride> more = new ArrayList<>(overrides);
    more.add(oneMore);
    Directive then = Overrides.over(directive, more);
    boolean news = oneMore.concerns(directive) && !new HashSet<>(overrides).contains(oneMore);
    assertThat(then.revision()).as("seed %s", seed).isEqualTo(read.revision() + (news ? 1 : 0));
    if (read.disposition() != Disposition.WITHHOLD) {
      assertThat(then.disposition()).as("seed %s", seed).isGreaterThanOrEqualTo(read.disposition());
      assertThat(then.regions()).as("seed %s", seed).containsAll(read.regions());
    }
  }

  private static Directive randomDirective(Random random) {
    List<WithholdReason> because = new ArrayList<>();
    for (int left = random.nextInt(4); left > 0; left--) {
      WithholdReason reason = any(random, WithholdReason.values());
      if (!because.contains(reason) && reason != WithholdReason.OVERRIDDEN) {
        because.add(reason);
      }
    }
    List<Region> regions = new ArrayList<>();
    if (random.nextBoolean()) {
      regions.add(NOSE);
    }
    if (because.contains(WithholdReason.REVIEW) && random.nextBoolean()) {
      regions.add(PERHAPS);
    }
    return withheld(because, regions.toArray(Region[]::new));
  }

  private static DirectiveOverride randomOverride(Random random) {
    Region region = region(10 * random.nextInt(9), any(random, RegionReason.values()));
    return switch (random.nextInt(6)) {
      case 0 -> revoked();
      case 1 -> strict(any(random, OverrideCause.values()), 4 + random.nextInt(2), region);
      case 2 -> strict(any(random, OverrideCause.values()), 4 + random.nextInt(4));
      case 3 -> lift(random.nextInt(4) == 0 ? OTHER_BYTES : LOOKED_AT, reasons(random));
      case 4 -> lift(LOOKED_AT, reasons(random), region);
      default -> lift(LOOKED_AT, reasons(random));
    };
  }

  private static List<WithholdReason> reasons(Random random) {
    List<WithholdReason> liftable = new ArrayList<>(Arrays.stream(WithholdReason.values())
        .filter(WithholdReason::mayBeLifted)
        .toList());
    Collections.shuffle(liftable, random);
    return liftable.subList(0, 1 + random.nextInt(liftable.size()));
  }

  private static <T> T any(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }
}
