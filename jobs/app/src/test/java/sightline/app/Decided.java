package sightline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import sightline.app.footage.Footage;
import sightline.app.footage.MediaFile;
import sightline.app.footage.MediaSearch;
import sightline.app.footage.Shot;
import sightline.domain.frame.Origin;
import sightline.domain.privacy.Audio;
import sightline.domain.privacy.Consent;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Finality;
import sightline.domain.privacy.MutedSpan;
import sightline.domain.privacy.Region;
import sightline.domain.privacy.RegionKind;
import sightline.domain.privacy.RegionReason;
import sightline.domain.privacy.WithholdReason;
import sightline.vision.decode.ImageLimits;
import sightline.vision.redaction.RedactFrame;
import sightline.wire.JsonLines;

/** An analysis as {@code analyze} would write it, with decisions that a test makes up. */
final class Decided {
  private final List<Directive> directives = new ArrayList<>();

  /** RELEASE for every frame below a folder. */
  static Decided about(Path media) {
    Decided decided = new Decided();
    for (MediaFile file : MediaSearch.below(List.of(media)).found()) {
      try (Footage footage = Footage.open(file, ImageLimits.defaults())) {
        while (footage.hasNext()) {
          decided.directives.add(release(file.session(), footage.next()));
        }
      }
    }
    return decided;
  }

  private static Directive release(String session, Shot shot) {
    return new Directive(
        session,
        shot.index(),
        Instant.ofEpochMilli(shot.offsetMillis()),
        new Origin(session, 0, shot.index(), null),
        RedactFrame.sha256(shot.image()),
        Disposition.RELEASE,
        List.of(),
        List.of(),
        Audio.MUTE,
        List.of(),
        Finality.FINAL,
        1,
        null,
        Consent.OFF,
        List.of(),
        "test-1",
        "none",
        0,
        List.of());
  }

  Decided withheld(int frame) {
    return each(frame, was -> with(was, Disposition.WITHHOLD, List.of(), was.finality()));
  }

  Decided hidden(int frame, Region region) {
    return each(frame, was -> {
      List<Region> regions = new ArrayList<>(was.regions());
      regions.add(region);
      return with(was, Disposition.REDACT, regions, was.finality());
    });
  }

  Decided provisional(int frame) {
    return each(frame, was -> with(was, was.disposition(), was.regions(), Finality.PROVISIONAL));
  }

  Decided heardBut(MutedSpan... muted) {
    directives.replaceAll(was -> new Directive(
        was.session(),
        was.index(),
        was.capturedAt(),
        was.origin(),
        was.sha256(),
        was.disposition(),
        was.withheldBecause(),
        was.regions(),
        Audio.MUTE_SPANS,
        List.of(muted),
        was.finality(),
        was.revision(),
        was.lateness(),
        was.consent(),
        was.purposes(),
        was.policy(),
        was.models(),
        was.doubt(),
        was.looks()));
    return this;
  }

  Decided without(int frame) {
    directives.removeIf(was -> was.index() == frame);
    return this;
  }

  Decided twice(int frame) {
    List<Directive> again =
        directives.stream().filter(was -> was.index() == frame).toList();
    directives.addAll(again);
    return this;
  }

  private Decided each(int frame, UnaryOperator<Directive> change) {
    directives.replaceAll(was -> was.index() == frame ? change.apply(was) : was);
    return this;
  }

  private static Directive with(
      Directive was, Disposition disposition, List<Region> regions, Finality finality) {
    return new Directive(
        was.session(),
        was.index(),
        was.capturedAt(),
        was.origin(),
        was.sha256(),
        disposition,
        disposition == Disposition.WITHHOLD ? List.of(WithholdReason.DETECTOR_FAILED) : List.of(),
        regions,
        was.audio(),
        was.muted(),
        finality,
        finality == Finality.FINAL ? 1 : 0,
        was.lateness(),
        was.consent(),
        was.purposes(),
        was.policy(),
        was.models(),
        was.doubt(),
        was.looks());
  }

  Path in(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.write(
        folder.resolve("directives.jsonl"),
        directives.stream().map(JsonLines::directive).toList());
    return folder;
  }

  static Region face(int x, int y, int width, int height) {
    return new Region(x, y, width, height, RegionKind.FACE, RegionReason.FACE_DETECTED, null, 0.9);
  }
}
