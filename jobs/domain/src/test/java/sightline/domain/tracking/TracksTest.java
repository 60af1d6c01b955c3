package sightline.domain.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sightline.domain.frame.Box;
import sightline.domain.privacy.Detection;
import sightline.domain.privacy.Looked;

class TracksTest {
  private static final TrackRules RULES = new TrackRules(0.6, 4, 3, 700, 3, 0.33, 400, 1.0);

  private static Detection at(double x, double y, double confidence) {
    return new Detection(new Box((float) x, (float) y, 40, 50), confidence);
  }

  private static Moment moment(int frame, List<Detection> found) {
    return new Moment(33L * frame, Looked.WITH_MODEL, found, 0, 0);
  }

  @Test
  void twoWhoPassEachOtherStayTwo() {
    List<Moment> window = new ArrayList<>();
    for (int frame = 0; frame < 30; frame++) {
      window.add(moment(frame, List.of(at(10 * frame, 100, 0.9), at(300 - 10 * frame, 112, 0.9))));
    }
    List<Track> tracks = Tracks.through(window, RULES);
    assertThat(tracks).hasSize(2);
    assertThat(tracks.get(0).finds())
        .allSatisfy(find -> assertThat(find.ordinal()).isZero());
  }

  @Test
  void somethingElsewhereIsSomethingElse() {
    List<Moment> window = List.of(
        moment(0, List.of(at(0, 0, 0.9))),
        moment(1, List.of(at(300, 200, 0.9))),
        moment(2, List.of(new Detection(new Box(0, 0, 200, 250), 0.9))));
    assertThat(Tracks.through(window, RULES)).hasSize(3);
  }

  @Test
  void aPictureFullOfFindsIsNotJoined() {
    List<Detection> many = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      many.add(at(i, i % 7, 0.5));
    }
    assertThat(Tracks.through(List.of(moment(0, many), moment(1, many)), RULES)).hasSize(1_000);
  }

  @Test
  void everyFindIsPartOfExactlyOneTrack() {
    for (long seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      List<Moment> window = new ArrayList<>();
      int finds = 0;
      for (int frame = 0; frame < 40; frame++) {
        List<Detection> found = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
          found.add(at(random.nextInt(600), random.nextInt(300), random.nextInt(101) / 100.0));
        }
        finds += found.size();
        window.add(moment(frame, found));
      }
      List<Track> tracks = Tracks.through(window, RULES);
      assertThat(tracks.stream()
              .flatMap(track -> track.finds().stream())
              .map(find -> find.place() * 1000 + find.ordinal())
              .distinct()
              .count())
          .as("seed %s", seed)
          .isEqualTo(finds)
          .isEqualTo(tracks.stream().mapToLong(track -> track.finds().size()).sum());
    }
  }
}
