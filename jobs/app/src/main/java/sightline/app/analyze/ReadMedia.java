package sightline.app.analyze;

import java.nio.file.Path;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import sightline.app.footage.Footage;
import sightline.app.footage.FrameRecords;
import sightline.app.footage.Labels;
import sightline.app.footage.MediaFile;
import sightline.app.footage.Shot;
import sightline.domain.frame.Incoming;
import sightline.domain.frame.Origin;
import sightline.domain.frame.Rejection;
import sightline.vision.decode.ImageLimits;

/** Turns media files into the frame records that a phone would have sent, in order, a session a file. */
final class ReadMedia extends ProcessFunction<FileToRead, Incoming> {
  static final OutputTag<Rejection> UNREADABLE =
      new OutputTag<>("unreadable", TypeInformation.of(Rejection.class));

  private final String run;
  private final Labels labels;
  private final ImageLimits limits;

  ReadMedia(String run, Labels labels, ImageLimits limits) {
    this.run = run;
    this.labels = labels;
    this.limits = limits;
  }

  @Override
  public void processElement(FileToRead named, Context context, Collector<Incoming> out) {
    MediaFile media =
        new MediaFile(Path.of(named.path()), named.session(), MediaFile.Kind.valueOf(named.kind()));
    Progress progress = Progress.of(run);
    int frames = 0;
    try (Footage footage = Footage.open(media, limits)) {
      while (footage.hasNext()) {
        Shot shot = footage.next();
        boolean last = !footage.hasNext() && footage.brokenOff() == null;
        out.collect(new Incoming(
            origin(media, frames++),
            FrameRecords.encode(media.session(), labels, shot, Instant.EPOCH, last)));
        progress.framesRead.increment();
      }
      if (footage.brokenOff() != null) {
        context.output(UNREADABLE, Rejection.of(origin(media, frames), footage.brokenOff()));
      }
    }
    progress.filesDone.increment();
  }

  private static Origin origin(MediaFile media, int frame) {
    return new Origin(media.session(), 0, frame, null);
  }
}
