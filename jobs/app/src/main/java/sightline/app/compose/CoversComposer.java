package sightline.app.compose;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import sightline.app.compose.cover.CleanVariant;
import sightline.app.compose.cover.Compositor;
import sightline.app.compose.cover.Cover;
import sightline.app.compose.cover.CoverFamily;

/**
 * Frames with something on the lens, and frames that only look like it: dark, blurred, smeared, overexposed, full of plain
 * furniture or of the wearer's own arm. Covers that are not on the lens, parked things, are labelled apart.
 */
final class CoversComposer implements Composer {
  private static final CoverFamily[] COVERS = CoverFamily.values();
  private static final CleanVariant[] CLEANS = CleanVariant.values();

  private final List<Backdrop> backdrops;

  CoversComposer(List<Backdrop> backdrops) {
    this.backdrops = backdrops;
  }

  @Override
  public int pictures(int count) {
    return count;
  }

  @Override
  public Composite draw(int number, long seed) {
    Chance chance = Chance.of(seed, Family.LENS, number);
    Backdrop backdrop = chance.pick(backdrops);
    BufferedImage frame = Scene.of(backdrop, chance).image();
    int turn = number % (COVERS.length + CLEANS.length);
    return turn < COVERS.length
        ? covered(frame, COVERS[turn], backdrop, chance)
        : clean(frame, CLEANS[turn - COVERS.length], backdrop, chance);
  }

  private static Composite covered(
      BufferedImage frame, CoverFamily family, Backdrop backdrop, Chance chance) {
    Cover cover = Compositor.draw(frame, family, chance.of("cover").next());
    Canvas canvas = Canvas.of(cover.picture());
    Truth truth = new Truth(canvas, backdrop)
        .labelled(family.onLens() ? "lens_cover" : "view_cover")
        .condition("share", cover.share())
        .condition("size", size(cover.share()));
    truth
        .line()
        .putObject(family.onLens() ? "cover" : "view_cover")
        .put("family", family.name().toLowerCase(Locale.ROOT))
        .put("share", Truth.rounded(cover.share()))
        .put("edge", cover.edge().name())
        .put("columns", cover.mask().columns())
        .put("rows", cover.mask().rows())
        .put("cells", cover.mask().cells());
    return truth.of(canvas);
  }

  private static String size(double share) {
    return share < 0.05
        ? "below 5%"
        : share < 0.15 ? "5-15%" : share < 0.5 ? "15-50%" : "half and more";
  }

  private static Composite clean(
      BufferedImage frame, CleanVariant variant, Backdrop backdrop, Chance chance) {
    Canvas canvas = Canvas.of(variant.of(frame, chance.of("clean").next()));
    Truth truth = new Truth(canvas, backdrop)
        .labelled("lens_cover")
        .condition("change", variant.name().toLowerCase(Locale.ROOT));
    truth.line().putNull("cover");
    return truth.of(canvas);
  }
}
