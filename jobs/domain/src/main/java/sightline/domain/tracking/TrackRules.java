package sightline.domain.tracking;

/**
 * How one kind of thing is followed from frame to frame.
 *
 * @param reach distance of centres, as a share of the boxes' mean size (square root of the area), up to which two finds of
 *     neighbouring looks may be the same thing
 * @param reachPerSecond by which that grows with the time between them
 * @param mostStretch area of the larger over area of the smaller, at most, of two finds of the same thing
 * @param longestGapMillis between two finds of the same thing
 * @param confirmations finds that make a track certain enough to be held and led; its confidence then is that of the last of these,
 *     surest first
 * @param agreeing share of a track's finds, 0 to 1, of which the same is asked
 * @param holdMillis how long something confirmed is hidden after it was last found, and how long before it was first found
 * @param growthPerSecond share of a box's size by which each side moves out, for each second to the nearest find
 */
public record TrackRules(
    double reach,
    double reachPerSecond,
    double mostStretch,
    long longestGapMillis,
    int confirmations,
    double agreeing,
    long holdMillis,
    double growthPerSecond) {
  public TrackRules {
    if (!(reach >= 0 && reachPerSecond >= 0 && mostStretch >= 1 && growthPerSecond >= 0)
        || longestGapMillis < 0
        || confirmations < 2
        || !(agreeing >= 0 && agreeing <= 1)
        || holdMillis < 0) {
      throw new IllegalArgumentException(
          "no rule of tracking may be negative, a stretch is 1 or more, a track has two finds or more; got %s"
              .formatted(this));
    }
  }
}
