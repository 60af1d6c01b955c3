package sightline.app.command;

import picocli.CommandLine;
import sightline.pipeline.job.InvalidSettings;

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
    boolean usersToMend = failure instanceof CannotRun
        || failure instanceof InvalidSettings
        || failure instanceof IllegalArgumentException;
    return usersToMend ? USAGE : FAILED;
  }

  private static String message(Throwable failure) {
    if (failure instanceof CannotRun
        || failure instanceof InvalidSettings
        || failure instanceof IllegalArgumentException) {
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
