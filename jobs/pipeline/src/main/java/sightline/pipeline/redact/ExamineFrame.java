package sightline.pipeline.redact;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.frame.Rotation;
import sightline.domain.leak.LeakRule;
import sightline.domain.leak.Outcome;
import sightline.domain.leak.WorkerMarks;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.OverrideCause;
import sightline.domain.privacy.Region;
import sightline.pipeline.redact.OriginalFrames.Original;
import sightline.pipeline.redact.SentOut.Occasion;
import sightline.vision.decode.ImageHeader;
import sightline.vision.decode.ImageLimits;
import sightline.vision.decode.Picture;
import sightline.vision.decode.Undecodable;
import sightline.vision.detection.Detector;

/**
 * Looks once more, and thoroughly, at a frame that went out: a face of which its directive hides less than it must is a leak.
 *
 * <p>Every face counts, the worker's own too, since no consent shows one (jobs/docs/consent.md). One thread at a time.
 */
final class ExamineFrame {
  /** The header checks let the frame in long ago; here they only guard the decoder. */
  private static final ImageLimits LIMITS =
      new ImageLimits(64L * 1024 * 1024, 1, Integer.MAX_VALUE);

  private final OriginalFrames originals;
  private final Detector pass;
  private final LeakRule rule;
  private final WorkerMarks marks;
  private final Clock clock;

  ExamineFrame(
      OriginalFrames originals, Detector pass, LeakRule rule, WorkerMarks marks, Clock clock) {
    this.originals = originals;
    this.pass = pass;
    this.rule = rule;
    this.marks = marks;
    this.clock = clock;
  }

  /** Never fails on account of one frame: what could not be looked at says so. */
  Examined of(SentOut sent) {
    Directive directive = sent.directive();
    boolean hidesFaces =
        directive.looks().stream().anyMatch(look -> look.kind() == DetectorKind.FACE);
    if (!hidesFaces && !directive.looks().isEmpty()) {
      return Examined.not(Outcome.NOT_IN_POLICY);
    }
    Original original;
    try {
      original = originals.of(directive);
    } catch (Unreleasable gone) {
      return Examined.not(Outcome.NO_PIXELS);
    }
    // without looks nobody knows what the policy hides: what is found is hidden then, and does not
    // count
    Counting counting =
        hidesFaces && sent.occasion() != Occasion.AGAIN ? Counting.COUNTED : Counting.UNCOUNTED;
    return sent.occasion() == Occasion.FIRST_AND_FOUND_BEFORE
        ? examined(counting.leak, original, null)
        : looked(directive, original, counting);
  }

  private enum Counting {
    COUNTED(Outcome.CLEAN, Outcome.LEAK),
    UNCOUNTED(Outcome.CLEAN_UNCOUNTED, Outcome.LEAK_UNCOUNTED);

    private final Outcome clean;
    private final Outcome leak;

    Counting(Outcome clean, Outcome leak) {
      this.clean = clean;
      this.leak = leak;
    }
  }

  private Examined looked(Directive directive, Original original, Counting counting) {
    if (!(ImageHeader.read(original.image(), LIMITS) instanceof ImageHeader.Accepted header)) {
      return Examined.not(Outcome.NO_PIXELS);
    }
    Rotation upright = original.declared() == Rotation.NONE ? header.exif() : original.declared();
    List<Region> hiding;
    try (Picture picture = Picture.decode(original.image(), header, upright)) {
      List<Detection> leaks =
          rule.leaks(pass.detect(picture), directive.regions(), header.width(), header.height());
      hiding = rule.hiding(leaks, upright, header.width(), header.height());
    } catch (Undecodable unreadable) {
      return Examined.not(Outcome.NO_PIXELS);
    } catch (RuntimeException failed) {
      return Examined.not(Outcome.FAILED);
    }
    return hiding.isEmpty()
        ? examined(counting.clean, original, null)
        : examined(counting.leak, original, override(directive, hiding));
  }

  private DirectiveOverride override(Directive directive, List<Region> hiding) {
    return new DirectiveOverride(
        directive.session(),
        directive.index(),
        Math.max(1, directive.revision()) + 1,
        Instant.now(clock).truncatedTo(ChronoUnit.MILLIS),
        OverrideCause.LEAK_FOUND,
        Disposition.REDACT,
        hiding);
  }

  private Examined examined(
      Outcome outcome, Original original, @Nullable DirectiveOverride override) {
    return new Examined(
        outcome, original.deviceClass(), original.region(), marks.of(original.worker()), override);
  }
}
