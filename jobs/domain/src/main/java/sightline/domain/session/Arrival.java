package sightline.domain.session;

/**
 * What an arriving frame does to its session.
 *
 * @param place what becomes of the frame itself
 * @param settled indices whose waiting ends with it, ascending; may hold the frame itself when it completes the session
 * @param overflow indices pushed out because the buffer is full, ascending
 * @param after the books afterwards
 */
public record Arrival(Place place, int[] settled, int[] overflow, SessionBooks after) {}
