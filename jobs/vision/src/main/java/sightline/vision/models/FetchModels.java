package sightline.vision.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sightline.vision.models.FetchOutcome.Fetched;
import sightline.vision.models.FetchOutcome.Present;
import sightline.vision.models.FetchOutcome.Unreachable;

/**
 * Brings the weights that a catalogue describes and that are not there yet: from a mirror folder where one holds them, else
 * from upstream. Only weights of the described size and SHA-256 ever take their place, in one atomic step.
 */
public final class FetchModels {
  /** How long a source may be silent. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  private final @Nullable Path mirror;
  private final Transport transport;
  private final Consumer<String> progress;
  private final Map<String, String> silentHosts = new HashMap<>();

  /**
   * @param mirror a folder that may hold weights, null for none
   * @param patience how long an address may take to answer, and how long it may stay silent while sending
   * @param progress gets one line a step
   */
  public FetchModels(@Nullable Path mirror, Duration patience, Consumer<String> progress) {
    this.mirror = mirror;
    this.transport = new Transport(patience);
    this.progress = progress;
  }

  /**
   * @return one outcome a model, in the catalogue's order
   * @throws ModelCorrupt where weights are there, or were served, that are not the ones described; served ones are removed
   */
  public List<FetchOutcome> all(ModelCatalogue catalogue) {
    List<FetchOutcome> outcomes = new ArrayList<>();
    for (InstalledModel model : catalogue.models()) {
      outcomes.add(one(model));
    }
    return outcomes;
  }

  private FetchOutcome one(InstalledModel model) {
    ModelDescription description = model.description();
    if (model.hasWeights()) {
      Checksum.require(description, model.weights(), "in " + model.weights());
      progress.accept("%s: present".formatted(description.id()));
      return new Present(description.id());
    }
    if (description.origin() instanceof WeightsOrigin.Published published) {
      return brought(model, published);
    }
    throw new IllegalStateException(
        "%s: the project's own weights were there a moment ago".formatted(description.id()));
  }

  private FetchOutcome brought(InstalledModel model, WeightsOrigin.Published published) {
    ModelDescription description = model.description();
    Path mirrored = mirror == null ? null : mirror.resolve(published.mirror());
    try {
      Path part = Files.createTempFile(model.folder(), description.file(), ".part");
      try {
        return mirrored != null && Files.isRegularFile(mirrored)
            ? fromMirror(model, mirrored, part)
            : fromUpstream(model, published, part);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(
          "%s: the weights cannot be written".formatted(description.id()), unwritable);
    }
  }

  private FetchOutcome fromMirror(InstalledModel model, Path mirrored, Path part)
      throws IOException {
    Files.copy(mirrored, part, StandardCopyOption.REPLACE_EXISTING);
    return install(model, part, "the mirror");
  }

  private FetchOutcome fromUpstream(
      InstalledModel model, WeightsOrigin.Published published, Path part) throws IOException {
    ModelDescription description = model.description();
    URI url = published.url();
    progress.accept("%s: fetching %,d bytes from %s"
        .formatted(description.id(), description.bytes(), url.getHost()));
    String failure = silentHosts.get(url.getAuthority());
    if (failure == null) {
      try {
        transport.bring(url, description.bytes(), part);
        return install(model, part, url.getHost());
      } catch (IOException unreachable) {
        failure = String.valueOf(unreachable.getMessage());
        remember(url, failure);
      }
    }
    String mend =
        "%s: %s %s; check the network, or set SIGHTLINE_MODEL_MIRROR to a folder that holds %s"
            .formatted(description.id(), url.getHost(), failure, published.mirror());
    progress.accept(mend);
    return new Unreachable(description.id(), mend);
  }

  /** A host that did not answer once is not waited for again; one that answered with a status is. */
  private void remember(URI url, String failure) {
    if (!failure.startsWith("answered")) {
      silentHosts.put(url.getAuthority(), failure);
    }
  }

  private FetchOutcome install(InstalledModel model, Path part, String from) throws IOException {
    Checksum.require(model.description(), part, "from " + from);
    Files.move(part, model.weights(), StandardCopyOption.ATOMIC_MOVE);
    progress.accept("%s: fetched from %s".formatted(model.description().id(), from));
    return new Fetched(model.description().id(), from);
  }
}
