package sightline.vision.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static sightline.domain.frame.RejectReason.COLOUR_MODEL_UNSUPPORTED;
import static sightline.domain.frame.RejectReason.EMPTY_IMAGE;
import static sightline.domain.frame.RejectReason.MALFORMED_IMAGE;
import static sightline.domain.frame.RejectReason.MULTIPLE_IMAGES;
import static sightline.domain.frame.RejectReason.NOT_AN_IMAGE;
import static sightline.domain.frame.RejectReason.TOO_MANY_BYTES;
import static sightline.domain.frame.RejectReason.TOO_MANY_PIXELS;
import static sightline.domain.frame.RejectReason.TOO_SMALL;
import static sightline.domain.frame.RejectReason.TRUNCATED;
import static sightline.vision.decode.CodedImages.join;
import static sightline.vision.decode.CodedImages.jpeg;
import static sightline.vision.decode.CodedImages.png;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import sightline.domain.frame.RejectReason;
import sightline.domain.frame.Rotation;
import sightline.vision.decode.ImageHeader.Accepted;
import sightline.vision.decode.ImageHeader.Refused;

class ImageHeaderTest {
  private static final ImageLimits LIMITS = ImageLimits.defaults();

  private static ImageHeader read(byte[] bytes) {
    return ImageHeader.read(bytes, LIMITS);
  }

  @Test
  void acceptsWholeImagesOfBothKinds() {
    assertThat(read(jpeg(64, 48))).isEqualTo(new Accepted(64, 48, Rotation.NONE));
    assertThat(read(CodedImages.progressiveJpeg(64, 48)))
        .isEqualTo(new Accepted(64, 48, Rotation.NONE));
    assertThat(read(png(64, 48))).isEqualTo(new Accepted(64, 48, Rotation.NONE));
  }

  static Stream<Arguments> refused() {
    byte[] jpeg = jpeg(64, 48);
    byte[] png = png(64, 48);
    byte[] soi = {(byte) 0xFF, (byte) 0xD8};
    byte[] eoi = {(byte) 0xFF, (byte) 0xD9};
    return Stream.of(
        Arguments.of(EMPTY_IMAGE, new byte[0]),
        Arguments.of(TOO_MANY_BYTES, new byte[5 * 1024 * 1024 + 1]),
        Arguments.of(
            NOT_AN_IMAGE, "GIF89a and more".getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
        Arguments.of(NOT_AN_IMAGE, soi),
        Arguments.of(TRUNCATED, Arrays.copyOf(jpeg, jpeg.length - 2)),
        Arguments.of(TRUNCATED, Arrays.copyOf(jpeg, 40)),
        Arguments.of(TRUNCATED, Arrays.copyOf(png, png.length - 1)),
        Arguments.of(TRUNCATED, Arrays.copyOf(png, 20)),
        Arguments.of(MALFORMED_IMAGE, join(soi, eoi)),
        Arguments.of(MALFORMED_IMAGE, CodedImages.withFrame(jpeg, 0xC0, 8, 0, 48, 3)),
        Arguments.of(COLOUR_MODEL_UNSUPPORTED, withColourType(png, 6)),
        Arguments.of(COLOUR_MODEL_UNSUPPORTED, withColourType(png, 4)),
        Arguments.of(COLOUR_MODEL_UNSUPPORTED, CodedImages.withChunk(png, "tRNS", new byte[6])),
        Arguments.of(COLOUR_MODEL_UNSUPPORTED, CodedImages.withFrame(jpeg, 0xC0, 12, 64, 48, 3)),
        Arguments.of(COLOUR_MODEL_UNSUPPORTED, CodedImages.withFrame(jpeg, 0xC0, 8, 64, 48, 4)),
        Arguments.of(COLOUR_MODEL_UNSUPPORTED, CodedImages.withFrame(jpeg, 0xC3, 8, 64, 48, 3)),
        Arguments.of(COLOUR_MODEL_UNSUPPORTED, CodedImages.withFrame(jpeg, 0xC9, 8, 64, 48, 3)),
        Arguments.of(COLOUR_MODEL_UNSUPPORTED, CodedImages.withFrame(jpeg, 0xDE, 8, 64, 48, 3)),
        Arguments.of(TOO_MANY_PIXELS, CodedImages.withFrame(jpeg, 0xC0, 8, 65500, 65500, 3)),
        Arguments.of(TOO_SMALL, jpeg(64, 15)),
        Arguments.of(MULTIPLE_IMAGES, CodedImages.withChunk(png, "acTL", new byte[8])));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatMustNotReachTheDecoder(RejectReason reason, byte[] image) {
    assertThat(read(image))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  @Test
  void saysByHowMuchALimitWasPassed() {
    assertThat(read(jpeg(64, 15))).isEqualTo(new Refused(TOO_SMALL, 15L, 16L));
    assertThat(ImageHeader.read(jpeg(64, 48), new ImageLimits(100_000, 16, 3000)))
        .isEqualTo(new Refused(TOO_MANY_PIXELS, 3072L, 3000L));
  }

  @Test
  void toleratesBytesBehindTheEnd() {
    assertThat(read(join(jpeg(64, 48), new byte[100]))).isInstanceOf(Accepted.class);
  }

  @Test
  void isNotFooledByAThumbnailInsideASegment() {
    byte[] hidden = CodedImages.withSegment(jpeg(64, 48), 0xE1, jpeg(20, 20));
    assertThat(read(hidden)).isEqualTo(new Accepted(64, 48, Rotation.NONE));
    // its end is no end of the picture around it
    byte[] open = Arrays.copyOf(hidden, hidden.length - 2);
    assertThat(read(open)).isEqualTo(Refused.because(TRUNCATED));
  }

  @ParameterizedTest
  @CsvSource({
    "1,NONE",
    "3,HALF_TURN",
    "6,CLOCKWISE_90",
    "8,CLOCKWISE_270",
    "5,CLOCKWISE_90",
    "9,NONE"
  })
  void readsTheOrientationInBothByteOrders(int orientation, Rotation expected) {
    for (boolean littleEndian : new boolean[] {true, false}) {
      byte[] exif = CodedImages.exif(orientation, littleEndian);
      byte[] jpeg = CodedImages.withSegment(jpeg(64, 48), 0xE1, join(CodedImages.EXIF, exif));
      byte[] png = CodedImages.withChunk(png(64, 48), "eXIf", exif);
      assertThat(read(jpeg)).isEqualTo(new Accepted(64, 48, expected));
      assertThat(read(png)).isEqualTo(new Accepted(64, 48, expected));
    }
  }

  @Test
  void findsNothingBehindHostileExifOffsets() {
    for (int offset : new int[] {-1, Integer.MAX_VALUE, Integer.MIN_VALUE, 7, 1000}) {
      byte[] exif = CodedImages.exif(6, false);
      java.nio.ByteBuffer.wrap(exif).putInt(4, offset);
      byte[] image = CodedImages.withSegment(jpeg(64, 48), 0xE1, join(CodedImages.EXIF, exif));
      assertThat(read(image)).isEqualTo(new Accepted(64, 48, Rotation.NONE));
    }
  }

  @Test
  void answersWhateverTheBytesAre() {
    long seed = 20261121;
    Random random = new Random(seed);
    byte[][] images = {
      jpeg(64, 48),
      CodedImages.progressiveJpeg(40, 40),
      png(40, 40),
      CodedImages.withSegment(jpeg(32, 32), 0xE1, join(CodedImages.EXIF, CodedImages.exif(6, true)))
    };
    for (int round = 0; round < 60_000; round++) {
      byte[] mutated = mutated(images[round % images.length], random);
      ImageHeader header = read(mutated);
      assertThat(header).as("seed %s, round %s", seed, round).isNotNull();
      if (header instanceof Accepted accepted) {
        assertThat(accepted.width())
            .as("seed %s, round %s", seed, round)
            .isBetween(16, 65535 * 512);
      }
    }
  }

  private static byte[] mutated(byte[] image, Random random) {
    byte[] mutated =
        random.nextInt(4) == 0 ? Arrays.copyOf(image, random.nextInt(image.length)) : image.clone();
    for (int i = random.nextInt(6); i > 0 && mutated.length > 0; i--) {
      // most structure stands at the start
      int bound = random.nextBoolean() ? Math.min(80, mutated.length) : mutated.length;
      mutated[random.nextInt(bound)] = (byte) (random.nextBoolean() ? random.nextInt(256) : 0xFF);
    }
    return mutated;
  }

  private static byte[] withColourType(byte[] png, int type) {
    byte[] changed = png.clone();
    changed[25] = (byte) type;
    return changed;
  }
}
