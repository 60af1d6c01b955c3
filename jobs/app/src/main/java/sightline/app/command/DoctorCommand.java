package sightline.app.command;

import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import sightline.app.embedded.FreePort;
import sightline.vision.models.InstalledModel;
import sightline.vision.models.ModelCatalogue;
import sightline.vision.models.ModelStore;

@Command(
    name = "doctor",
    description = {
      "Looks at this machine and says what Sightline would miss, and how to mend it.",
      ""
    })
public final class DoctorCommand implements Callable<Integer> {
  private static final int JAVA = 17;
  private static final long MEMORY_MIB = 1_500;
  private static final long DISK_MIB = 2_000;
  private static final int DEFAULT_PORT = 8080;

  @Mixin
  private final Voice voice = new Voice();

  private boolean well = true;

  /** A look that may say what is wrong. */
  private interface Check {
    String look() throws Exception;
  }

  @Override
  public Integer call() {
    PrintWriter out = voice.out();
    check(out, "Java", DoctorCommand::java);
    check(out, "memory", DoctorCommand::memory);
    check(out, "disk", DoctorCommand::disk);
    check(out, "OpenCV", DoctorCommand::openCv);
    check(out, "models", DoctorCommand::models);
    check(out, "footage", DoctorCommand::footage);
    check(out, "port " + DEFAULT_PORT, DoctorCommand::port);
    out.println(well ? "all is well" : "something needs mending, see above");
    out.flush();
    return well ? 0 : SaidPlainly.FAILED;
  }

  private void check(PrintWriter out, String what, Check check) {
    try {
      out.printf("  ok    %-10s %s%n", what, check.look());
    } catch (Exception | LinkageError e) {
      well = false;
      out.printf("  MEND  %-10s %s%n", what, e.getMessage());
    }
    out.flush();
  }

  private static String java() {
    int version = Runtime.version().feature();
    if (version < JAVA) {
      throw new CannotRun(
          "version %d: install a JDK %d or newer and set JAVA_HOME to it".formatted(version, JAVA));
    }
    return "%s on %d processors"
        .formatted(Runtime.version(), Runtime.getRuntime().availableProcessors());
  }

  private static String memory() {
    long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
    if (mebibytes < MEMORY_MIB) {
      throw new CannotRun(
          "%,d MiB for the heap: set SIGHTLINE_JAVA_OPTS=-Xmx2g".formatted(mebibytes));
    }
    return "%,d MiB for the heap".formatted(mebibytes);
  }

  private static String disk() throws Exception {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    Files.delete(Files.createTempFile(temporary, "sightline-", ".doctor"));
    long mebibytes = new File(temporary.toString()).getUsableSpace() >> 20;
    if (mebibytes < DISK_MIB) {
      throw new CannotRun(
          "%,d MiB free below %s: make room, or set SIGHTLINE_JAVA_OPTS=-Djava.io.tmpdir=DIR"
              .formatted(mebibytes, temporary));
    }
    return "%,d MiB free below %s".formatted(mebibytes, temporary);
  }

  private static String openCv() {
    Loader.load(opencv_core.class);
    return "version %s for %s"
        .formatted(opencv_core.getVersionString().getString(), Loader.getPlatform());
  }

  private static String models() {
    ModelCatalogue catalogue = ModelCatalogue.read(Home.models());
    ModelStore store = new ModelStore(catalogue);
    StringBuilder found = new StringBuilder();
    for (InstalledModel model : catalogue.models()) {
      if (store.verified(model.description().task()).isEmpty()) {
        throw new CannotRun(
            "%s has no weights: run scripts/fetch-models; without them every frame is withheld"
                .formatted(model.description().id()));
      }
      found.append(found.isEmpty() ? "" : ", ").append(model.description().id());
    }
    return found + ", checked";
  }

  private static String footage() {
    Path media = Home.environmentPath("SIGHTLINE_MEDIA");
    if (media == null) {
      return "SIGHTLINE_MEDIA is not set: the demo draws its own scenes";
    }
    if (!Files.isDirectory(media.resolve("videos"))) {
      throw new CannotRun(
          "SIGHTLINE_MEDIA names %s, which has no folder 'videos': mend it or unset it"
              .formatted(media));
    }
    return media.toString();
  }

  private static String port() {
    if (!FreePort.isFree(DEFAULT_PORT)) {
      throw new CannotRun("in use: start the demo with --port %d".formatted(FreePort.any()));
    }
    return "free";
  }
}
