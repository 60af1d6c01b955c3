package sightline.app.compose;

/**
 * How far one family is.
 *
 * @param done pictures written
 * @param of pictures in all
 */
public record Progress(Family family, int done, int of) {}
