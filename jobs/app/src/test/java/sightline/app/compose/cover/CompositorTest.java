package sightline.app.compose.cover;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sightline.app.drawn.DrawnScene;
import sightline.domain.quality.Occlusion;

class CompositorTest {
  private static final BufferedImage SCENE = small(DrawnScene.of(7, 0).draw(30));

  private static BufferedImage small(BufferedImage scene) {
    BufferedImage out = new BufferedImage(160, 90, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = out.createGraphics();
    g.drawImage(scene, 0, 0, out.getWidth(), out.getHeight(), null);
    g.dispose();
    return out;
  }

  private static int[] pixels(BufferedImage picture) {
    return picture.getRGB(
        0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
  }

  @ParameterizedTest
  @EnumSource
  void drawsTheSameForTheSameSeedAndAnotherForAnother(CoverFamily family) {
    Cover one = Compositor.draw(SCENE, family, 5);
    Cover again = Compositor.draw(SCENE, family, 5);
    assertThat(pixels(again.picture())).isEqualTo(pixels(one.picture()));
    assertThat(again.mask()).isEqualTo(one.mask());
    assertThat(pixels(Compositor.draw(SCENE, family, 6).picture()))
        .isNotEqualTo(pixels(one.picture()));
  }

  @ParameterizedTest
  @EnumSource
  void saysOfEachCellWhatIsDrawnThere(CoverFamily family) {
    for (long seed = 0; seed < 12; seed++) {
      Cover cover = Compositor.draw(SCENE, family, seed);
      double tenths = cover.tenths().chars().map(digit -> digit - '0').average().orElseThrow();
      String told = "%s with seed %d".formatted(family, seed);
      assertThat(cover.share()).as(told).isBetween(tenths / 10, tenths / 10 + 0.1);
      assertThat(cover.mask().columns()).isEqualTo(Compositor.COLUMNS);
      assertThat(cover.mask().rows()).isEqualTo(Compositor.ROWS);
      for (int cell = 0; cell < cover.tenths().length(); cell++) {
        boolean covered =
            cover.mask().covered(cell % Compositor.COLUMNS, cell / Compositor.COLUMNS);
        assertThat(covered).as(told).isEqualTo(cover.tenths().charAt(cell) >= '5');
      }
      assertThat(cover.edge())
          .as(told)
          .isEqualTo(Occlusion.covered(cover.mask()).edge());
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesFarClearCellsAsTheyWereButForItsShade(CoverFamily family) {
    Cover cover = Compositor.draw(SCENE, family, 3);
    BufferedImage seen = cover.picture();
    long changed = IntStream.range(0, cover.tenths().length())
        .filter(cell -> cover.tenths().charAt(cell) == '9')
        .filter(cell -> {
          int x = cell % Compositor.COLUMNS * seen.getWidth() / Compositor.COLUMNS + 4;
          int y = cell / Compositor.COLUMNS * seen.getHeight() / Compositor.ROWS + 4;
          return seen.getRGB(x, y) != SCENE.getRGB(x, y);
        })
        .count();
    long opaque = cover.tenths().chars().filter(digit -> digit == '9').count();
    assertThat(changed).isGreaterThanOrEqualTo(opaque * 9 / 10);
  }

  @ParameterizedTest
  @EnumSource
  void coversLittleAndMuch(CoverFamily family) {
    double least = 1;
    double most = 0;
    for (long seed = 0; seed < 40; seed++) {
      double share = Compositor.draw(SCENE, family, seed).share();
      least = Math.min(least, share);
      most = Math.max(most, share);
    }
    assertThat(least).isBetween(0.01, 0.3);
    assertThat(most).isBetween(0.3, 1.0);
  }

  @Test
  void isSofterTheNearerItIs() {
    SplittableRandom random = new SplittableRandom(4);
    double finger = IntStream.range(0, 200)
        .mapToDouble(i -> Compositor.softness(CoverFamily.FINGER, random))
        .average()
        .orElseThrow();
    double parked = IntStream.range(0, 200)
        .mapToDouble(i -> Compositor.softness(CoverFamily.PARKED, random))
        .average()
        .orElseThrow();
    assertThat(finger).isGreaterThan(5 * parked);
  }

  @Test
  void takesEverySkinToneAboutAsOften() {
    Map<Ink, Integer> counts = new HashMap<>();
    SplittableRandom random = new SplittableRandom(9);
    for (int i = 0; i < 5_000; i++) {
      counts.merge(Ink.skin(random), 1, Integer::sum);
    }
    assertThat(counts).hasSize(Ink.SKIN.size());
    assertThat(counts.values()).allMatch(count -> count > 400 && count < 600);
  }

  @ParameterizedTest
  @EnumSource
  void variantsAreTheSameForTheSameSeed(CleanVariant variant) {
    BufferedImage one = variant.of(SCENE, 8);
    assertThat(pixels(variant.of(SCENE, 8))).isEqualTo(pixels(one));
    assertThat(one.getWidth()).isEqualTo(SCENE.getWidth());
    if (variant != CleanVariant.AS_IS) {
      assertThat(pixels(one)).isNotEqualTo(pixels(SCENE));
    }
  }
}
