package sightline.app.analyze;

/** A media file on its way to the task that reads it: {@link sightline.app.footage.MediaFile} in words that travel. */
public record FileToRead(String path, String session, String kind) {}
