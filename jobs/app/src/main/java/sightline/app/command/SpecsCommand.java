package sightline.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sightline.app.specs.PublishSpecs;
import sightline.domain.task.CompletionStep;
import sightline.domain.task.ExpectedObject;
import sightline.domain.task.TaskSpec;
import sightline.pipeline.job.TaskSpecFiles;
import sightline.wire.spec.InvalidSpec;

@Command(
    name = "specs",
    description = {
      "Checks and publishes specs of tasks: what a task wants of a recording.",
      "",
      "Examples to copy are in models/tasks; jobs/docs/task-specs.md says what each field means.",
      ""
    })
public final class SpecsCommand implements Runnable {
  @CommandLine.Spec
  private CommandLine.Model.@Nullable CommandSpec command;

  @Mixin
  private final Voice voice = new Voice();

  @Override
  public void run() {
    if (command != null) {
      command.commandLine().usage(voice.out());
    }
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description =
          "Says everything that is wrong with the files, or of each step and object whether the engine can see it.")
  int check(
      @Parameters(paramLabel = "FILE", arity = "1..*", description = "YAML files.")
          List<Path> files) {
    PrintWriter out = voice.out();
    for (TaskSpec spec : read(files)) {
      out.printf("%s, in force from %s%n", spec.key(), spec.effectiveAt());
      for (CompletionStep step : spec.completion()) {
        out.printf(
            "  %-12s  %s%n",
            step.sight().name().toLowerCase(Locale.ROOT).replace('_', ' '), step.text());
      }
      for (ExpectedObject thing : spec.objects().objects()) {
        out.printf(
            "  %-12s  object: %s%s%n",
            thing.measurable() ? "measured" : "not assessed",
            thing.name(),
            thing.measurable() ? " (as " + String.join(", ", thing.labels()) + ")" : "");
      }
    }
    out.flush();
    return 0;
  }

  @Command(
      name = "publish",
      mixinStandardHelpOptions = true,
      description = {
        "Writes specs to the topic task-specs, all or none.",
        "",
        "What is there already stays as it is. A version that is there with other content is refused: give the new one a version of its own."
      })
  int publish(
      @Parameters(paramLabel = "FILE", arity = "1..*", description = "YAML files.")
          List<Path> files,
      @Option(
              names = "--bootstrap",
              paramLabel = "HOST:PORT",
              required = true,
              description = "Where the brokers answer.")
          String bootstrap) {
    PrintWriter out = voice.out();
    try {
      new PublishSpecs(bootstrap)
          .publish(read(files))
          .forEach(done -> out.printf(
              "%s: %s, in force for frames appended from %s%n",
              done.spec().key(),
              done.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '),
              done.spec().effectiveAt()));
    } catch (IllegalStateException | KafkaException e) {
      throw new CannotRun(String.valueOf(e.getMessage()));
    }
    out.flush();
    return 0;
  }

  /**
   * All of the files.
   *
   * @throws CannotRun with everything that is wrong in any of them, one problem a line
   */
  private static List<TaskSpec> read(List<Path> files) {
    List<TaskSpec> specs = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Map<String, Path> keys = new HashMap<>();
    for (Path file : files) {
      try {
        TaskSpec spec = TaskSpecFiles.read(file);
        Path before = keys.putIfAbsent(spec.key(), file);
        if (before != null) {
          problems.add("%s: %s stands in %s as well; give it another version"
              .formatted(file, spec.key(), before));
        }
        specs.add(spec);
      } catch (InvalidSpec e) {
        e.problems().forEach(problem -> problems.add("%s: %s".formatted(file, problem)));
      }
    }
    if (!problems.isEmpty()) {
      throw new CannotRun("%s wrong:%n  %s"
          .formatted(
              problems.size() == 1 ? "one thing is" : problems.size() + " things are",
              String.join(System.lineSeparator() + "  ", problems)));
    }
    return specs;
  }
}
