package sightline.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sightline.app.analyze.Analysis;
import sightline.app.export.WorkerRecord;

@Command(
    name = "export",
    description = {
      "Writes what is known about one worker, for that worker: record.json, and record.html to be read on a phone.",
      "",
      "From Kafka (--bootstrap) or from a folder that 'sightline analyze' wrote (--from); the latter names no worker, so --sessions lists"
          + " theirs. What is not known is said to have no record. A worker of whom nothing is known: exit code 2.",
      ""
    })
public final class ExportCommand implements Callable<Integer> {
  @Option(
      names = "--worker",
      paramLabel = "PSEUDONYM",
      required = true,
      description = "Whose record, as the frames name them.")
  private String worker = "";

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description = "Where the brokers answer.")
  private @Nullable String bootstrap;

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "What 'sightline analyze' wrote, instead of Kafka.")
  private @Nullable Path from;

  @Option(
      names = "--sessions",
      paramLabel = "FILE",
      description = "With --from: the worker's sessions, one id a line.")
  private @Nullable Path sessions;

  @Option(
      names = "--locale",
      paramLabel = "TAG",
      description = "Language of the page (default: that of the newest feedback).")
  private @Nullable String locale;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the record; must be new or empty.")
  private @Nullable Path out;

  @Mixin
  private final Voice voice = new Voice();

  @Override
  public Integer call() throws Exception {
    if (out == null || Analysis.occupied(out)) {
      throw new CannotRun("%s is not empty: name a new folder with --out".formatted(out));
    }
    record().write(out);
    voice.say("The record is in %s: record.html to read, record.json for machines.".formatted(out));
    return 0;
  }

  private WorkerRecord record() throws IOException {
    if ((bootstrap == null) == (from == null)) {
      throw new CannotRun("name either --bootstrap HOST:PORT or --from DIR");
    }
    if (bootstrap != null) {
      return WorkerRecord.ofTopics(worker, bootstrap, locale);
    }
    if (from == null || sessions == null) {
      throw new CannotRun(
          "files of an analysis name no worker: list the worker's sessions with --sessions FILE");
    }
    if (!Files.isRegularFile(sessions)) {
      throw new CannotRun("there is no file %s".formatted(sessions));
    }
    Set<String> ids = new HashSet<>();
    for (String line : Files.readAllLines(sessions, StandardCharsets.UTF_8)) {
      if (!line.isBlank()) {
        ids.add(line.strip());
      }
    }
    return WorkerRecord.ofFiles(worker, from, ids, locale);
  }
}
