package sightline.app.command;

import picocli.CommandLine;
import sightline.pipeline.job.InvalidSettings;
import sightline.vision.models.ModelCatalogueInvalid;
import sightline.vision.models.ModelCorrupt;

/** Turns a failure into one clear line; the stack trace is for {@code SIGHTLINE_DEBUG=1}. */
public final class SaidPlainly implements CommandLine.IExecutionExceptionHandler {
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int REFUSED_MEDIA = 3;

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    command.getErr().println(command.getColorScheme().errorText("sightline: " + message(failure)));
    if ("1".equals(System.getenv("SIGHTLINE_DEBUG"))) {
      failure.printStackTrace(command.getErr());
    }
    return toMend(failure) ? USAGE : FAILED;
  }

  /** Failures whose message already says what a person can do. */
  private static boolean toMend(Throwable failure) {
    return failure instanceof CannotRun
        || failure instanceof InvalidSettings
        || failure instanceof IllegalArgumentException
        || failure instanceof ModelCorrupt
        || failure instanceof ModelCatalogueInvalid;
  }

  private static String message(Throwable failure) {
    if (toMend(failure)) {
      return String.valueOf(failure.getMessage());
    }
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return "%s (%s); SIGHTLINE_DEBUG=1 shows where"
        .formatted(root.getMessage(), root.getClass().getSimpleName());
  }
}
