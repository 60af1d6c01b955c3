package sightline.pipeline.ingest;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sightline.domain.frame.FrameHeader;
import sightline.domain.frame.Phase;
import sightline.domain.frame.RejectReason;
import sightline.domain.frame.Rotation;
import sightline.wire.avro.Frame;
import sightline.wire.avro.Vector;

/** The checks on what a frame's sender says of it. Pure; the image's own bytes are checked elsewhere. */
final class HeaderChecks {
  private static final int LONGEST_NAME = 200;
  private static final int HIGHEST_INDEX = 100_000_000;
  private static final Instant LATEST_CAPTURE = Instant.parse("9999-12-31T23:59:59Z");
  /** Ten times the Earth's pull, in m/s^2: no phone that films a kitchen sees more. */
  private static final float STRONGEST_GRAVITY = 98.1f;

  private HeaderChecks() {}

  /**
   * @throws Refused naming the first check that failed
   */
  static void check(Frame frame, Set<String> tasks) throws Refused {
    if (frame.getKeyId() != null || frame.getCipher() != null) {
      throw new Refused(RejectReason.CIPHER_UNSUPPORTED);
    }
    name(frame.getSession());
    name(frame.getTask());
    name(frame.getWorker());
    name(frame.getDeviceClass());
    name(frame.getRegion());
    range(frame.getIndex(), 0, HIGHEST_INDEX);
    range(frame.getWidth(), 1, Integer.MAX_VALUE);
    range(frame.getHeight(), 1, Integer.MAX_VALUE);
    if (frame.getRotation() % 90 != 0) {
      throw new Refused(RejectReason.METADATA_ABSURD, (long) frame.getRotation(), 270L);
    }
    range(frame.getRotation(), 0, 270);
    Instant captured = frame.getCapturedAt();
    if (captured.isBefore(Instant.EPOCH) || captured.isAfter(LATEST_CAPTURE)) {
      throw new Refused(
          RejectReason.METADATA_ABSURD, captured.toEpochMilli(), LATEST_CAPTURE.toEpochMilli());
    }
    gravity(frame.getGravity());
    fieldOfView(frame.getFieldOfViewDegrees());
    if (!tasks.contains(frame.getTask())) {
      throw new Refused(RejectReason.UNKNOWN_TASK);
    }
  }

  /**
   * @param exif the turn that the image itself asks for; it counts where the sender declares none
   * @throws Refused where both ask for a turn and not for the same one: looked at askew, a face may be missed
   */
  static FrameHeader header(Frame frame, Rotation exif) throws Refused {
    Rotation declared = Rotation.ofDegrees(frame.getRotation());
    if (declared != Rotation.NONE && exif != Rotation.NONE && declared != exif) {
      throw new Refused(
          RejectReason.METADATA_ABSURD, (long) declared.degrees(), (long) exif.degrees());
    }
    return new FrameHeader(
        frame.getSession(),
        frame.getIndex(),
        frame.getTask(),
        frame.getWorker(),
        frame.getDeviceClass(),
        frame.getRegion(),
        Phase.valueOf(frame.getPhase().name()),
        frame.getCapturedAt(),
        frame.getWidth(),
        frame.getHeight(),
        declared == Rotation.NONE ? exif : declared,
        frame.getEndOfSession());
  }

  /** Whether it may name something: neither blank nor long, and without control characters. */
  static boolean isName(String name) {
    try {
      name(name);
      return true;
    } catch (Refused no) {
      return false;
    }
  }

  private static void name(String name) throws Refused {
    if (name.isBlank()) {
      throw new Refused(RejectReason.METADATA_MISSING);
    }
    if (name.length() > LONGEST_NAME) {
      throw new Refused(RejectReason.METADATA_ABSURD, (long) name.length(), (long) LONGEST_NAME);
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw new Refused(RejectReason.METADATA_ABSURD);
    }
  }

  private static void range(int value, int lowest, int highest) throws Refused {
    if (value < lowest || value > highest) {
      throw new Refused(
          RejectReason.METADATA_ABSURD, (long) value, (long) (value < lowest ? lowest : highest));
    }
  }

  private static void gravity(@Nullable Vector gravity) throws Refused {
    if (gravity != null) {
      double length = Math.hypot(Math.hypot(gravity.getX(), gravity.getY()), gravity.getZ());
      if (!(length <= STRONGEST_GRAVITY)) {
        throw new Refused(RejectReason.METADATA_ABSURD);
      }
    }
  }

  private static void fieldOfView(@Nullable Float degrees) throws Refused {
    if (degrees != null && !(degrees > 0 && degrees < 360)) {
      throw new Refused(RejectReason.METADATA_ABSURD, null, 360L);
    }
  }
}
