package sightline.pipeline.job;

import java.util.List;

/** The configuration cannot be used; the message lists everything that is wrong with it. */
public final class InvalidSettings extends RuntimeException {
  InvalidSettings(List<String> problems) {
    super("the configuration cannot be used:\n  - " + String.join("\n  - ", problems));
  }
}
