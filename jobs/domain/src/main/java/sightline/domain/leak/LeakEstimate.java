package sightline.domain.leak;

import sightline.domain.quality.Measure;
import sightline.domain.quality.Unassessed;
import sightline.domain.statistics.ClopperPearson;

/**
 * What share of the frames that went out show a face nobody covered.
 *
 * <p>A pass that misses a share m of leaks and finds one in a share f of clean frames finds something in p = rate (1 - m) + (1 - rate)
 * f of all frames (W. J. Rogan and B. Gladen, American Journal of Epidemiology 107, 1978), so that rate = (p - f) / (1 - m - f). The
 * interval takes each of p, m and f at the worse end of its own exact interval; each of these errs with a third of the
 * chance, so that all three together err at most as often as the interval says. At the upper end no find is taken for a false one:
 * clean footage may well give fewer of them than the labelled footage did, and the bound on leaks must not be lower for it.
 *
 * <p>It speaks of the frames that were sampled from, however alike they are. Of the pass it knows what the labelled footage says.
 *
 * @param rate not assessed where nothing was examined, or the pass itself never was
 * @param low end of the interval, 0 to 1
 * @param high end of the interval, 0 to 1; 1 where nothing is known
 */
public record LeakEstimate(Measure rate, double low, double high) {
  private static final int PARTS = 3;

  /**
   * @param confidence of the interval, such as 0.95
   */
  public static LeakEstimate of(LeakCounts seen, PassQuality pass, double confidence) {
    double each = 1 - (1 - confidence) / PARTS;
    ClopperPearson found = ClopperPearson.of(seen.finds(), seen.examined(), each);
    ClopperPearson missed = ClopperPearson.of(pass.missed(), pass.leaks(), each);
    ClopperPearson falsely = ClopperPearson.of(pass.falseFinds(), pass.clean(), each);
    double low = solved(found.low(), missed.low(), falsely.high(), 0);
    double high = solved(found.high(), missed.high(), 0, 1);
    return new LeakEstimate(rate(seen, pass), low, Math.max(low, high));
  }

  private static Measure rate(LeakCounts seen, PassQuality pass) {
    if (seen.examined() == 0 || pass.leaks() == 0 || pass.clean() == 0) {
      return Measure.unassessed(Unassessed.NOTHING_TO_MEASURE);
    }
    double found = (double) seen.finds() / seen.examined();
    double missed = (double) pass.missed() / pass.leaks();
    double falsely = (double) pass.falseFinds() / pass.clean();
    return missed + falsely >= 1
        ? Measure.unassessed(Unassessed.NOTHING_TO_MEASURE)
        : Measure.of(solved(found, missed, falsely, 0));
  }

  /**
   * @param otherwise where the pass is no better than guessing
   */
  private static double solved(double found, double missed, double falsely, double otherwise) {
    double told = 1 - missed - falsely;
    return told <= 0 ? otherwise : Math.max(0, Math.min(1, (found - falsely) / told));
  }
}
