package sightline.app.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import sightline.app.footage.MediaFile;

/** A name for everything that figures depend on, so that finished ones are kept only where they would come out the same. */
final class Stamp {
  /** One class of each module: what they were loaded from is the engine. */
  private static final List<Class<?>> MODULES = List.of(
      sightline.domain.frame.Box.class,
      sightline.wire.JsonLines.class,
      sightline.vision.FrameAssessor.class,
      sightline.pipeline.job.SightlineJob.class,
      Stamp.class);

  private final MessageDigest digest;

  private Stamp() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * @param models the folder of model descriptions and weights
   * @param settings as given, without what only names a place
   */
  static String of(Path models, Map<String, String> settings, Annotations annotations)
      throws IOException {
    Stamp stamp = new Stamp();
    for (Class<?> module : MODULES) {
      stamp.code(module);
    }
    stamp.folder(models);
    new TreeMap<>(settings).forEach((key, value) -> stamp.say(key + "=" + value));
    for (Path file : annotations.files()) {
      stamp.digest.update(Files.readAllBytes(file));
    }
    for (MediaFile media : annotations.media()) {
      stamp.say(media.session() + " " + Files.size(media.file()));
    }
    return HexFormat.of().formatHex(stamp.digest.digest()).substring(0, 16);
  }

  /** Of a jar the checksums of its entries: its own bytes differ from build to build by their times. */
  private void code(Class<?> module) throws IOException {
    Path place = place(module);
    if (Files.isDirectory(place)) {
      folder(place);
      return;
    }
    try (ZipFile jar = new ZipFile(place.toFile())) {
      jar.stream()
          .filter(entry -> !entry.getName().startsWith("META-INF/"))
          .map(entry -> entry.getName() + " " + entry.getCrc())
          .sorted()
          .forEach(this::say);
    }
  }

  private void folder(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(Files::isRegularFile).sorted().forEach(file -> {
        say(folder.relativize(file).toString());
        try {
          digest.update(Files.readAllBytes(file));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    }
  }

  private void say(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }

  private static Path place(Class<?> module) {
    try {
      URI place = module.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(place);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class comes from a place", e);
    }
  }
}
