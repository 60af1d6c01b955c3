package sightline.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import sightline.app.command.AnalyzeCommand;
import sightline.app.command.ComposeCoversCommand;
import sightline.app.command.DemoCommand;
import sightline.app.command.DoctorCommand;
import sightline.app.command.EvaluateCommand;
import sightline.app.command.ExportCommand;
import sightline.app.command.FetchModelsCommand;
import sightline.app.command.RedactCommand;
import sightline.app.command.ReplayCommand;
import sightline.app.command.SaidPlainly;
import sightline.app.command.SpecsCommand;

/** The command line. */
@Command(
    name = "sightline",
    mixinStandardHelpOptions = true,
    version = "Sightline 0.1.0-SNAPSHOT",
    description = {
      "Says of every frame of robot-training footage how good it is and why, and what must be hidden before anyone sees it.",
      ""
    },
    footer = {
      "",
      "Start with 'sightline demo'; then 'sightline analyze VIDEO --out DIR' on footage of your own.",
      "Exit codes: 0 done, 1 failed, 2 the command cannot be carried out as it stands, 3 done, but a media file was refused."
    },
    subcommands = {
      DemoCommand.class,
      AnalyzeCommand.class,
      RedactCommand.class,
      EvaluateCommand.class,
      ExportCommand.class,
      ReplayCommand.class,
      SpecsCommand.class,
      DoctorCommand.class,
      FetchModelsCommand.class,
      ComposeCoversCommand.class
    })
public final class Main implements Runnable {
  @CommandLine.Spec
  private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

  public static void main(String[] args) {
    // DJL asks a server for permission to count its users unless told not to, before its first
    // class loads.
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("java.awt.headless", "true");
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(new SaidPlainly())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true);
  }

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(System.out);
    }
  }
}
