package sightline.pipeline.ingest;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import sightline.vision.decode.ImageLimits;
import sightline.wire.reference.ReferencedImages;

/**
 * What is let in.
 *
 * @param tasks names of the tasks that frames may belong to
 * @param limits bounds on an image's bytes and pixels
 * @param references prefixes (file: or https: URIs ending in a slash) below which image references may lie; none by default
 * @param referenceTimeout for one referenced image, from connecting to its last byte
 * @param consent whose receipts are believed
 * @param drawnKey key under which this process signs the scenes it draws itself; empty when it draws none
 */
public record IngestSettings(
    Set<String> tasks,
    ImageLimits limits,
    List<String> references,
    Duration referenceTimeout,
    ConsentSettings consent,
    byte[] drawnKey)
    implements Serializable {
  public IngestSettings {
    tasks = Set.copyOf(tasks);
    references = List.copyOf(references);
    ReferencedImages.prefixes(references);
  }
}
