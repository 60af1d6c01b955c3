package sightline.app.demo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import sightline.app.drawn.DrawnDevice;
import sightline.app.drawn.DrawnFleet;
import sightline.app.drawn.DrawnScene;
import sightline.app.footage.Footage;
import sightline.app.footage.Labels;
import sightline.app.footage.Shot;
import sightline.domain.frame.DrawnSignature;
import sightline.domain.frame.RejectReason;
import sightline.domain.frame.Rotation;

/** Scenes that the project draws itself, signed with a key of this run. */
public final class DrawnSource {
  private DrawnSource() {}

  /**
   * @param framesPerSecond at which the scenes are played
   */
  public static Source of(long seed, double framesPerSecond) {
    long frameMillis = Math.round(1_000 / framesPerSecond);
    byte[] key = DrawnSignature.newKey();
    List<Device> devices = DrawnFleet.of(seed).devices().stream()
        .map(device -> device(device, frameMillis, key))
        .toList();
    return new Source("scenes drawn for this demo (seed %d)".formatted(seed), devices, key);
  }

  private static Device device(DrawnDevice drawn, long frameMillis, byte[] key) {
    Labels labels = new Labels("cup-to-tray", drawn.name(), drawn.deviceClass(), drawn.region());
    Iterator<Recording> recordings = IntStream.iterate(0, played -> played + 1)
        .mapToObj(played -> recording(drawn.scene(played), frameMillis, key))
        .iterator();
    return new Device(drawn.name(), labels, recordings);
  }

  private static Recording recording(DrawnScene scene, long frameMillis, byte[] key) {
    String session = UUID.randomUUID().toString();
    return new Recording(
        session,
        "a drawn scene",
        new DrawnFootage(scene, frameMillis, session, key),
        index -> scene.truth(index).visitor());
  }

  /** A scene, picture by picture, each signed. */
  private static final class DrawnFootage implements Footage {
    private final DrawnScene scene;
    private final long frameMillis;
    private final String session;
    private final byte[] key;
    private int index;

    DrawnFootage(DrawnScene scene, long frameMillis, String session, byte[] key) {
      this.scene = scene;
      this.frameMillis = frameMillis;
      this.session = session;
      this.key = key;
    }

    @Override
    public boolean hasNext() {
      return index < scene.frames();
    }

    @Override
    public Shot next() {
      if (!hasNext()) {
        throw new NoSuchElementException("the scene is over");
      }
      byte[] image = scene.jpeg(index);
      byte[] signature = DrawnSignature.sign(key, session, index, sha256(image));
      Shot shot = new Shot(
          index,
          index * frameMillis,
          scene.camera().width(),
          scene.camera().height(),
          Rotation.NONE,
          image,
          signature);
      index++;
      return shot;
    }

    @Override
    public @Nullable RejectReason brokenOff() {
      return null;
    }

    @Override
    public void close() {}
  }

  private static byte[] sha256(byte[] image) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(image);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
