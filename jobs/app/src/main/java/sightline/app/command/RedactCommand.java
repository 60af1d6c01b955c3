package sightline.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sightline.app.analyze.Analysis;
import sightline.app.footage.MediaFile;
import sightline.app.footage.MediaSearch;
import sightline.app.redact.Decisions;
import sightline.app.redact.Redaction;
import sightline.app.redact.RedactionSummary;
import sightline.vision.redaction.RedactionMethod;

@Command(
    name = "redact",
    description = {
      "Writes media files as they may be seen: what 'sightline analyze' said must be hidden is hidden, and nothing but pixels is left.",
      "",
      "A photo becomes a JPEG or PNG, a video an MP4 of the same frames at the same times. Withheld frames are black, sound is silent where it"
          + " must be, and places, dates, devices, comments and thumbnails are gone. A file is refused, and nothing of it written, where a frame has no"
          + " final directive or is not the one that was assessed. What was done is in DIR/redact.json. Exit code 3: a file was refused.",
      ""
    })
public final class RedactCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "The same media files or folders that were analysed.")
  private List<Path> paths = List.of();

  @Option(
      names = "--directives",
      paramLabel = "DIR",
      required = true,
      description = "What 'sightline analyze' wrote; an overrides.jsonl in it is applied.")
  private @Nullable Path directives;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the results; must be new or empty.")
  private @Nullable Path out;

  @Option(
      names = "--method",
      paramLabel = "fill|pixelate|blur",
      description =
          "fill (default): black; the others leave a hint of what was there, and blur can be undone. Text and screens are always filled.")
  private RedactionMethod method = RedactionMethod.FILL;

  @Option(names = "--overwrite", description = "Replace an earlier redaction in DIR.")
  private boolean overwrite;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "Files redacted side by side (default: processors).")
  private int parallelism = Runtime.getRuntime().availableProcessors();

  @Mixin
  private final Voice voice = new Voice();

  @Override
  public Integer call() throws Exception {
    Path analysis = named(directives, "--directives");
    Path folder = out(analysis);
    MediaSearch media = MediaSearch.below(paths, folder);
    List<MediaFile> files =
        media.found().stream().filter(file -> !within(file.file(), analysis)).toList();
    if (files.isEmpty()) {
      throw new CannotRun(
          "no footage below %s: media files end in mp4, mov, mkv, webm, avi, jpg, png or the like"
              .formatted(paths));
    }
    Decisions decisions = Decisions.in(analysis);
    Terminal terminal = new Terminal(voice.out());
    Redaction redaction =
        new Redaction(decisions, method, Math.max(1, parallelism), terminal::redacting);
    redaction.check(files, folder);
    Files.createDirectories(folder);
    RedactionSummary.clear(folder);
    long started = System.nanoTime();
    RedactionSummary summary = new RedactionSummary(method, folder, redaction.run(files, folder));
    terminal.done();
    summary.write();
    summary.print(voice.out(), (System.nanoTime() - started) / 1e9);
    media.unreadable().forEach(path -> voice.say("  unreadable %s".formatted(path)));
    boolean refused = !summary.refused().isEmpty() || !media.unreadable().isEmpty();
    return refused ? SaidPlainly.REFUSED_MEDIA : 0;
  }

  private static Path named(@Nullable Path folder, String option) {
    if (folder == null) {
      throw new CannotRun("%s DIR is missing".formatted(option));
    }
    return folder;
  }

  private Path out(Path analysis) throws IOException {
    Path folder = named(out, "--out");
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new CannotRun("%s is a file: name a folder with --out".formatted(folder));
    }
    if (within(folder, analysis) || within(analysis, folder)) {
      throw new CannotRun(
          "%s and %s lie in each other: name another folder with --out, as the analysis is not for whoever gets the results"
              .formatted(folder, analysis));
    }
    for (Path path : paths) {
      if (within(path, folder)) {
        throw new CannotRun("%s lies in %s: name a folder with --out that holds no footage"
            .formatted(path, folder));
      }
    }
    if (!overwrite && Analysis.occupied(folder)) {
      throw new CannotRun(
          "%s is not empty: name another folder, or replace what is there with --overwrite"
              .formatted(folder));
    }
    return folder;
  }

  private static boolean within(Path inner, Path outer) {
    return inner.toAbsolutePath().normalize().startsWith(outer.toAbsolutePath().normalize());
  }
}
