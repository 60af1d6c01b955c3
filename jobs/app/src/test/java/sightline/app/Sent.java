package sightline.app;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import sightline.app.drawn.DrawnScene;
import sightline.app.footage.FrameRecords;
import sightline.app.footage.Labels;
import sightline.app.footage.Shot;
import sightline.domain.frame.DrawnSignature;
import sightline.domain.frame.Rotation;

/**
 * A record as a test sends it.
 *
 * @param partition where it is appended
 * @param capturedAt epoch milliseconds; its place in the order of sending before any shuffle
 */
record Sent(int partition, String session, int index, long capturedAt, byte[] value) {
  static final byte[] KEY = DrawnSignature.newKey();
  static final Labels LABELS = new Labels("free", "w-1", "phone-mid", "ke-nairobi");
  private static final long FRAME_MILLIS = 100;

  /** Frames of a drawn scene, from {@code from} (inclusive) to {@code to} (exclusive), captured ten a second from {@code start}. */
  static List<Sent> scene(
      String session, DrawnScene scene, int from, int to, long start, boolean ends) {
    return scene(session, null, scene, from, to, start, ends);
  }

  /** The same under a consent receipt, or none. */
  static List<Sent> scene(
      String session,
      @Nullable String receipt,
      DrawnScene scene,
      int from,
      int to,
      long start,
      boolean ends) {
    List<Sent> sent = new ArrayList<>();
    for (int index = from; index < to; index++) {
      byte[] image = scene.jpeg(index);
      byte[] signature = DrawnSignature.sign(KEY, session, index, sha256(image));
      long offset = FRAME_MILLIS * (index - from);
      Shot shot = new Shot(
          index,
          offset,
          scene.camera().width(),
          scene.camera().height(),
          Rotation.NONE,
          image,
          signature);
      byte[] value = FrameRecords.encode(
          session, LABELS, receipt, shot, Instant.ofEpochMilli(start), ends && index == to - 1);
      sent.add(
          new Sent(Math.floorMod(session.hashCode(), 4), session, index, start + offset, value));
    }
    return sent;
  }

  /** One bad record for every ten good ones, of many kinds, beside them in time. */
  static List<Sent> bad(List<Sent> good, long seed) {
    Random random = new Random(seed);
    List<Sent> bad = new ArrayList<>();
    for (int at = 0; at < good.size(); at += 10) {
      Sent near = good.get(at);
      bad.add(new Sent(
          near.partition,
          near.session,
          -1,
          near.capturedAt,
          spoiled(near.value, at / 10 % 4, random)));
    }
    return bad;
  }

  private static byte[] spoiled(byte[] value, int kind, Random random) {
    byte[] noise = new byte[200];
    random.nextBytes(noise);
    return switch (kind) {
      case 0 -> noise;
      case 1 -> new byte[0];
      case 2 -> java.util.Arrays.copyOf(value, value.length / 2);
      default -> ByteBuffer.wrap(value.clone()).put(9, (byte) ~value[9]).array();
    };
  }

  /** The same records again for every tenth of them. */
  static List<Sent> duplicates(List<Sent> good) {
    List<Sent> twice = new ArrayList<>();
    for (int at = 5; at < good.size(); at += 10) {
      twice.add(good.get(at));
    }
    return twice;
  }

  /** Puts records out of order, none by more than {@code spreadMillis} of capture time. */
  static List<Sent> shuffled(List<Sent> records, long seed, long spreadMillis) {
    Random random = new Random(seed);
    record Due(Sent sent, long at) {}
    List<Due> due = new ArrayList<>();
    for (Sent sent : records) {
      due.add(
          new Due(sent, sent.capturedAt + (spreadMillis == 0 ? 0 : random.nextLong(spreadMillis))));
    }
    due.sort(Comparator.comparingLong(Due::at));
    return new ArrayList<>(due.stream().map(Due::sent).toList());
  }

  /** Blocks of a second, each turned round. */
  static List<Sent> backwardsBySeconds(List<Sent> records) {
    List<Sent> ordered = shuffled(records, 0, 0);
    List<Sent> turned = new ArrayList<>();
    int from = 0;
    for (int at = 1; at <= ordered.size(); at++) {
      boolean over = at == ordered.size()
          || ordered.get(at).capturedAt / 1_000 != ordered.get(from).capturedAt / 1_000;
      if (over) {
        List<Sent> block = new ArrayList<>(ordered.subList(from, at));
        Collections.reverse(block);
        turned.addAll(block);
        from = at;
      }
    }
    return turned;
  }

  private static byte[] sha256(byte[] image) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(image);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
