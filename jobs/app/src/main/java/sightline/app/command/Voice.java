package sightline.app.command;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every command has in common: where it speaks, and that it explains itself. */
@Command(mixinStandardHelpOptions = true)
final class Voice {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  PrintWriter out() {
    if (command == null) {
      throw new IllegalStateException("not mixed into a command");
    }
    return command.commandLine().getOut();
  }

  /** A line that a person should see now. */
  void say(String line) {
    PrintWriter out = out();
    out.println(line);
    out.flush();
  }
}
