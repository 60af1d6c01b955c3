package sightline.pipeline.redact;

import sightline.domain.frame.Origin;

/**
 * A record of the topics that say what may go out, as it was read.
 *
 * @param key empty where it has none
 * @param value empty where it has none
 */
public record Unread(Origin origin, byte[] key, byte[] value) {}
