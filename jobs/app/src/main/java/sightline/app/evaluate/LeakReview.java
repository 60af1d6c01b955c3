package sightline.app.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import sightline.domain.review.ReviewCurve;
import sightline.wire.ReviewCurves;

/**
 * Leaks against review: for every cut on doubt, what share of clean first-person footage people would be asked to look at, and
 * what share of labelled faces of 24 px and more would be left open in what is shown.
 */
final class LeakReview {
  static final String CLEAN = "videos/ego_home";
  static final String WALKS = "composites/walks";
  static final String PICTURES = "composites/faces";
  private static final String PLOT = "leak-review.svg";
  private static final String TABLE = "leak-review.json";
  private static final String CURVE = "curve.json";

  private final Summary summary;

  private LeakReview(Summary summary) {
    this.summary = summary;
  }

  /** A line of the plot. */
  record Series(String name, List<String> sets, ReviewCurve curve) {}

  /** Empty where no set states doubts, or none of them is clean. */
  static Optional<LeakReview> of(Summary summary) {
    LeakReview leaks = new LeakReview(summary);
    return leaks.curve(set -> true).isPresent() ? Optional.of(leaks) : Optional.empty();
  }

  /** Of the walks, of single pictures in any light, and of all footage and photos that others labelled. */
  List<Series> series() {
    List<Series> series = new ArrayList<>();
    add("walks, placed", WALKS::equals, series);
    add("real faces", LeakReview::shared, series);
    add("pictures, placed", PICTURES::equals, series);
    return series;
  }

  private void add(String name, Predicate<String> sets, List<Series> into) {
    curve(sets).ifPresent(curve -> into.add(new Series(name, named(sets), curve)));
  }

  private static boolean shared(String set) {
    return !set.startsWith("composites/");
  }

  private static boolean measured(String set) {
    return set.equals(WALKS) || set.equals(PICTURES) || shared(set);
  }

  /** Sets of that kind that have something to say of faces. */
  private List<String> named(Predicate<String> sets) {
    return summary.evaluations().stream()
        .map(Evaluation::set)
        .filter(sets)
        .filter(set -> !rates(Doubts.LEAKED_LARGE, set::equals).isEmpty())
        .toList();
  }

  private Rates rates(String name, Predicate<String> sets) {
    return summary.rates(Doubts.ID, name, sets);
  }

  private Optional<ReviewCurve> curve(Predicate<String> faces) {
    Rates reviewed = rates(Doubts.REVIEWED_CLIPS, CLEAN::equals);
    Rates leaked = rates(Doubts.LEAKED_LARGE, faces);
    if (reviewed.isEmpty() || leaked.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new ReviewCurve(Doubts.cuts().stream()
        .map(cut -> {
          Rates.Row clean = reviewed.row(Doubts.cut(cut));
          Rates.Row open = leaked.row(Doubts.cut(cut));
          return new ReviewCurve.Point(cut, clean.k(), clean.n(), open.k(), open.n());
        })
        .toList()));
  }

  /** Writes the plot and its table into a folder. */
  void write(Path folder) throws IOException {
    List<Series> series = series();
    Files.writeString(folder.resolve(PLOT), LeakReviewPlot.of(series));
    StringBuilder table = new StringBuilder("[");
    for (Series line : series) {
      table
          .append(table.length() == 1 ? "" : ",\n")
          .append(ReviewCurves.write(line.curve(), of(line.sets())).strip());
    }
    Files.writeString(folder.resolve(TABLE), table.append("]\n"));
  }

  /**
   * Writes {@code <policy>/curve.json}: of the walks, the pictures and the labelled sets together.
   *
   * @param folder such as {@code models/review}
   * @return the file
   * @throws IllegalArgumentException where the clean set was decided under several policies
   */
  Path writeCurve(Path folder) throws IOException {
    ReviewCurve curve = curve(LeakReview::measured).orElseThrow();
    ReviewCurves.Measured of = of(named(LeakReview::measured));
    if (of.policy().size() != 1) {
      throw new IllegalArgumentException(
          "a curve is of one policy, %s was decided under %s".formatted(CLEAN, of.policy()));
    }
    Path file = folder.resolve(of.policy().get(0)).resolve(CURVE);
    Files.createDirectories(folder.resolve(of.policy().get(0)));
    Files.writeString(file, ReviewCurves.write(curve, of));
    return file;
  }

  private ReviewCurves.Measured of(List<String> faces) {
    Set<String> policies = new TreeSet<>();
    Set<String> models = new TreeSet<>();
    summary.evaluations().stream().filter(set -> set.set().equals(CLEAN)).forEach(set -> {
      policies.addAll(set.policies());
      models.addAll(set.models());
    });
    return new ReviewCurves.Measured(
        List.copyOf(policies), List.copyOf(models), List.of(CLEAN), faces);
  }
}
