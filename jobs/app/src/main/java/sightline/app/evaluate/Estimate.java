package sightline.app.evaluate;

/**
 * A figure that is not a proportion.
 *
 * @param n items it rests on
 * @param how the interval was made
 */
record Estimate(
    String name, Group group, double value, double low, double high, long n, String how) {}
