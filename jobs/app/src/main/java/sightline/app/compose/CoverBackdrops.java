package sightline.app.compose;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sightline.vision.decode.ImageHeader;
import sightline.vision.decode.ImageLimits;

/** Frames for covers: footage that the lens model was not trained on. */
final class CoverBackdrops {
  private CoverBackdrops() {}

  static List<Backdrop> unseen(Path media) {
    List<Backdrop> frames = new ArrayList<>(Backdrops.firstPerson(media));
    frames.addAll(photos(media, "bsds500"));
    return List.copyOf(frames);
  }

  private static List<Backdrop> photos(Path media, String set) {
    Path folder = media.resolve("photos").resolve(set);
    List<Backdrop> photos = new ArrayList<>();
    for (JsonNode line : Lines.of(folder)) {
      Path file = folder.resolve(line.path("file").asText());
      try {
        byte[] image = Files.readAllBytes(file);
        if (ImageHeader.read(image, ImageLimits.defaults()) instanceof ImageHeader.Accepted) {
          photos.add(new Backdrop(set + "/" + file.getFileName(), 0, image));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return photos;
  }
}
