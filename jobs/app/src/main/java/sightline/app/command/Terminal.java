package sightline.app.command;

import java.io.PrintWriter;
import sightline.app.analyze.Analysis;
import sightline.app.redact.Redaction;
import sightline.app.terminal.Screen;

/** Progress on one line of a terminal; a line every few seconds where the output goes to a file. */
final class Terminal {
  private static final int BAR = 24;
  private static final double QUIET_SECONDS = 5;

  private final PrintWriter out;
  private final boolean interactive;
  private double lastSaid = -QUIET_SECONDS;

  Terminal(PrintWriter out) {
    this.out = out;
    this.interactive = Screen.ofThisProcess() == Screen.TERMINAL;
  }

  void progress(Analysis.Moment now) {
    String line = "%s %d/%d files  %,d frames  %.0f frames/s"
        .formatted(
            bar(now.filesDone(), now.files()),
            now.filesDone(),
            now.files(),
            now.finals(),
            now.seconds() > 0 ? now.finals() / now.seconds() : 0);
    show(line, now.seconds());
  }

  void redacting(Redaction.Moment now) {
    String line = "%s %d/%d files  %,d/%,d frames  %.0f frames/s"
        .formatted(
            bar(now.framesDone(), Math.toIntExact(now.frames())),
            now.filesDone(),
            now.files(),
            now.framesDone(),
            now.frames(),
            now.seconds() > 0 ? now.framesDone() / now.seconds() : 0);
    show(line, now.seconds());
  }

  private void show(String line, double seconds) {
    if (interactive) {
      out.print("\r" + line + "\u001b[K");
      out.flush();
    } else if (seconds - lastSaid >= QUIET_SECONDS) {
      lastSaid = seconds;
      out.println(line);
      out.flush();
    }
  }

  void done() {
    if (interactive) {
      out.println();
    }
    out.flush();
  }

  private static String bar(long done, int all) {
    int filled = all == 0 ? BAR : (int) (BAR * done / all);
    return "[" + "#".repeat(filled) + "-".repeat(BAR - filled) + "]";
  }
}
