package sightline.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The schemas as they stand in the sources, each resolved with the records it shares with others. */
final class CurrentSchemas {
  static final Path RESOURCES = Path.of("src", "main", "resources");

  private CurrentSchemas() {}

  /** By simple name of the record. */
  static Map<String, Schema> byName() {
    Schema.Parser parser = new Schema.Parser();
    schemaFiles("schemas/shared").forEach(file -> parse(parser, file));
    Map<String, Schema> schemas = new LinkedHashMap<>();
    for (Path file : schemaFiles("schemas")) {
      Schema schema = parse(parser, file);
      schemas.put(schema.getName(), schema);
    }
    return schemas;
  }

  private static List<Path> schemaFiles(String folder) {
    try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".avsc")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Schema parse(Schema.Parser parser, Path file) {
    try {
      return parser.parse(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
