package sightline.app.demo;

import java.util.Arrays;

/** Waiting times, in milliseconds, with their percentiles by nearest rank. */
final class Delays {
  private long[] millis = new long[1_024];
  private int count;

  void add(long delayMillis) {
    if (count == millis.length) {
      millis = Arrays.copyOf(millis, 2 * count);
    }
    millis[count++] = Math.max(0, delayMillis);
  }

  int count() {
    return count;
  }

  /**
   * @param share of the waiting times that are no longer than the answer, above 0 to 1
   * @return seconds
   * @throws IllegalStateException where nothing was added
   */
  double seconds(double share) {
    if (count == 0) {
      throw new IllegalStateException("there is no delay of nothing");
    }
    long[] sorted = Arrays.copyOf(millis, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(share * count) - 1] / 1000.0;
  }
}
