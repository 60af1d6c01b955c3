package sightline.app.drawn;

import java.util.List;

/**
 * A small fleet for the demo.
 *
 * @param devices at most {@value DrawnDevice#STRIDE}
 */
public record DrawnFleet(List<DrawnDevice> devices) {
  public DrawnFleet {
    devices = List.copyOf(devices);
    if (devices.isEmpty() || devices.size() > DrawnDevice.STRIDE) {
      throw new IllegalArgumentException("a drawn fleet has 1 to %s devices, got %s"
          .formatted(DrawnDevice.STRIDE, devices.size()));
    }
  }

  /** Six devices of four classes in three regions. */
  public static DrawnFleet of(long seed) {
    return new DrawnFleet(List.of(
        new DrawnDevice("drawn-1", "phone-entry", "ke-nairobi", Camera.ENTRY, 0, seed),
        new DrawnDevice("drawn-2", "phone-mid", "ke-nairobi", Camera.MID, 1, seed),
        new DrawnDevice("drawn-3", "phone-flagship", "pt-lisbon", Camera.FLAGSHIP, 2, seed),
        new DrawnDevice("drawn-4", "glasses", "pt-lisbon", Camera.MID, 3, seed),
        new DrawnDevice("drawn-5", "phone-entry", "in-pune", Camera.ENTRY, 4, seed),
        new DrawnDevice("drawn-6", "phone-mid", "in-pune", Camera.MID, 5, seed)));
  }
}
