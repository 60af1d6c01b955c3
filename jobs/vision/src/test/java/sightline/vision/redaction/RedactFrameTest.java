package sightline.vision.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sightline.vision.redaction.Decided.face;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sightline.domain.frame.Rotation;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Finality;
import sightline.domain.privacy.Region;
import sightline.domain.privacy.RegionKind;
import sightline.vision.Drawing;
import sightline.vision.decode.CodedImages;
import sightline.vision.redaction.RedactionRefused.Why;

class RedactFrameTest {
  private static final String CANARY = "N 52.5163 E 13.3777, taken by Erika";

  /** What a coder may leave of the frequencies of an edge beside it; far below what an eye tells from black. */
  private static final int NEARLY_BLACK = 12;

  private static byte[] redacted(
      RedactionMethod method,
      PictureCoding coding,
      byte[] image,
      Rotation declared,
      Directive directive)
      throws RedactionRefused {
    try (RedactedPixels pixels = new RedactFrame(method).pixels(image, declared, directive)) {
      return pixels.coded(coding);
    }
  }

  private static byte[] filled(byte[] image, Region... regions) throws RedactionRefused {
    return redacted(
        RedactionMethod.FILL,
        PictureCoding.of(image),
        image,
        Rotation.NONE,
        Decided.hiding(image, regions));
  }

  private static byte[] coded(Mat bgr, String extension, int quality) {
    try (PointerScope scope = new PointerScope()) {
      BytePointer coded = new BytePointer();
      IntPointer settings = extension.equals(".jpg")
          ? new IntPointer(opencv_imgcodecs.IMWRITE_JPEG_QUALITY, quality)
          : new IntPointer();
      opencv_imgcodecs.imencode(extension, bgr, coded, settings);
      byte[] bytes = new byte[(int) coded.limit()];
      coded.get(bytes);
      return bytes;
    }
  }

  private static Mat decoded(byte[] image) {
    try (BytePointer bytes = new BytePointer(image);
        Mat coded = new Mat(1, image.length, opencv_core.CV_8U, bytes)) {
      return opencv_imgcodecs.imdecode(coded, opencv_imgcodecs.IMREAD_COLOR);
    }
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A JPEG as phones write them, and then some. */
  private static byte[] talkative() {
    byte[] thumbnail = CodedImages.withSegment(CodedImages.jpeg(32, 32), 0xFE, latin(CANARY));
    byte[] exif = CodedImages.join(
        latin("Exif\0\0"), CodedImages.exif(1, true), latin("GPS " + CANARY), thumbnail);
    byte[] photo = CodedImages.jpeg(160, 120);
    photo = CodedImages.withSegment(photo, 0xE2, latin("ICC_PROFILE\0\1\1" + CANARY));
    photo = CodedImages.withSegment(photo, 0xE2, latin("MPF\0" + CANARY));
    photo = CodedImages.withSegment(photo, 0xED, latin("Photoshop 3.0\0" + CANARY));
    photo = CodedImages.withSegment(photo, 0xFE, latin(CANARY));
    photo = CodedImages.withSegment(
        photo, 0xE1, latin("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + CANARY));
    photo = CodedImages.withSegment(photo, 0xE1, exif);
    return CodedImages.join(photo, CodedImages.jpeg(64, 64), latin("ftypmp42 " + CANARY));
  }

  private static List<Integer> markers(byte[] jpeg) {
    List<Integer> markers = new ArrayList<>();
    int at = 2;
    while ((jpeg[at + 1] & 0xFF) != 0xDA) {
      markers.add(jpeg[at + 1] & 0xFF);
      at += 2 + (ByteBuffer.wrap(jpeg).getShort(at + 2) & 0xFFFF);
    }
    return markers;
  }

  @Test
  void ofAPhotoNothingIsLeftButItsPixels() throws Exception {
    byte[] photo = talkative();
    assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains(CANARY);

    byte[] out = filled(photo, face(40, 40, 30, 30));

    assertThat(new String(out, StandardCharsets.ISO_8859_1))
        .doesNotContain(CANARY)
        .doesNotContain("Exif")
        .doesNotContain("ICC_PROFILE")
        .doesNotContain("xmpmeta")
        .doesNotContain("MPF")
        .doesNotContain("ftyp");
    // JFIF's own header, tables and the frame: no other segment has a place in it
    assertThat(markers(out)).isSubsetOf(0xE0, 0xDB, 0xC0, 0xC4);
    assertThat(markers(out).stream().filter(marker -> marker == 0xE0)).hasSize(1);
    assertThat(out).endsWith(0xFF, 0xD9);
  }

  @Test
  void ofAPngNothingIsLeftButItsPixels() throws Exception {
    byte[] photo = CodedImages.png(160, 120);
    photo = CodedImages.withChunk(photo, "tEXt", latin("Comment\0" + CANARY));
    photo = CodedImages.withChunk(photo, "iTXt", latin("XML:com.adobe.xmp\0\0\0\0\0" + CANARY));
    photo = CodedImages.withChunk(photo, "tIME", new byte[] {7, 0, 1, 1, 1, 1, 1});
    photo = CodedImages.withChunk(photo, "eXIf", CodedImages.exif(1, true));
    photo = CodedImages.join(photo, latin(CANARY));

    byte[] out = filled(photo, face(40, 40, 30, 30));

    String text = new String(out, StandardCharsets.ISO_8859_1);
    assertThat(text).doesNotContain(CANARY).endsWith("IEND\u00aeB`\u0082");
    for (String chunk : List.of("tEXt", "iTXt", "tIME", "eXIf", "iCCP", "zTXt")) {
      assertThat(text).doesNotContain(chunk);
    }
  }

  /** What lies under the region is exchanged; whoever gets the result cannot tell which of them it was. */
  @ParameterizedTest
  @ValueSource(ints = {40, 75, 95})
  void noByteOfAFilledPhotoDependsOnWhatIsHidden(int quality) throws Exception {
    Random random = new Random(quality);
    for (int round = 0; round < 25; round++) {
      int width = 150 + random.nextInt(60);
      int height = 120 + random.nextInt(60);
      int x = round % 5 == 0 ? 0 : random.nextInt(width - 50);
      int y = round % 5 == 1 ? 0 : random.nextInt(height - 50);
      int w = round % 5 == 2 ? width - x : 5 + random.nextInt(45);
      int h = round % 5 == 3 ? height - y : 5 + random.nextInt(45);
      List<byte[]> results = new ArrayList<>();
      for (int content = 0; content < 3; content++) {
        try (Mat room = Drawing.room(width, height, round)) {
          under(room, x, y, w, h, content, random);
          results.add(filled(coded(room, ".jpg", quality), face(x, y, w, h)));
        }
      }
      assertThat(results.get(1))
          .as("round %s: %s,%s %s x %s in %s x %s", round, x, y, w, h, width, height)
          .isEqualTo(results.get(0));
      assertThat(results.get(2)).isEqualTo(results.get(0));
    }
  }

  /** Black, a loud check, or noise. */
  private static void under(Mat room, int x, int y, int w, int h, int content, Random random) {
    try (UByteIndexer pixels = room.createIndexer()) {
      for (int row = y; row < y + h; row++) {
        for (int column = x; column < x + w; column++) {
          for (int c = 0; c < 3; c++) {
            int check = (row / 3 + column / 3) % 2 == 0 ? 255 : 0;
            pixels.put(
                row, column, c, content == 0 ? 0 : content == 1 ? check : random.nextInt(256));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(PictureCoding.class)
  void aFilledRegionIsBlackAlsoAtItsBorder(PictureCoding coding) throws Exception {
    try (Mat bright = Drawing.plain(163, 121, 250)) {
      byte[] image = coded(bright, coding.extension(), 90);
      Region[] regions = {face(33, 21, 41, 37), face(60, 40, 50, 30), face(150, 100, 13, 21)};

      try (Mat out = decoded(filled(image, regions));
          UByteIndexer pixels = out.createIndexer()) {
        assertThat(out.cols()).isEqualTo(163);
        assertThat(out.rows()).isEqualTo(121);
        for (Region region : regions) {
          for (int y = region.y(); y < region.y() + region.height(); y++) {
            for (int x = region.x(); x < region.x() + region.width(); x++) {
              for (int c = 0; c < 3; c++) {
                assertThat(pixels.get(y, x, c)).as("%s,%s", x, y).isLessThan(NEARLY_BLACK);
              }
            }
          }
        }
        assertThat(pixels.get(5, 5, 0)).as("elsewhere").isGreaterThan(240);
      }
    }
  }

  /** Two faces whose cells have the same means: fine lines of black and white, and plain grey. */
  @ParameterizedTest
  @EnumSource(names = {"PIXELATE", "BLUR"})
  void aMosaicAndABlurSayNothingButTheMeansOfTheirCells(RedactionMethod method) throws Exception {
    List<byte[]> results = new ArrayList<>();
    for (boolean lines : new boolean[] {true, false}) {
      try (Mat room = Drawing.room(200, 160, 3)) {
        try (UByteIndexer pixels = room.createIndexer()) {
          for (int y = 40; y < 40 + 60; y++) {
            for (int x = 50; x < 50 + 60; x++) {
              for (int c = 0; c < 3; c++) {
                pixels.put(y, x, c, lines ? (x % 2 == 0 ? 254 : 0) : 127);
              }
            }
          }
        }
        byte[] image = coded(room, ".png", 0);
        Directive directive = Decided.hiding(image, face(50, 40, 60, 60));
        results.add(redacted(method, PictureCoding.PNG, image, Rotation.NONE, directive));
      }
    }
    assertThat(results.get(1)).isEqualTo(results.get(0));
  }

  @ParameterizedTest
  @EnumSource(names = {"PIXELATE", "BLUR"})
  void outsideTheRegionsEveryPixelStaysAsItWas(RedactionMethod method) throws Exception {
    try (Mat room = Drawing.room(201, 161, 4)) {
      byte[] image = coded(room, ".png", 0);
      Directive directive = Decided.hiding(image, face(50, 40, 37, 91), face(0, 0, 9, 9));
      byte[] out = redacted(method, PictureCoding.PNG, image, Rotation.NONE, directive);
      int[] changed = {0};
      try (Mat after = decoded(out);
          UByteIndexer was = room.createIndexer();
          UByteIndexer is = after.createIndexer()) {
        for (int y = 0; y < 161; y++) {
          for (int x = 0; x < 201; x++) {
            boolean inside = (x >= 50 && x < 87 && y >= 40 && y < 131) || (x < 9 && y < 9);
            boolean same = true;
            for (int c = 0; c < 3; c++) {
              same &= was.get(y, x, c) == is.get(y, x, c);
            }
            assertThat(same || inside).as("%s,%s", x, y).isTrue();
            changed[0] += same ? 0 : 1;
          }
        }
      }
      assertThat(changed[0]).isGreaterThan(37 * 91 / 2);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TEXT", "SCREEN"})
  void whatCouldBeReadBackIsFilledWhateverWasAskedFor(RegionKind kind) throws Exception {
    try (Mat room = Drawing.room(200, 160, 5)) {
      byte[] image = coded(room, ".png", 0);
      Region text = Decided.region(kind, 20, 30, 120, 18);
      Region face = face(60, 20, 60, 60);

      byte[] out = redacted(
          RedactionMethod.BLUR,
          PictureCoding.PNG,
          image,
          Rotation.NONE,
          Decided.hiding(image, text, face));

      try (Mat after = decoded(out);
          Mat part = new Mat(after, new Rect(20, 30, 120, 18))) {
        Scalar sum = opencv_core.sumElems(part);
        assertThat(sum.get(0) + sum.get(1) + sum.get(2)).isZero();
      }
    }
  }

  @Test
  void aPhotoThatLayOnItsSideStandsUprightWithItsRegion() throws Exception {
    try (Mat bright = Drawing.plain(160, 96, 250)) {
      // a quarter turn clockwise brings it upright
      byte[] image = CodedImages.oriented(coded(bright, ".jpg", 95), 6);

      byte[] out = filled(image, face(0, 0, 32, 16));

      try (Mat upright = decoded(out);
          UByteIndexer pixels = upright.createIndexer()) {
        assertThat(upright.cols()).isEqualTo(96);
        assertThat(upright.rows()).isEqualTo(160);
        assertThat(pixels.get(10, 90, 0)).as("stored left top").isLessThan(NEARLY_BLACK);
        assertThat(pixels.get(10, 10, 0)).isGreaterThan(240);
        assertThat(pixels.get(150, 90, 0)).isGreaterThan(240);
      }
      assertThat(markers(out)).doesNotContain(0xE1);
    }
  }

  @Test
  void aWithheldFrameIsBlackAndOfTheSameSize() throws Exception {
    byte[] image = CodedImages.jpeg(160, 96);
    byte[] out = redacted(
        RedactionMethod.PIXELATE,
        PictureCoding.JPEG,
        image,
        Rotation.CLOCKWISE_90,
        Decided.withheld(image));
    try (Mat black = decoded(out)) {
      assertThat(black.cols()).isEqualTo(96);
      assertThat(black.rows()).isEqualTo(160);
      Scalar sum = opencv_core.sumElems(black);
      assertThat(sum.get(0) + sum.get(1) + sum.get(2)).isZero();
    }
  }

  @Test
  void whatTheDirectiveIsNotAboutDoesNotGoOut() {
    byte[] image = CodedImages.jpeg(160, 96);
    byte[] other = CodedImages.jpeg(160, 97);
    byte[] cut = java.util.Arrays.copyOf(image, image.length / 2);

    refused(Why.OTHER_BYTES, other, Decided.hiding(image, face(1, 1, 8, 8)));
    refused(Why.OTHER_BYTES, other, Decided.withheld(image));
    refused(Why.OTHER_RASTER, image, Decided.hiding(image, face(150, 1, 11, 8)));
    refused(Why.OTHER_RASTER, image, Decided.hiding(image, face(1, 90, 8, 7)));
    refused(Why.UNDECODABLE, cut, Decided.hiding(cut, face(1, 1, 8, 8)));
    refused(
        Why.NOT_FINAL, image, Decided.directive(image, Disposition.RELEASE, Finality.PROVISIONAL));
  }

  private static void refused(Why why, byte[] image, Directive directive) {
    assertThatThrownBy(
            () -> new RedactFrame(RedactionMethod.FILL).pixels(image, Rotation.NONE, directive))
        .isInstanceOfSatisfying(
            RedactionRefused.class, refused -> assertThat(refused.why()).isEqualTo(why));
  }
}
