package sightline.vision.decode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Small coded images for tests, whole and forged. */
public final class CodedImages {
  static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};

  private CodedImages() {}

  public static byte[] jpeg(int width, int height) {
    return coded("jpeg", width, height, ImageWriteParam.MODE_DISABLED);
  }

  static byte[] progressiveJpeg(int width, int height) {
    return coded("jpeg", width, height, ImageWriteParam.MODE_DEFAULT);
  }

  public static byte[] png(int width, int height) {
    return coded("png", width, height, ImageWriteParam.MODE_DISABLED);
  }

  private static byte[] coded(String format, int width, int height, int progressive) {
    Random random = new Random((long) width * height);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, random.nextInt());
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      if (param.canWriteProgressive()) {
        param.setProgressiveMode(progressive);
      }
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    writer.dispose();
    return bytes.toByteArray();
  }

  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** The JPEG with one more segment right behind its start. */
  public static byte[] withSegment(byte[] jpeg, int marker, byte[] body) {
    byte[] head = {
      (byte) 0xFF, (byte) marker, (byte) ((body.length + 2) >> 8), (byte) (body.length + 2)
    };
    return join(Arrays.copyOf(jpeg, 2), head, body, Arrays.copyOfRange(jpeg, 2, jpeg.length));
  }

  /** The JPEG with another frame header in place of its own. */
  static byte[] withFrame(
      byte[] jpeg, int marker, int precision, int width, int height, int components) {
    int at = 2;
    while ((jpeg[at + 1] & 0xFF) != 0xC0) {
      at += 2 + (ByteBuffer.wrap(jpeg).getShort(at + 2) & 0xFFFF);
    }
    int end = at + 2 + (ByteBuffer.wrap(jpeg).getShort(at + 2) & 0xFFFF);
    ByteBuffer frame = ByteBuffer.allocate(10 + 3 * components)
        .putShort((short) (0xFF00 | marker))
        .putShort((short) (8 + 3 * components))
        .put((byte) precision)
        .putShort((short) height)
        .putShort((short) width)
        .put((byte) components);
    return join(Arrays.copyOf(jpeg, at), frame.array(), Arrays.copyOfRange(jpeg, end, jpeg.length));
  }

  /** The PNG with one more chunk behind its header. */
  public static byte[] withChunk(byte[] png, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 checksum = new CRC32();
    checksum.update(join(name, data));
    ByteBuffer chunk = ByteBuffer.allocate(12 + data.length)
        .putInt(data.length)
        .put(name)
        .put(data)
        .putInt((int) checksum.getValue());
    return join(Arrays.copyOf(png, 33), chunk.array(), Arrays.copyOfRange(png, 33, png.length));
  }

  /** A TIFF block with the orientation tag alone. */
  public static byte[] exif(int orientation, boolean littleEndian) {
    return ByteBuffer.allocate(26)
        .order(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
        .put((byte) (littleEndian ? 'I' : 'M'))
        .put((byte) (littleEndian ? 'I' : 'M'))
        .putShort((short) 42)
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation)
        .putShort((short) 0)
        .putInt(0)
        .array();
  }

  /** The JPEG with an orientation tag. */
  public static byte[] oriented(byte[] jpeg, int orientation) {
    return withSegment(jpeg, 0xE1, join(EXIF, exif(orientation, true)));
  }
}
