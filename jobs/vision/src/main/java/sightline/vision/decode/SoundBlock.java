package sightline.vision.decode;

/**
 * A stretch of sound as it was decoded.
 *
 * @param micros from the start of the video to its first sample; may be below 0
 * @param samples 16 bits, the channels by turns
 */
public record SoundBlock(long micros, short[] samples) {}
