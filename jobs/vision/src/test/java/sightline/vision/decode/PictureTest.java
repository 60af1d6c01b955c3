package sightline.vision.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sightline.domain.frame.Box;
import sightline.domain.frame.Rotation;
import sightline.vision.Drawing;
import sightline.vision.decode.ImageHeader.Accepted;

class PictureTest {
  private static Accepted header(byte[] image) {
    return (Accepted) ImageHeader.read(image, ImageLimits.defaults());
  }

  @ParameterizedTest
  @EnumSource(Rotation.class)
  void takesABoxBackToWhereItLiesInTheStoredRaster(Rotation upright) throws Undecodable {
    byte[] image;
    try (Mat stored = Drawing.plain(80, 40, 200)) {
      try (UByteIndexer pixels = stored.createIndexer()) {
        for (int y = 5; y < 15; y++) {
          for (int x = 60; x < 76; x++) {
            pixels.put(y, x, 0, 0).put(y, x, 1, 0).put(y, x, 2, 0);
          }
        }
      }
      image = Encoder.jpeg(stored, 100);
    }
    try (Picture picture = Picture.decode(image, header(image), upright)) {
      assertThat(picture.toStored(darkest(picture))).isEqualTo(new Box(60, 5, 16, 10));
    }
  }

  private static Box darkest(Picture picture) {
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = 0;
    int bottom = 0;
    try (UByteIndexer gray = picture.gray().createIndexer()) {
      for (int y = 0; y < picture.height(); y++) {
        for (int x = 0; x < picture.width(); x++) {
          if (gray.get(y, x) < 100) {
            left = Math.min(left, x);
            top = Math.min(top, y);
            right = Math.max(right, x + 1);
            bottom = Math.max(bottom, y + 1);
          }
        }
      }
    }
    return new Box(left, top, right - left, bottom - top);
  }

  @Test
  void leavesTheImagesOwnOrientationAlone() throws Undecodable {
    byte[] image = CodedImages.oriented(CodedImages.jpeg(64, 48), 6);
    try (Picture picture = Picture.decode(image, header(image), Rotation.NONE)) {
      assertThat(picture.width()).isEqualTo(64);
    }
  }

  @Test
  void refusesPixelsOfAnotherSizeThanTheHeaderSaid() {
    byte[] image = CodedImages.jpeg(64, 48);
    Accepted wrong = new Accepted(64, 49, Rotation.NONE);
    assertThatThrownBy(() -> Picture.decode(image, wrong, Rotation.NONE))
        .isInstanceOf(Undecodable.class);
  }

  @Test
  void eitherDecodesOrSaysSoWhateverTheBytesAre() {
    Random random = new Random(4);
    byte[][] images = {CodedImages.jpeg(64, 48), CodedImages.png(64, 48)};
    int read = 0;
    for (int round = 0; round < 400; round++) {
      byte[] image = images[round % 2].clone();
      for (int i = 0; i < 4; i++) {
        image[random.nextInt(image.length)] = (byte) random.nextInt(256);
      }
      if (ImageHeader.read(image, ImageLimits.defaults()) instanceof Accepted header) {
        try (Picture picture = Picture.decode(image, header, Rotation.NONE)) {
          assertThat(picture.width()).isEqualTo(header.width());
          read++;
        } catch (Undecodable expected) {
          assertThat(expected).hasMessageContaining("decode");
        }
      }
    }
    assertThat(read).isPositive();
  }
}
