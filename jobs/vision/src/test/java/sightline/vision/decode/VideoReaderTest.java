package sightline.vision.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.OpenCVFrameConverter;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sightline.domain.frame.Rotation;
import sightline.vision.Assets;
import sightline.vision.Drawing;

class VideoReaderTest {
  private static final int FRAMES = 50;

  @TempDir
  Path folder;

  private Path video(String name) throws IOException {
    Path file = folder.resolve(name);
    avutil.av_log_set_level(avutil.AV_LOG_ERROR);
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), 96, 64);
        OpenCVFrameConverter.ToMat converter = new OpenCVFrameConverter.ToMat()) {
      recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4);
      recorder.setFrameRate(10);
      recorder.setGopSize(5);
      recorder.start();
      for (int i = 0; i < FRAMES; i++) {
        try (Mat frame = Drawing.room(96, 64, i)) {
          recorder.record(converter.convert(frame));
        }
      }
    }
    return file;
  }

  @Test
  void givesEveryFrameInOrder() throws Exception {
    List<Integer> indices = new ArrayList<>();
    long last = -1;
    try (VideoReader video = VideoReader.open(video("whole.avi"))) {
      while (video.hasNext()) {
        VideoFrame frame = video.next();
        indices.add(frame.index());
        assertThat(frame.timestampMillis()).isGreaterThan(last);
        last = frame.timestampMillis();
        assertThat(ImageHeader.read(frame.jpeg(), ImageLimits.defaults()))
            .isEqualTo(new ImageHeader.Accepted(96, 64, Rotation.NONE));
      }
      assertThat(video.endedEarly()).isFalse();
      assertThat(video.rotation()).isEqualTo(Rotation.NONE);
    }
    assertThat(indices).hasSize(FRAMES).startsWith(0, 1, 2).endsWith(FRAMES - 1);
  }

  @Test
  void tellsHowAPhoneWasHeld() throws Exception {
    // the matrix that a phone held upright writes: a quarter turn clockwise brings its pixels
    // upright
    int[] quarterTurn = {0, 0x10000, 0, -0x10000, 0, 0, 64 << 16, 0, 0x40000000};
    byte[] film = Files.readAllBytes(video("upright.mp4"));
    int track = new String(film, StandardCharsets.ISO_8859_1).indexOf("tkhd") + 4;
    ByteBuffer.wrap(film).position(track + 40).slice().asIntBuffer().put(quarterTurn);
    try (VideoReader video = VideoReader.open(Files.write(folder.resolve("turned.mp4"), film))) {
      assertThat(video.rotation()).isEqualTo(Rotation.CLOCKWISE_90);
      assertThat(video.next().width()).isEqualTo(96);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mkv", "avi"})
  void reportsAVideoThatBreaksInTheMiddle(String container) throws Exception {
    byte[] whole = Files.readAllBytes(video("whole." + container));
    Path broken =
        Files.write(folder.resolve("broken." + container), Arrays.copyOf(whole, whole.length / 2));
    int frames = 0;
    try (VideoReader video = VideoReader.open(broken)) {
      while (video.hasNext()) {
        video.next();
        frames++;
      }
      assertThat(video.endedEarly()).isTrue();
    }
    assertThat(frames).isBetween(5, FRAMES - 5);
  }

  @Test
  void refusesWhatIsNoVideo() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.mp4"), "no video at all");
    assertThatThrownBy(() -> VideoReader.open(text))
        .isInstanceOf(UnreadableVideo.class)
        .hasMessageContaining("notes.mp4");
  }

  @Test
  void opensNoOtherFileThroughAPlaylist() throws IOException {
    Path film = video("film.mkv");
    String playlist = "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n%s\n#EXT-X-ENDLIST\n"
        .formatted(film.toUri());
    Path list = Files.writeString(folder.resolve("list.m3u8"), playlist, StandardCharsets.UTF_8);
    assertThatThrownBy(() -> VideoReader.open(list)).isInstanceOf(UnreadableVideo.class);
  }

  @Test
  void readsRealFootage() throws Exception {
    Path clip = Assets.media("videos/ego_home/making_tea.mp4");
    int frames = 0;
    try (VideoReader video = VideoReader.open(clip)) {
      while (video.hasNext()) {
        video.next();
        frames++;
      }
      assertThat(video.endedEarly()).isFalse();
    }
    assertThat(frames).isEqualTo(300);
  }
}
