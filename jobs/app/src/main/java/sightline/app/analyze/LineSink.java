package sightline.app.analyze;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Writes one file of JSON Lines. For bounded runs, which start over when they fail. */
final class LineSink<T> implements Sink<T> {
  private final String path;
  private final OutputFile file;
  private final FileEnds.Line<T> line;
  private final String run;

  LineSink(String path, OutputFile file, FileEnds.Line<T> line, String run) {
    this.path = path;
    this.file = file;
    this.line = line;
    this.run = run;
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
    BufferedWriter writer = Files.newBufferedWriter(Path.of(path), StandardCharsets.UTF_8);
    Progress progress = Progress.of(run);
    return new SinkWriter<>() {
      @Override
      public void write(T value, Context context) throws IOException {
        writer.write(line.apply(value));
        writer.write('\n');
        if (file == OutputFile.DIRECTIVES) {
          progress.finals.increment();
        } else if (file == OutputFile.REJECTED) {
          progress.rejected.increment();
        }
      }

      @Override
      public void flush(boolean endOfInput) throws IOException {
        writer.flush();
      }

      @Override
      public void close() throws IOException {
        writer.close();
      }
    };
  }
}
