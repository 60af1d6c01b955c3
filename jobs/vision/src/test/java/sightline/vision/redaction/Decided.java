package sightline.vision.redaction;

import java.time.Instant;
import java.util.List;
import sightline.domain.frame.Origin;
import sightline.domain.privacy.Audio;
import sightline.domain.privacy.Consent;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Finality;
import sightline.domain.privacy.Region;
import sightline.domain.privacy.RegionKind;
import sightline.domain.privacy.RegionReason;
import sightline.domain.privacy.WithholdReason;

/** Directives for tests. */
final class Decided {
  private Decided() {}

  static Directive hiding(byte[] image, Region... regions) {
    return directive(
        image,
        regions.length == 0 ? Disposition.RELEASE : Disposition.REDACT,
        Finality.FINAL,
        regions);
  }

  static Directive withheld(byte[] image) {
    return directive(image, Disposition.WITHHOLD, Finality.FINAL);
  }

  static Directive directive(
      byte[] image, Disposition disposition, Finality finality, Region... regions) {
    return new Directive(
        "s",
        0,
        Instant.EPOCH,
        new Origin("frames", 0, 1, null),
        RedactFrame.sha256(image),
        disposition,
        disposition == Disposition.WITHHOLD ? List.of(WithholdReason.DETECTOR_FAILED) : List.of(),
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

  static Region face(int x, int y, int width, int height) {
    return region(RegionKind.FACE, x, y, width, height);
  }

  static Region region(RegionKind kind, int x, int y, int width, int height) {
    return new Region(x, y, width, height, kind, RegionReason.FACE_DETECTED, null, 0.9);
  }
}
