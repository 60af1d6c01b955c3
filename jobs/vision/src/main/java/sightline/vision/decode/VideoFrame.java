package sightline.vision.decode;

/**
 * One frame of a video file, coded again as JPEG.
 *
 * @param index 0-based, in decode order
 * @param timestampMillis from the start of the video
 * @param width pixels as stored, before the video's rotation
 * @param height pixels as stored
 */
public record VideoFrame(int index, long timestampMillis, int width, int height, byte[] jpeg) {}
