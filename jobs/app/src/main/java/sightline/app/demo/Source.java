package sightline.app.demo;

import java.util.List;

/**
 * What a fleet plays.
 *
 * @param description for a person, such as "drawn scenes (seed 7)"
 * @param drawnKey key under which its pictures are signed, empty for real footage
 */
public record Source(String description, List<Device> devices, byte[] drawnKey) {
  boolean drawn() {
    return drawnKey.length > 0;
  }
}
