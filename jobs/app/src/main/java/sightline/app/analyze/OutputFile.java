package sightline.app.analyze;

import java.util.Locale;

/** The files that an analysis writes, one a stream. */
enum OutputFile {
  FRAMES,
  DIRECTIVES,
  OVERRIDES,
  SESSIONS,
  VERDICTS,
  INCIDENTS,
  FEEDBACK,
  REJECTED;

  String fileName() {
    return name().toLowerCase(Locale.ROOT) + ".jsonl";
  }
}
