package sightline.domain.frame;

import org.jspecify.annotations.Nullable;

/**
 * Where a record was read, so that whoever fetches the pixels later finds the same bytes.
 *
 * @param topic a Kafka topic, or the name of a media file
 * @param partition 0 for media files
 * @param offset position within the partition, from 0
 * @param appendedAtMillis the broker's append time in epoch milliseconds; null where nothing supplied one
 */
public record Origin(
    String topic, int partition, long offset, @Nullable Long appendedAtMillis) {
  public Origin {
    if (partition < 0 || offset < 0) {
      throw new IllegalArgumentException(
          "an origin has a partition and an offset from 0, got %s/%s".formatted(partition, offset));
    }
  }
}
