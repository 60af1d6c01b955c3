package sightline.domain.quality;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns measures into an explained score.
 *
 * <p>With utilities u and weights w of the assessed factors the score is sqrt(G * m): G is the weighted geometric mean of u
 * and m the smallest u. Half of the score belongs to the worst factor, so a fatal one cannot be averaged away, and one
 * factor at 0 makes the score 0. Factors that were not assessed are left out and shown, never counted as 0 or 1.
 *
 * @param version stands in every score's record
 * @param rules one a factor
 */
public record Scoring(String version, List<FactorRule> rules) implements Serializable {
  public Scoring {
    rules = List.copyOf(rules);
    if (rules.isEmpty()
        || rules.stream().map(FactorRule::name).distinct().count() != rules.size()) {
      throw new IllegalArgumentException(
          "scoring %s needs each factor once, got %s".formatted(version, rules));
    }
  }

  /**
   * The same factors, weights and kinds with other tolerances.
   *
   * @param name stands for these rules from here on
   * @param tolerances replace those of their factors; one of a factor that these rules do not have changes nothing
   */
  public Scoring with(String name, Map<FactorName, Tolerance> tolerances) {
    return new Scoring(
        name,
        rules.stream()
            .map(rule -> new FactorRule(
                rule.name(),
                rule.weight(),
                rule.control(),
                tolerances.getOrDefault(rule.name(), rule.tolerance())))
            .toList());
  }

  /**
   * @param further advice on measures that are more than one number, such as framing
   * @param measured values by factor; a factor without an entry counts as not in this version
   */
  public Score score(Map<FactorName, Measure> measured, Occlusion lens, List<Feedback> further) {
    List<Factor> factors = rules.stream().map(rule -> factor(rule, measured)).toList();
    double weights = 0;
    double logs = 0;
    double worst = 1;
    for (Factor factor : factors) {
      if (factor.utility().assessed()) {
        double utility = factor.utility().orThrow();
        weights += factor.weight();
        logs += factor.weight() * Math.log(utility);
        worst = Math.min(worst, utility);
      }
    }
    double all = factors.stream().mapToDouble(Factor::weight).sum();
    Measure value = weights == 0
        ? factors.get(0).measured()
        : Measure.of(rounded(worst == 0 ? 0 : Math.sqrt(Math.exp(logs / weights) * worst)));
    return new Score(value, rounded(weights / all), factors, all(advice(factors, lens), further));
  }

  private static Factor factor(FactorRule rule, Map<FactorName, Measure> measured) {
    Measure value =
        measured.getOrDefault(rule.name(), Measure.unassessed(Unassessed.NOT_IN_THIS_VERSION));
    Measure utility =
        value.assessed() ? Measure.of(rounded(rule.tolerance().utility(value.orThrow()))) : value;
    return new Factor(rule.name(), value, utility, rule.control(), rule.weight());
  }

  private static List<Feedback> advice(List<Factor> factors, Occlusion lens) {
    Map<FeedbackCode, Feedback> advice = new EnumMap<>(FeedbackCode.class);
    for (Factor factor : factors) {
      if (factor.utility().assessed() && factor.utility().orThrow() < 0.5) {
        FeedbackCode code = codeFor(factor);
        if (code != null) {
          advice.putIfAbsent(
              code,
              new Feedback(
                  code,
                  factor.name(),
                  factor.measured().orThrow(),
                  factor.control(),
                  code == FeedbackCode.LENS_COVERED ? lens.edge() : null));
        }
      }
    }
    return new ArrayList<>(advice.values());
  }

  private static List<Feedback> all(List<Feedback> advice, List<Feedback> further) {
    List<Feedback> all = new ArrayList<>(advice);
    all.addAll(further);
    return all;
  }

  private static @Nullable FeedbackCode codeFor(Factor factor) {
    return switch (factor.name()) {
      case BRIGHTNESS ->
        factor.measured().orThrow() < 0.5 ? FeedbackCode.TOO_DARK : FeedbackCode.TOO_BRIGHT;
      case SHADOWS -> FeedbackCode.TOO_DARK;
      case HIGHLIGHTS -> FeedbackCode.HARSH_LIGHT;
      case CONTRAST -> FeedbackCode.LOW_CONTRAST;
      case SHARPNESS -> FeedbackCode.BLURRED;
      case LENS_OCCLUSION -> FeedbackCode.LENS_COVERED;
      case RESOLUTION, VIEW_OCCLUSION, FRAMING, HANDS, TASK -> null;
    };
  }

  /** Four decimals: enough for any reader, and the same text on every run. */
  private static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
