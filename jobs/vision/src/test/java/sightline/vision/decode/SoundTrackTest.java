package sightline.vision.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.OpenCVFrameConverter;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.domain.sound.Sound;
import sightline.vision.Drawing;

class SoundTrackTest {
  private static final int FRAMES = 30;
  private static final int RATE_HZ = 44_100;
  private static final Instant START = Instant.ofEpochMilli(50_000);

  @TempDir
  Path folder;

  /** Three seconds, a beep in the second of them. */
  private Path video(boolean sound) throws Exception {
    Path file = folder.resolve("a.mp4");
    avutil.av_log_set_level(avutil.AV_LOG_ERROR);
    try (FFmpegFrameRecorder recorder =
            new FFmpegFrameRecorder(file.toFile(), 96, 64, sound ? 2 : 0);
        OpenCVFrameConverter.ToMat converter = new OpenCVFrameConverter.ToMat()) {
      recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4);
      recorder.setAudioCodec(avcodec.AV_CODEC_ID_AAC);
      recorder.setSampleRate(RATE_HZ);
      recorder.setFrameRate(10);
      recorder.start();
      for (int i = 0; i < FRAMES; i++) {
        try (Mat frame = Drawing.room(96, 64, i)) {
          recorder.record(converter.convert(frame));
        }
        if (sound) {
          recorder.recordSamples(RATE_HZ, 2, tenth(i));
        }
      }
    }
    return file;
  }

  private static ShortBuffer tenth(int frame) {
    ShortBuffer samples = ShortBuffer.allocate(2 * RATE_HZ / 10);
    for (int at = 0; samples.hasRemaining(); at++) {
      double level = frame >= 10 && frame < 20 ? 12_000 : 0;
      short sample = (short) (level * Math.sin(2 * Math.PI * 440 * at / RATE_HZ));
      samples.put(sample).put(sample);
    }
    return samples.flip();
  }

  private static double level(Sound sound) {
    ShortBuffer samples =
        ByteBuffer.wrap(sound.samples()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    double sum = 0;
    for (int at = 0; at < samples.limit(); at++) {
      sum += Math.abs(samples.get(at));
    }
    return sum / samples.limit();
  }

  @Test
  void givesEachFrameTheSoundToTheNext() throws Exception {
    try (SoundTrack track = SoundTrack.open(video(true)).orElseThrow()) {
      long at = START.toEpochMilli();
      for (int frame = 0; frame < FRAMES - 1; frame++) {
        Sound sound = track.between(100L * frame, 100L * (frame + 1), START);
        assertThat(sound).as("frame %s", frame).isNotNull();
        assertThat(sound.startsAt().toEpochMilli()).isCloseTo(at, within(1L));
        assertThat(sound.millis()).isCloseTo(100L, within(1L));
        at += 100;
        if (frame < 9 || frame > 21) {
          assertThat(level(sound)).as("frame %s", frame).isLessThan(300);
        } else if (frame > 10 && frame < 19) {
          assertThat(level(sound)).as("frame %s", frame).isGreaterThan(5_000);
        }
      }
    }
  }

  @Test
  void theLastPieceEndsWithTheSound() throws Exception {
    try (SoundTrack track = SoundTrack.open(video(true)).orElseThrow()) {
      track.between(0, 2_900, START);
      Sound last = track.between(2_900, 12_900, START);
      assertThat(last).isNotNull();
      assertThat(last.millis()).isBetween(80L, 200L);
      assertThat(track.between(12_900, 20_000, START)).isNull();
    }
  }

  @Test
  void whatLiesBeforeAPieceGoesWithNoFrame() throws Exception {
    try (SoundTrack track = SoundTrack.open(video(true)).orElseThrow()) {
      Sound beep = track.between(1_200, 1_300, START);
      assertThat(beep).isNotNull();
      assertThat(beep.startsAt()).isEqualTo(START.plusMillis(1_200));
      assertThat(beep.millis()).isEqualTo(100);
      assertThat(level(beep)).isGreaterThan(5_000);
    }
  }

  @Test
  void thereIsNoneWhereThereIsNone() throws Exception {
    assertThat(SoundTrack.open(video(false))).isEmpty();
    Path text = Files.writeString(folder.resolve("a.txt"), "no video", StandardCharsets.UTF_8);
    assertThat(SoundTrack.open(text)).isEqualTo(Optional.empty());
  }
}
