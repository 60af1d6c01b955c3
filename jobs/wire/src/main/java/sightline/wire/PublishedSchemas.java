package sightline.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a record's schema that were ever published, from the resources {@code schemas-published/<record>/v1.avsc},
 * {@code v2.avsc} and so on. A published file never changes: records written with it may still lie in topics and archives.
 */
final class PublishedSchemas {
  private PublishedSchemas() {}

  /**
   * @param record simple name of the record
   * @return oldest first, never empty
   * @throws IllegalStateException where nothing was published under that name
   */
  static List<Schema> of(String record) {
    List<Schema> versions = new ArrayList<>();
    for (Schema next = version(record, 1);
        next != null;
        next = version(record, versions.size() + 1)) {
      versions.add(next);
    }
    if (versions.isEmpty()) {
      throw new IllegalStateException("no version of %s is published".formatted(record));
    }
    return List.copyOf(versions);
  }

  private static @Nullable Schema version(String record, int version) {
    String path = "/schemas-published/%s/v%s.avsc".formatted(record, version);
    try (InputStream file = PublishedSchemas.class.getResourceAsStream(path)) {
      return file == null ? null : new Schema.Parser().parse(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
