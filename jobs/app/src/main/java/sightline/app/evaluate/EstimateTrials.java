package sightline.app.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import sightline.domain.leak.LeakCounts;
import sightline.domain.leak.LeakEstimate;
import sightline.domain.leak.LeakSampling;
import sightline.domain.leak.PassQuality;
import sightline.domain.statistics.ClopperPearson;

/**
 * Whether the estimate of silent leaks holds the truth, on frames of which the truth is known. In each trial a seed parts the
 * people (and what was filmed without people) in two: on one half's frames the pass's own misses and false finds are measured, the other
 * half's are a stream of which a sample is looked at again. The truth is the share of that stream's frames that leak.
 */
final class EstimateTrials {
  static final int SEEDS = 400;
  private static final double CONFIDENCE = 0.95;
  /** Of the bounds around the coverage itself. */
  private static final double SURE = 0.98;

  private static final double[] THRESHOLDS =
      IntStream.rangeClosed(2, 18).mapToDouble(at -> at / 20.0).toArray();

  private static final double[] SAMPLED = {0.1, 0.3, 1};
  /** Leaking frames of the stream that are left in it. */
  private static final double[] LEFT_IN = {0, 0.02, 0.2, 1};

  private final List<SecondLooked> frames;

  private EstimateTrials(List<SecondLooked> frames) {
    this.frames = frames;
  }

  static EstimateTrials of(List<SecondLooked> frames) {
    return new EstimateTrials(frames);
  }

  /** What the pass is worth where a find counts from this confidence. */
  static PassQuality quality(List<SecondLooked> frames, double threshold) {
    long leaks = frames.stream().filter(SecondLooked::leaks).count();
    long missed = frames.stream()
        .filter(frame -> frame.leaks() && frame.best() < threshold)
        .count();
    long falsely = frames.stream()
        .filter(frame -> !frame.leaks() && frame.best() >= threshold)
        .count();
    return new PassQuality(leaks, missed, frames.size() - leaks, falsely);
  }

  /** From which confidence finds tell most: the bound on leaks of a long stream that has none is lowest. */
  static double threshold(List<SecondLooked> frames) {
    return Arrays.stream(THRESHOLDS)
        .boxed()
        .min(Comparator.comparingDouble(at -> boundOfNone(quality(frames, at))))
        .orElseThrow();
  }

  private static double boundOfNone(PassQuality pass) {
    LeakCounts clean = new LeakCounts(pass.clean(), pass.falseFinds());
    return LeakEstimate.of(clean, pass, CONFIDENCE).high();
  }

  /**
   * What came of all seeds.
   *
   * @param truth mean share of frames that leak
   * @param examined mean number of frames looked at again
   * @param widths of the intervals, ascending
   */
  record Outcome(double truth, double examined, int held, double[] widths) {
    ClopperPearson coverage() {
      return ClopperPearson.of(held, widths.length, SURE);
    }

    double medianWidth() {
      return widths[widths.length / 2];
    }
  }

  /**
   * @param sampled share of the stream that is looked at again
   * @param leftIn share of its leaking frames that stay in the stream, so that rarer leaks are tried as well
   */
  Outcome run(double sampled, double leftIn) {
    int held = 0;
    double truths = 0;
    double examined = 0;
    double[] widths = new double[SEEDS];
    for (int seed = 0; seed < SEEDS; seed++) {
      List<SecondLooked> known = new ArrayList<>();
      List<SecondLooked> rest = new ArrayList<>();
      LeakSampling halves = new LeakSampling(0.5, seed);
      frames.forEach(frame -> (halves.examines(frame.whose(), 0) ? known : rest).add(frame));
      List<SecondLooked> stream = thinned(rest, leftIn, seed);

      double threshold = threshold(known);
      LeakCounts counts = LeakCounts.NONE;
      LeakSampling sampling = new LeakSampling(sampled, ~seed);
      for (SecondLooked frame : stream) {
        if (sampling.examines(frame.session(), frame.frame())) {
          counts = counts.plus(new LeakCounts(1, frame.best() >= threshold ? 1 : 0));
        }
      }
      LeakEstimate estimate = LeakEstimate.of(counts, quality(known, threshold), CONFIDENCE);
      double truth = stream.stream().filter(SecondLooked::leaks).count() / (double) stream.size();
      held += estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
      truths += truth / SEEDS;
      examined += (double) counts.examined() / SEEDS;
      widths[seed] = estimate.high() - estimate.low();
    }
    Arrays.sort(widths);
    return new Outcome(truths, examined, held, widths);
  }

  private static List<SecondLooked> thinned(List<SecondLooked> stream, double leftIn, int seed) {
    List<SecondLooked> leaking =
        new ArrayList<>(stream.stream().filter(SecondLooked::leaks).toList());
    Collections.shuffle(leaking, new Random(seed));
    List<SecondLooked> left =
        new ArrayList<>(leaking.subList(0, (int) Math.round(leftIn * leaking.size())));
    stream.stream().filter(frame -> !frame.leaks()).forEach(left::add);
    return left;
  }

  /** In Markdown. */
  String told() {
    long leaks = frames.stream().filter(SecondLooked::leaks).count();
    if (leaks < 2 || leaks + 1 >= frames.size()) {
      return "\nToo few frames leak, or too few do not, to hold the estimate against the truth.\n";
    }
    double threshold = threshold(frames);
    PassQuality pass = quality(frames, threshold);
    StringBuilder text = new StringBuilder(String.format(
        Locale.ROOT,
        "%nA find counts from %.2f: then %d of %d leaking frames are missed and %d of %d others have a find. The estimate against the truth, %d seeds each, in each the half of the people that the pass was not measured on:%n%n",
        threshold,
        pass.missed(),
        pass.leaks(),
        pass.falseFinds(),
        pass.clean(),
        SEEDS));
    text.append(
        "| true rate | share examined | frames examined | 95%% interval holds the truth | 99%% bounds of that | median width |%n| ---: | ---: | ---: | ---: | ---: | ---: |%n"
            .formatted());
    for (double leftIn : LEFT_IN) {
      for (double sampled : SAMPLED) {
        Outcome outcome = run(sampled, leftIn);
        text.append(String.format(
            Locale.ROOT,
            "| %s | %s | %.0f | %d/%d | %s to %s | %s |%n",
            Text.percent(outcome.truth()),
            Text.percent(sampled),
            outcome.examined(),
            outcome.held(),
            SEEDS,
            Text.percent(outcome.coverage().low()),
            Text.percent(outcome.coverage().high()),
            Text.percent(outcome.medianWidth())));
      }
    }
    return text.toString();
  }
}
