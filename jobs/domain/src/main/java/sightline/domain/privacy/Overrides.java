package sightline.domain.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a FINAL directive reads with all the overrides that are known of it. It hangs on which they are, not on their order, and one that is told
 * twice counts once.
 *
 * <ul>
 *   <li>Reasons are the FINAL's without those that were lifted, and OVERRIDDEN where any override withholds, which nothing lifts.
 *   <li>Regions are all that the FINAL or any override names. Only the FINAL's doubtful ones go, where its REVIEW was lifted and
 *       nobody who lifted anything asked for them to stay hidden.
 *   <li>What is left without a reason goes out, its regions hidden and its sound muted as the FINAL said.
 *   <li>Its revision is the FINAL's and one for each override, so that no two different readings share one.
 * </ul>
 */
public final class Overrides {
  private static final Comparator<Region> PLACE = Comparator.comparingInt(Region::x)
      .thenComparingInt(Region::y)
      .thenComparingInt(Region::width)
      .thenComparingInt(Region::height)
      .thenComparing(Region::kind)
      .thenComparing(Region::reason)
      .thenComparingDouble(Region::confidence)
      .thenComparingInt(region -> region.track() == null ? -1 : region.track());

  private Overrides() {}

  /**
   * @param overrides every one known by now; those of other frames do no harm
   */
  public static Directive over(Directive directive, Collection<DirectiveOverride> overrides) {
    Set<DirectiveOverride> concerning = new LinkedHashSet<>();
    for (DirectiveOverride override : overrides) {
      if (override.concerns(directive)) {
        concerning.add(override);
      }
    }
    return concerning.isEmpty() ? directive : read(directive, concerning);
  }

  private static Directive read(Directive directive, Set<DirectiveOverride> concerning) {
    List<DirectiveOverride> lifting =
        concerning.stream().filter(override -> override.lifts(directive)).toList();
    List<WithholdReason> because = because(directive, concerning, lifting);
    List<Region> regions = regions(directive, concerning, lifting);
    Disposition disposition = !because.isEmpty()
        ? Disposition.WITHHOLD
        : regions.isEmpty() ? Disposition.RELEASE : Disposition.REDACT;
    boolean silent = disposition == Disposition.WITHHOLD;
    return new Directive(
        directive.session(),
        directive.index(),
        directive.capturedAt(),
        directive.origin(),
        directive.sha256(),
        disposition,
        because,
        regions,
        silent ? Audio.MUTE : directive.audio(),
        silent ? List.of() : directive.muted(),
        directive.finality(),
        directive.revision() + concerning.size(),
        directive.lateness(),
        directive.consent(),
        directive.purposes(),
        directive.policy(),
        directive.models(),
        directive.doubt(),
        directive.looks());
  }

  private static List<WithholdReason> because(
      Directive directive, Set<DirectiveOverride> concerning, List<DirectiveOverride> lifting) {
    Set<WithholdReason> because = new LinkedHashSet<>(directive.withheldBecause());
    for (DirectiveOverride override : lifting) {
      because.removeAll(override.lifted());
    }
    if (concerning.stream().anyMatch(override -> override.disposition() == Disposition.WITHHOLD)) {
      because.add(WithholdReason.OVERRIDDEN);
    }
    return new ArrayList<>(because);
  }

  private static List<Region> regions(
      Directive directive, Set<DirectiveOverride> concerning, List<DirectiveOverride> lifting) {
    boolean nothingMoreToHide =
        lifting.stream().anyMatch(override -> override.lifted().contains(WithholdReason.REVIEW))
            && lifting.stream().allMatch(override -> override.disposition() == Disposition.RELEASE);
    Set<Region> regions = new LinkedHashSet<>(directive.regions());
    if (nothingMoreToHide) {
      regions.removeIf(region -> region.reason() == RegionReason.DOUBTFUL);
    }
    Set<Region> more = new TreeSet<>(PLACE);
    concerning.forEach(override -> more.addAll(override.regions()));
    regions.addAll(more);
    return new ArrayList<>(regions);
  }
}
