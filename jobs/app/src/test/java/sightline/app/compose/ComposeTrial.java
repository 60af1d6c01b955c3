package sightline.app.compose;

import java.nio.file.Path;

/** For looking at a family: {@code family media out count seed}. */
final class ComposeTrial {
  private ComposeTrial() {}

  public static void main(String[] given) throws Exception {
    for (String family : given[0].split(",", -1)) {
      long start = System.nanoTime();
      Composites.Outcome outcome = Composites.write(
          Family.of(family),
          Path.of(given[1]),
          Path.of(given[2]),
          Integer.parseInt(given[3]),
          Long.parseLong(given[4]),
          progress -> {});
      System.out.println(
          family + " " + outcome + " " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }
  }
}
