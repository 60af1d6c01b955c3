package sightline.app.redact;

import java.util.List;
import sightline.domain.privacy.Directive;

/** What an analysis has to say about one session. */
sealed interface Decided {
  /**
   * @param finals one a frame, ascending from frame 0 without a gap, overrides applied; not empty
   */
  record Complete(List<Directive> finals) implements Decided {
    public Complete {
      finals = List.copyOf(finals);
    }
  }

  /** Not enough to let anything out. */
  record Incomplete(Refusal refusal) implements Decided {}
}
