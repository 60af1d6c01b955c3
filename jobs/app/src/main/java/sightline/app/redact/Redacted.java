package sightline.app.redact;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.Disposition;

/** What became of one media file. */
public sealed interface Redacted {
  /** The file's session. */
  String session();

  /**
   * @param output where it lies
   * @param frames by their disposition, overrides applied
   * @param regions hidden in frames that are not black altogether
   * @param stamps under which policies, consent modes and models it was analysed
   * @param overrides that were applied
   */
  record Written(
      String session,
      Path output,
      Map<Disposition, Integer> frames,
      int regions,
      Sound sound,
      Set<String> stamps,
      int overrides)
      implements Redacted {
    static Written of(
        String session, Path output, List<Directive> finals, Sound sound, int overrides) {
      Map<Disposition, Integer> frames = new EnumMap<>(Disposition.class);
      Set<String> stamps = new TreeSet<>();
      int regions = 0;
      for (Directive directive : finals) {
        frames.merge(directive.disposition(), 1, Integer::sum);
        regions += directive.disposition() == Disposition.WITHHOLD
            ? 0
            : directive.regions().size();
        stamps.add("policy %s, consent %s, models %s"
            .formatted(directive.policy(), directive.consent(), directive.models()));
      }
      return new Written(session, output, frames, regions, sound, stamps, overrides);
    }
  }

  /** Nothing of it is in the output. */
  record Refused(String session, Refusal refusal) implements Redacted {}

  /** What became of a file's sound. */
  enum Sound {
    /** There was none to be heard. */
    NONE,
    /** No moment of it may be heard, so there is no sound track. */
    LEFT_OUT,
    /** Silence where it may not be heard. */
    SILENCED
  }
}
