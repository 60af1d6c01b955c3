package sightline.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Reads Avro's binary encoding, and believes no declared length that the message could not hold. Avro 1.11 allocates whatever a
 * length says before it looks for the bytes; its limits are system properties that count only if they are set before the first
 * Avro class of the whole process loads, so they protect nobody who shares a process with Flink.
 *
 * <p>For one message in one thread. A lying length costs at most one allocation in the order of the message's own size.
 */
final class FrugalDecoder extends Decoder {
  private final BinaryDecoder in;
  private final int messageBytes;

  /**
   * @param in reads the message from an array
   * @param messageBytes size of the whole message; no string, byte sequence or item count in it can be larger
   */
  FrugalDecoder(BinaryDecoder in, int messageBytes) {
    this.in = in;
    this.messageBytes = messageBytes;
  }

  private long held(long length) throws IOException {
    if (length < 0 || length > messageBytes) {
      throw new IOException("a declared length exceeds the message");
    }
    return length;
  }

  private byte[] sequence() throws IOException {
    byte[] bytes = new byte[(int) held(in.readLong())];
    in.readFixed(bytes, 0, bytes.length);
    return bytes;
  }

  private void skipSequence() throws IOException {
    in.skipFixed((int) held(in.readLong()));
  }

  @Override
  public Utf8 readString(@Nullable Utf8 old) throws IOException {
    return new Utf8(sequence());
  }

  @Override
  public String readString() throws IOException {
    return new String(sequence(), StandardCharsets.UTF_8);
  }

  @Override
  public void skipString() throws IOException {
    skipSequence();
  }

  @Override
  public ByteBuffer readBytes(@Nullable ByteBuffer old) throws IOException {
    return ByteBuffer.wrap(sequence());
  }

  @Override
  public void skipBytes() throws IOException {
    skipSequence();
  }

  @Override
  public long readArrayStart() throws IOException {
    return held(in.readArrayStart());
  }

  @Override
  public long arrayNext() throws IOException {
    return held(in.arrayNext());
  }

  @Override
  public long skipArray() throws IOException {
    return held(in.skipArray());
  }

  @Override
  public long readMapStart() throws IOException {
    return held(in.readMapStart());
  }

  @Override
  public long mapNext() throws IOException {
    return held(in.mapNext());
  }

  @Override
  public long skipMap() throws IOException {
    return held(in.skipMap());
  }

  @Override
  public void readNull() throws IOException {
    in.readNull();
  }

  @Override
  public boolean readBoolean() throws IOException {
    return in.readBoolean();
  }

  @Override
  public int readInt() throws IOException {
    return in.readInt();
  }

  @Override
  public long readLong() throws IOException {
    return in.readLong();
  }

  @Override
  public float readFloat() throws IOException {
    return in.readFloat();
  }

  @Override
  public double readDouble() throws IOException {
    return in.readDouble();
  }

  @Override
  public void readFixed(byte[] bytes, int start, int length) throws IOException {
    in.readFixed(bytes, start, length);
  }

  @Override
  public void skipFixed(int length) throws IOException {
    in.skipFixed(length);
  }

  @Override
  public int readEnum() throws IOException {
    return in.readEnum();
  }

  @Override
  public int readIndex() throws IOException {
    return in.readIndex();
  }
}
