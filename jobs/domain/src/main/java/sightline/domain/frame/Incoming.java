package sightline.domain.frame;

/**
 * A record as it was read, before anyone has looked into it.
 *
 * @param value the bytes of a frame in any known wire version; empty for a tombstone
 */
public record Incoming(Origin origin, byte[] value) {}
