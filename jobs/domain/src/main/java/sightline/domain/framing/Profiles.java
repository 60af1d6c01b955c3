package sightline.domain.framing;

import java.util.Arrays;

/**
 * What is kept of a picture to compare it with its neighbours in time: too coarse to show anything.
 *
 * @param columns mean luma of {@value #COLUMNS} vertical strips of the upright picture, left to right, 0 to 255 as unsigned bytes
 * @param rows mean luma of {@value #ROWS} horizontal strips, top to bottom
 * @param fingerprint difference hash: 64 bits, one for each of 8 x 8 neighbours in a 9 x 8 thumbnail, set where the left one is
 *     brighter
 */
public record Profiles(byte[] columns, byte[] rows, long fingerprint) {
  public static final int COLUMNS = 64;
  public static final int ROWS = 36;

  public Profiles {
    if (columns.length != COLUMNS || rows.length != ROWS) {
      throw new IllegalArgumentException("profiles have %s columns and %s rows, got %s and %s"
          .formatted(COLUMNS, ROWS, columns.length, rows.length));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Profiles that
        && Arrays.equals(columns, that.columns)
        && Arrays.equals(rows, that.rows)
        && fingerprint == that.fingerprint;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(columns) * 31 + Long.hashCode(fingerprint);
  }
}
