package sightline.vision.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.OpenCVFrameConverter;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.domain.redaction.Audible;
import sightline.vision.Drawing;
import sightline.vision.decode.SoundReader;

class RedactedSoundTest {
  private static final int RATE = 8_000;
  private static final int SECONDS = 2;
  private static final int LOUD = 10_000;
  private static final int FADE = 5 * RATE / 1000;

  @TempDir
  Path folder;

  /** Two seconds of the same loud value, which no coder changes, in both channels. */
  private Path video() throws IOException {
    Path file = folder.resolve("loud.mkv");
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), 96, 64, 2);
        OpenCVFrameConverter.ToMat converter = new OpenCVFrameConverter.ToMat()) {
      recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4);
      recorder.setAudioCodec(avcodec.AV_CODEC_ID_PCM_S16LE);
      recorder.setSampleRate(RATE);
      recorder.setFrameRate(10);
      recorder.start();
      short[] samples = new short[2 * RATE / 10];
      java.util.Arrays.fill(samples, (short) LOUD);
      for (int i = 0; i < 10 * SECONDS; i++) {
        try (Mat frame = Drawing.room(96, 64, i)) {
          recorder.record(converter.convert(frame));
        }
        recorder.recordSamples(RATE, 2, ShortBuffer.wrap(samples));
      }
    }
    return file;
  }

  private short[] heard(Audible audible, long... until) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (SoundReader source = SoundReader.open(video()).orElseThrow()) {
      assertThat(source.sampleRate()).isEqualTo(RATE);
      assertThat(source.channels()).isEqualTo(2);
      RedactedSound sound = new RedactedSound(source, audible, Instant.EPOCH);
      for (long millis : until) {
        for (short sample : sound.until(millis)) {
          all.write(sample);
          all.write(sample >> 8);
        }
      }
    }
    ShortBuffer samples =
        ByteBuffer.wrap(all.toByteArray()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    short[] read = new short[samples.remaining()];
    samples.get(read);
    return read;
  }

  private static Audible.Span span(long from, long to) {
    return new Audible.Span(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to));
  }

  @Test
  void notOneSampleOutsideWhatMayBeHeardSounds() throws Exception {
    short[] out = heard(new Audible(List.of(span(250, 700), span(900, 1_500))), 33, 940, 2_000);

    assertThat(out).hasSize(2 * RATE * SECONDS);
    for (int at = 0; at < RATE * SECONDS; at++) {
      double millis = 1000.0 * at / RATE;
      boolean may = (millis >= 250 && millis < 700) || (millis >= 900 && millis < 1_500);
      boolean fully = (millis >= 255 && millis < 694) || (millis >= 905 && millis < 1_494);
      for (int channel = 0; channel < 2; channel++) {
        short sample = out[2 * at + channel];
        if (!may) {
          assertThat(sample).as("%s ms", millis).isZero();
        } else if (fully) {
          assertThat(sample).as("%s ms", millis).isEqualTo((short) LOUD);
        }
      }
    }
  }

  @Test
  void silenceIsFadedToFromWhatMayBeHeard() throws Exception {
    short[] out = heard(new Audible(List.of(span(0, 500))), 2_000);
    int end = RATE / 2;
    for (int at = end - FADE; at < end; at++) {
      assertThat(out[2 * at]).isLessThan(out[2 * (at - 1)]);
    }
    assertThat(out[2 * (end - 1)]).isZero();
  }

  @Test
  void whereTheSoundEndsBeforeTheVideoThereIsSilence() throws Exception {
    short[] out = heard(new Audible(List.of(span(0, 10_000))), 5_000);
    assertThat(out).hasSize(2 * RATE * 5);
    assertThat(out[2 * RATE]).isEqualTo((short) LOUD);
    assertThat(out[2 * RATE * 4]).isZero();
  }

  @Test
  void aFileWithoutSoundHasNone() throws Exception {
    Path silent = folder.resolve("silent.mkv");
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(silent.toFile(), 96, 64);
        OpenCVFrameConverter.ToMat converter = new OpenCVFrameConverter.ToMat();
        Mat frame = Drawing.room(96, 64, 1)) {
      recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4);
      recorder.start();
      recorder.record(converter.convert(frame));
    }
    assertThat(SoundReader.open(silent)).isEmpty();
    assertThat(SoundReader.open(folder.resolve("nowhere.mp4"))).isEmpty();
  }
}
