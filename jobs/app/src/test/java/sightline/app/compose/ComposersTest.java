package sightline.app.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sightline.app.drawn.Jpeg;

class ComposersTest {
  private static final int PICTURES = 8;

  @TempDir
  private Path folder;

  @Test
  void aPictureHangsOnItsSeedAndNumberAlone() throws IOException {
    for (Composer composer : Drawn.composers(folder)) {
      byte[] alone = bytes(composer.draw(5, 5));
      for (int number = 0; number < 5; number++) {
        composer.draw(number, 5);
      }
      assertThat(bytes(composer.draw(5, 5))).as(composer.toString()).isEqualTo(alone);
      assertThat(bytes(composer.draw(5, 6))).as(composer.toString()).isNotEqualTo(alone);
    }
  }

  @Test
  void everyBoxLiesInItsPictureAndHasAnArea() throws IOException {
    for (Composer composer : Drawn.composers(folder)) {
      for (int number = 0; number < PICTURES; number++) {
        JsonNode line = composer.draw(number, 3).truth();
        for (JsonNode box : line.path("boxes")) {
          String where = composer + " " + number + " " + box;
          assertThat(box.path("x").asDouble()).as(where).isNotNegative();
          assertThat(box.path("y").asDouble()).as(where).isNotNegative();
          assertThat(box.path("w").asDouble()).as(where).isPositive();
          assertThat(box.path("h").asDouble()).as(where).isPositive();
          assertThat(box.path("x").asDouble() + box.path("w").asDouble())
              .as(where)
              .isLessThanOrEqualTo(line.path("width").asDouble() + 0.11);
          assertThat(box.path("y").asDouble() + box.path("h").asDouble())
              .as(where)
              .isLessThanOrEqualTo(line.path("height").asDouble() + 0.11);
        }
      }
    }
  }

  @Test
  void theLineStatesThePictureThatWasMade() throws IOException {
    for (Composer composer : Drawn.composers(folder)) {
      for (int number = 0; number < PICTURES; number++) {
        Composite composite = composer.draw(number, 2);
        assertThat(composite.truth().path("width").asInt())
            .isEqualTo(composite.picture().getWidth());
        assertThat(composite.truth().path("height").asInt())
            .isEqualTo(composite.picture().getHeight());
        assertThat(composite.truth().path("base").asText())
            .startsWith("ego_home/" + composite.truth().path("clip").asText() + ".mp4#");
      }
    }
  }

  @Test
  void aFaceIsUsableOnlyWhereEveryLevelAllowsIt() throws IOException {
    FacesComposer composer = faces();
    for (int number = 0; number < 3 * PICTURES; number++) {
      JsonNode line = composer.draw(number, 1).truth();
      boolean all = true;
      for (JsonNode face : line.path("boxes")) {
        JsonNode conditions = face.path("conditions");
        boolean usable = face.path("usable").asBoolean();
        all &= usable;
        if (usable) {
          assertThat(conditions.path("size").asDouble()).isGreaterThanOrEqualTo(24);
          assertThat(conditions.path("luma").asDouble()).isGreaterThanOrEqualTo(40);
          assertThat(conditions.path("blur_share").asDouble()).isLessThanOrEqualTo(0.04);
          assertThat(conditions.path("cover").asDouble()).isLessThanOrEqualTo(0.2);
          assertThat(line.path("conditions").path("light").asDouble()).isGreaterThanOrEqualTo(0.35);
        }
      }
      assertThat(line.path("usable").asBoolean()).isEqualTo(all);
    }
  }

  /** What a pair shares must not tell the groups apart. */
  @Test
  void oneIdentityOfEveryGroupSharesPlaceAndBackdrop() throws IOException {
    FairnessComposer composer =
        new FairnessComposer(Drawn.larger(Drawn.backdrops()), Drawn.faces(folder, 8));
    assertThat(composer.pictures(1000)).isEqualTo(8 * FairnessComposer.CONDITIONS);
    for (int condition = 0; condition < FairnessComposer.CONDITIONS; condition++) {
      JsonNode one = composer.draw(condition, 4).truth();
      JsonNode other = composer.draw(FairnessComposer.CONDITIONS + condition, 4).truth();
      assertThat(one.path("group")).isNotEqualTo(other.path("group"));
      assertThat(one.path("base")).isEqualTo(other.path("base"));
      assertThat(one.path("boxes")).isEqualTo(other.path("boxes"));
      assertThat(one.path("pair")).isEqualTo(other.path("pair"));
    }
  }

  @Test
  void anEighthOfThePeopleFamilyHoldsNobody() throws IOException {
    PeopleComposer composer = new PeopleComposer(Drawn.backdrops(), Drawn.people());
    Set<Integer> bystanders = new HashSet<>();
    for (int number = 0; number < PICTURES; number++) {
      JsonNode line = composer.draw(number, 1).truth();
      assertThat(line.path("boxes")).hasSize(line.path("n_bystanders").asInt());
      assertThat(line.path("labelled").toString()).isEqualTo("[\"bystander_person\"]");
      bystanders.add(line.path("n_bystanders").asInt());
    }
    assertThat(bystanders).containsExactlyInAnyOrder(0, 1, 2);
  }

  /** A dark frame cannot be called free of blur. */
  @Test
  void noBlurIsClaimedOfTheDark() throws IOException {
    ConditionsComposer composer = new ConditionsComposer(Drawn.backdrops());
    Stream.iterate(0, number -> number + 1)
        .limit(8 * PICTURES)
        .map(number -> composer.draw(number, 1).truth())
        .filter(line -> line.path("conditions").path("exposure").asText().equals("dark"))
        .forEach(line -> assertThat(line.path("labelled").toString()).isEqualTo("[\"exposure\"]"));
  }

  private FacesComposer faces() throws IOException {
    return new FacesComposer(Drawn.backdrops(), Drawn.faces(folder, 8), Drawn.faces(folder, 2));
  }

  private static byte[] bytes(Composite composite) {
    return Jpeg.of(composite.picture(), 0.9f);
  }
}
