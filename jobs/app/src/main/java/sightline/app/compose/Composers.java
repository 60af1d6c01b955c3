package sightline.app.compose;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Who makes which family, out of which media. */
final class Composers {
  private Composers() {}

  static Maker of(Family family, Path media) {
    if (!Files.isDirectory(media)) {
      throw new MediaMissing(
          "there is no media folder %s; name it with --media or SIGHTLINE_MEDIA".formatted(media));
    }
    return switch (family) {
      case WALKS ->
        new Clips(
            new WalksComposer(footage(media), FaceShelf.grouped(media), PersonShelf.read(media)));
      case DEGRADED ->
        new DegradedClips(Backdrops.firstPersonClips(media), List.of(Degradation.values()));
      default -> new Pictures(pictures(family, media));
    };
  }

  private static List<Footage> footage(Path media) {
    return Backdrops.firstPersonClips(media).stream().map(Footage::of).toList();
  }

  private static Composer pictures(Family family, Path media) {
    return switch (family) {
      case WALKS, DEGRADED -> throw new IllegalArgumentException("%s are clips".formatted(family));
      case FACES ->
        new FacesComposer(
            Backdrops.firstPerson(media), FaceShelf.grouped(media), FaceShelf.others(media));
      case FAIRNESS -> new FairnessComposer(Backdrops.firstPerson(media), FaceShelf.grouped(media));
      case CONDITIONS ->
        new ConditionsComposer(Backdrops.sharperHalf(Backdrops.firstPerson(media)));
      case PEOPLE -> new PeopleComposer(Backdrops.firstPerson(media), PersonShelf.read(media));
      case HANDS -> HandsComposer.of(media);
      case DOCUMENTS ->
        new DocumentsComposer(
            Backdrops.firstPerson(media),
            FaceShelf.grouped(media),
            DocumentsComposer.receipts(media));
      case SCREENS -> new ScreensComposer(Backdrops.firstPerson(media));
      case LENS -> new CoversComposer(CoverBackdrops.unseen(media));
    };
  }
}
