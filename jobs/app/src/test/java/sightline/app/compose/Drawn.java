package sightline.app.compose;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sightline.app.drawn.Jpeg;

/** Stand-ins for the shared media, small and without anybody in them. */
final class Drawn {
  private Drawn() {}

  static List<Backdrop> backdrops() {
    List<Backdrop> backdrops = new ArrayList<>();
    for (int frame = 0; frame < 6; frame++) {
      BufferedImage image = new BufferedImage(240, 136, BufferedImage.TYPE_INT_RGB);
      Graphics2D pen = image.createGraphics();
      for (int tile = 0; tile < 60; tile++) {
        pen.setColor(Color.getHSBColor(tile * 0.13f + frame * 0.2f, 0.4f, 0.3f + tile % 7 * 0.1f));
        pen.fillRect(tile % 10 * 24, tile / 10 * 24, 24, 24);
      }
      pen.dispose();
      backdrops.add(new Backdrop(
          "ego_home/clip%d.mp4".formatted(frame % 2), frame * 10, Jpeg.of(image, 0.95f)));
    }
    return backdrops;
  }

  /** So many identities, half of each of two groups. */
  static List<FaceCut> faces(Path folder, int count) throws IOException {
    List<FaceCut> cuts = new ArrayList<>();
    for (int face = 0; face < count; face++) {
      BufferedImage image = new BufferedImage(96, 96, BufferedImage.TYPE_INT_RGB);
      Graphics2D pen = image.createGraphics();
      pen.setColor(Color.getHSBColor(0.07f, 0.5f, 0.4f + 0.5f * face / count));
      pen.fillOval(14, 10, 68, 78);
      pen.dispose();
      Path file = folder.resolve("face%d.jpg".formatted(face));
      Files.write(file, Jpeg.of(image, 0.95f));
      cuts.add(new FaceCut(
          "face%d.jpg".formatted(face),
          file,
          new Rectangle(0, 0, 96, 96),
          new Oval(0.5, 0.505, 0.33, 0.375),
          new Oval(0.5, 0.49, 0.43, 0.5),
          new FaceCut.Group(face % 2 == 0 ? "Black" : "White", "Female", "30-39")));
    }
    return cuts;
  }

  static List<Person> people() {
    List<Person> people = new ArrayList<>();
    for (int person = 0; person < 3; person++) {
      BufferedImage image = new BufferedImage(60, 160, BufferedImage.TYPE_INT_ARGB);
      Graphics2D pen = image.createGraphics();
      pen.setColor(new Color(60 * person, 90, 140));
      pen.fillOval(20, 0, 20, 26);
      pen.fillRoundRect(6, 24, 48, 136, 20, 20);
      pen.dispose();
      people.add(new Person("person" + person, image));
    }
    return people;
  }

  /** A clip of ten seconds whose camera turns to the right and back, and shakes. */
  static Footage footage() {
    byte[] jpeg = backdrops().get(0).jpeg();
    List<Backdrop> frames = new ArrayList<>();
    double[] dx = new double[299];
    double[] dy = new double[299];
    for (int frame = 0; frame < 300; frame++) {
      frames.add(new Backdrop("ego_home/drawn.mp4", frame, jpeg));
      if (frame < 299) {
        dx[frame] = frame > 100 && frame < 140 ? -2 : Math.sin(frame);
        dy[frame] = Math.cos(frame * 0.7);
      }
    }
    return new Footage(frames, new CameraPath(dx, dy));
  }

  static WalksComposer walks(Path folder) throws IOException {
    return new WalksComposer(List.of(footage()), faces(folder, 8), people());
  }

  static List<Composer> composers(Path folder) throws IOException {
    List<Backdrop> backdrops = backdrops();
    List<FaceCut> faces = faces(folder, 8);
    return List.of(
        new FacesComposer(backdrops, faces, faces),
        new FairnessComposer(larger(backdrops), faces),
        new PeopleComposer(backdrops, people()),
        new DocumentsComposer(backdrops, faces, List.of()),
        new ScreensComposer(backdrops),
        new ConditionsComposer(backdrops));
  }

  /** The fairness family places faces of 96 pixels. */
  static List<Backdrop> larger(List<Backdrop> backdrops) {
    return backdrops.stream()
        .map(small -> new Backdrop(
            small.file(), small.frame(), Jpeg.of(Canvas.scaled(small.image(), 480, 270), 0.95f)))
        .toList();
  }
}
