package sightline.vision.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipWriterTest {
  private static final int FRAMES = 40;

  @TempDir
  private Path folder;

  @Test
  void theEngineReadsBackEveryFrameInItsPlace() throws Exception {
    Path file = folder.resolve("clip.avi");
    write(file);

    try (VideoReader reader = VideoReader.open(file)) {
      for (int index = 0; index < FRAMES; index++) {
        VideoFrame frame = reader.next();
        assertThat(frame.index()).isEqualTo(index);
        assertThat((double) frame.timestampMillis()).isCloseTo(index * 1000.0 / 30, within(1.5));
        assertThat(apart(ImageIO.read(new ByteArrayInputStream(frame.jpeg())), picture(index)))
            .as("frame %d", index)
            .isLessThan(2.5);
      }
      assertThat(reader.hasNext()).isFalse();
      assertThat(reader.endedEarly()).isFalse();
    }
  }

  @Test
  void theSamePicturesGiveTheSameBytes() throws Exception {
    Path one = folder.resolve("one.avi");
    Path other = folder.resolve("other.avi");
    write(one);
    write(other);

    assertThat(Files.readAllBytes(other)).isEqualTo(Files.readAllBytes(one));
  }

  private static void write(Path file) throws Exception {
    try (ClipWriter clip = new ClipWriter(file)) {
      for (int index = 0; index < FRAMES; index++) {
        clip.add(picture(index));
      }
    }
  }

  /** A bar that moves, black and white in full, as a mixed-up range would shift both. */
  private static BufferedImage picture(int index) {
    BufferedImage picture = new BufferedImage(240, 136, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(new Color(90, 120, 160));
    pen.fillRect(0, 0, 240, 60);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 60, 240, 30);
    pen.setColor(new Color(200, 60, 40));
    pen.fillRect(index * 5, 20, 30, 90);
    pen.dispose();
    return picture;
  }

  /** Mean difference of a channel. */
  private static double apart(BufferedImage one, BufferedImage other) {
    double sum = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        for (int shift = 0; shift <= 16; shift += 8) {
          sum +=
              Math.abs((one.getRGB(x, y) >> shift & 0xFF) - (other.getRGB(x, y) >> shift & 0xFF));
        }
      }
    }
    return sum / (3.0 * one.getWidth() * one.getHeight());
  }
}
