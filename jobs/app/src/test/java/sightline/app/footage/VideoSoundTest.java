package sightline.app.footage;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.time.Instant;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Java2DFrameConverter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.vision.decode.ImageLimits;
import sightline.wire.WireFormat;
import sightline.wire.avro.Frame;
import sightline.wire.avro.Pcm;

class VideoSoundTest {
  private static final int FRAMES = 20;
  private static final int RATE_HZ = 44_100;
  private static final Labels LABELS = new Labels("free", "w", "phone", "r");

  @TempDir
  Path folder;

  private Path video(int channels) throws Exception {
    Path file = folder.resolve("v%d.mp4".formatted(channels));
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), 96, 64, channels);
        Java2DFrameConverter converter = new Java2DFrameConverter()) {
      recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4);
      recorder.setAudioCodec(avcodec.AV_CODEC_ID_AAC);
      recorder.setSampleRate(RATE_HZ);
      recorder.setFrameRate(10);
      recorder.start();
      for (int i = 0; i < FRAMES; i++) {
        recorder.record(converter.convert(new BufferedImage(96, 64, BufferedImage.TYPE_3BYTE_BGR)));
        if (channels > 0) {
          recorder.recordSamples(RATE_HZ, channels, ShortBuffer.allocate(RATE_HZ / 10 * channels));
        }
      }
    }
    return file;
  }

  @Test
  void eachFrameBringsTheSoundToTheNext() throws Exception {
    Instant start = Instant.ofEpochMilli(7_000_000);
    MediaFile media = new MediaFile(video(1), "s", MediaFile.Kind.VIDEO);
    try (Footage footage = Footage.open(media, ImageLimits.defaults())) {
      int frames = 0;
      while (footage.hasNext()) {
        Shot shot = footage.next();
        byte[] record = FrameRecords.encode("s", LABELS, shot, start, !footage.hasNext());
        Frame frame = WireFormat.FRAME.decode(record);
        Pcm sound = frame.getAudio();
        assertThat(sound).as("frame %s", frames).isNotNull();
        assertThat(sound.getSampleRateHz()).isEqualTo(16_000);
        assertThat(sound.getStartsAt()).isEqualTo(frame.getCapturedAt());
        if (++frames < FRAMES) {
          assertThat(sound.getSamples().remaining()).isEqualTo(3_200);
        }
      }
      assertThat(frames).isEqualTo(FRAMES);
      assertThat(footage.brokenOff()).isNull();
    }
  }

  @Test
  void aSilentFilmBringsNone() throws Exception {
    MediaFile media = new MediaFile(video(0), "s", MediaFile.Kind.VIDEO);
    try (Footage footage = Footage.open(media, ImageLimits.defaults())) {
      assertThat(footage.next().sound()).isNull();
    }
  }
}
