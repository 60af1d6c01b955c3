package sightline.pipeline.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Box;
import sightline.domain.frame.Origin;
import sightline.domain.leak.LeakRule;
import sightline.domain.leak.Outcome;
import sightline.domain.leak.WorkerMarks;
import sightline.domain.privacy.Audio;
import sightline.domain.privacy.Consent;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Finality;
import sightline.domain.privacy.Look;
import sightline.domain.privacy.Looked;
import sightline.domain.privacy.OverrideCause;
import sightline.domain.privacy.Overrides;
import sightline.domain.privacy.Region;
import sightline.domain.privacy.RegionKind;
import sightline.domain.privacy.RegionReason;
import sightline.domain.redaction.Unreleased;
import sightline.pipeline.Sample;
import sightline.pipeline.redact.SentOut.Occasion;
import sightline.vision.decode.Picture;
import sightline.vision.detection.Detector;
import sightline.vision.redaction.RedactFrame;
import sightline.wire.reference.ReferenceSettings;

class ExamineFrameTest {
  private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_000L);
  private static final Detection FACE = new Detection(new Box(40, 40, 20, 20), 0.8);
  private static final Region OVER_IT =
      new Region(35, 30, 30, 35, RegionKind.FACE, RegionReason.FACE_DETECTED, null, 0.9);
  private static final Look LOOKED = new Look(DetectorKind.FACE, Looked.WITH_MODEL, 0L);

  private final List<Detection> finds = new ArrayList<>();
  private boolean gone;
  private boolean broken;
  private int looks;

  @Test
  void whatIsFoundUncoveredIsALeakAndHidden() {
    finds.add(FACE);
    Examined examined = examined(first(directive(1)));

    assertThat(examined.outcome()).isEqualTo(Outcome.LEAK);
    assertThat(examined.deviceClass()).isEqualTo("phone-mid");
    assertThat(examined.region()).isEqualTo("ke-nairobi");
    assertThat(examined.worker()).isEqualTo(new WorkerMarks(1).of("w-1"));
    DirectiveOverride override = Objects.requireNonNull(examined.override());
    assertThat(override.cause()).isEqualTo(OverrideCause.LEAK_FOUND);
    assertThat(override.disposition()).isEqualTo(Disposition.REDACT);
    assertThat(override.session()).isEqualTo("s");
    assertThat(override.index()).isZero();
    assertThat(override.revision()).isEqualTo(2);
    assertThat(override.effectiveAt()).isEqualTo(NOW);
    assertThat(override.regions())
        .singleElement()
        .satisfies(region -> assertThat(region.box()).isEqualTo(new Box(34, 31, 32, 34)));
  }

  @Test
  void whatIsCoveredIsClean() {
    finds.add(FACE);
    assertThat(examined(first(directive(1, OVER_IT))).outcome()).isEqualTo(Outcome.CLEAN);
    finds.clear();
    Examined nothing = examined(first(directive(1)));
    assertThat(nothing.outcome()).isEqualTo(Outcome.CLEAN);
    assertThat(nothing.override()).isNull();
  }

  @Test
  void whatItsOwnOverrideHidesIsNotFoundAgain() {
    finds.add(FACE);
    Directive directive = directive(1);
    DirectiveOverride override =
        Objects.requireNonNull(examined(first(directive)).override());

    Examined again =
        examined(new SentOut(Overrides.over(directive, List.of(override)), Occasion.AGAIN));

    assertThat(again.outcome()).isEqualTo(Outcome.CLEAN_UNCOUNTED);
    assertThat(again.override()).isNull();
  }

  @Test
  void aFrameThatGoesOutAgainDoesNotCount() {
    finds.add(FACE);
    Examined again = examined(new SentOut(directive(3), Occasion.AGAIN));
    assertThat(again.outcome()).isEqualTo(Outcome.LEAK_UNCOUNTED);
    assertThat(Objects.requireNonNull(again.override()).revision()).isEqualTo(4);
  }

  @Test
  void aLeakThatWasFoundBeforeTheStartCountsWithoutALook() {
    Examined known = examined(new SentOut(directive(2, OVER_IT), Occasion.FIRST_AND_FOUND_BEFORE));
    assertThat(known.outcome()).isEqualTo(Outcome.LEAK);
    assertThat(known.override()).isNull();
    assertThat(looks).isZero();
  }

  @Test
  void whereThePolicyHidesNoFacesNoneIsALeak() {
    finds.add(FACE);
    Examined shown = examined(
        first(directive(1, List.of(new Look(DetectorKind.TEXT, Looked.WITH_MODEL, 0L)), "frames")));
    assertThat(shown).isEqualTo(Examined.not(Outcome.NOT_IN_POLICY));
  }

  @Test
  void whereNobodyKnowsWhatThePolicyHidesItIsHiddenAndDoesNotCount() {
    finds.add(FACE);
    Examined unknown = examined(first(directive(1, List.of(), "frames")));
    assertThat(unknown.outcome()).isEqualTo(Outcome.LEAK_UNCOUNTED);
    assertThat(unknown.override()).isNotNull();
  }

  @Test
  void whatCouldNotBeLookedAtIsNeverClean() {
    gone = true;
    assertThat(examined(first(directive(1)))).isEqualTo(Examined.not(Outcome.NO_PIXELS));
    gone = false;
    broken = true;
    assertThat(examined(first(directive(1)))).isEqualTo(Examined.not(Outcome.FAILED));
    assertThat(examined(first(directive(1, List.of(LOOKED), "film.mp4"))))
        .isEqualTo(Examined.not(Outcome.NO_PIXELS));
  }

  private Examined examined(SentOut sent) {
    return new ExamineFrame(
            new OriginalFrames(new Records(), ReferenceSettings.NONE),
            new Scripted(),
            LeakRule.from(0.5),
            new WorkerMarks(1),
            Clock.fixed(NOW, ZoneOffset.UTC))
        .of(sent);
  }

  private final class Records implements FrameRecords {
    @Override
    public byte[] at(Origin origin) throws Unreleasable {
      if (gone) {
        throw new Unreleasable(Unreleased.RECORD_GONE);
      }
      return Sample.record("s", 0);
    }

    @Override
    public void close() {}
  }

  private final class Scripted implements Detector {
    @Override
    public List<Detection> detect(Picture picture) {
      looks++;
      if (broken) {
        throw new IllegalStateException("no answer");
      }
      return finds;
    }

    @Override
    public Looked looked() {
      return Looked.WITH_MODEL;
    }

    @Override
    public String version() {
      return "scripted";
    }

    @Override
    public void close() {}
  }

  private static SentOut first(Directive directive) {
    return new SentOut(directive, Occasion.FIRST);
  }

  private static Directive directive(int revision, Region... regions) {
    return directive(revision, List.of(LOOKED), "frames", regions);
  }

  static Directive directive(int revision, List<Look> looks, String topic, Region... regions) {
    return new Directive(
        "s",
        0,
        NOW,
        new Origin(topic, 0, 0, null),
        RedactFrame.sha256(Sample.image(0, "jpg")),
        regions.length == 0 ? Disposition.RELEASE : Disposition.REDACT,
        List.of(),
        List.of(regions),
        Audio.MUTE,
        List.of(),
        Finality.FINAL,
        revision,
        null,
        Consent.OFF,
        List.of(),
        "household-1",
        "face/test-1",
        0,
        looks);
  }
}
