package sightline.pipeline.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;
import sightline.domain.control.DecidedBefore;
import sightline.domain.control.DecidedMinute;
import sightline.domain.control.NewPolicy;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.OverrideCause;
import sightline.domain.session.Waiting;

/**
 * Under which policy the frames of the session at hand got their FINAL, so that one that comes late and is stricter finds those that
 * it would have judged. Their regions cannot be made again, as nothing is left of the frames: they are withheld.
 *
 * <p>Frames are told apart by the second of their append for ten minutes; after that a policy is all that is known, and the session is withheld
 * as a whole. Frames without append times leave no trail: their runs read all control records first.
 */
final class PolicyTrail {
  static final ValueStateDescriptor<DecidedBefore> BEFORE =
      new ValueStateDescriptor<>("decided-before", TypeInformation.of(DecidedBefore.class));

  /** Minutes of append time. */
  static final long KEPT_MINUTES = 10;

  private static final MapStateDescriptor<Long, DecidedMinute> MINUTES = new MapStateDescriptor<>(
      "decided-minutes", Types.LONG, TypeInformation.of(DecidedMinute.class));

  private static final long MINUTE_MILLIS = 60_000;

  /** No camera makes so many in a second: a session that says so is withheld as a whole, not frame by frame. */
  private static final int MOST_A_SECOND = 1_024;

  /** The first after a session's FINALs. */
  private static final int REVISION = 2;

  private final ValueState<DecidedBefore> before;
  private final MapState<Long, DecidedMinute> minutes;

  PolicyTrail(RuntimeContext runtime) {
    before = runtime.getState(BEFORE);
    minutes = runtime.getMapState(MINUTES);
  }

  /** Writes down one more FINAL. */
  void add(Directive directive) throws Exception {
    Long appended = directive.origin().appendedAtMillis();
    if (appended == null || current().overridden()) {
      return;
    }
    long minute = Math.floorDiv(appended, MINUTE_MILLIS);
    int second = (int) Math.floorMod(appended, MINUTE_MILLIS) / 1_000;
    DecidedMinute known = minutes.get(minute);
    DecidedMinute decided = known == null ? DecidedMinute.NONE : known;
    minutes.put(minute, decided.with(second, directive.policy(), directive.index()));
    if (known == null) {
      before.update(current().remembering(minute));
      forgetBefore(minute - KEPT_MINUTES);
    }
  }

  /** When the earliest minute is to be forgotten, in event time; {@link Waiting#AT_THE_END} for never. */
  long due() throws Exception {
    long first = current().firstMinute();
    return first == DecidedBefore.NO_MINUTE
        ? Waiting.AT_THE_END
        : (first + KEPT_MINUTES + 1) * MINUTE_MILLIS;
  }

  /** Forgets which frames they were of what was appended long before the watermark. */
  void forgetBy(long watermark) throws Exception {
    forgetBefore(Math.floorDiv(watermark, MINUTE_MILLIS) - KEPT_MINUTES);
  }

  private void forgetBefore(long minute) throws Exception {
    DecidedBefore known = current();
    if (known.firstMinute() >= minute) {
      return;
    }
    NavigableSet<Long> remembered = remembered();
    for (Long first = remembered.pollFirst();
        first != null && first < minute;
        first = remembered.pollFirst()) {
      known = known.forgetting(first, at(first), next(remembered));
      minutes.remove(first);
    }
    before.update(known);
    if (minutes.isEmpty()) {
      // a map without entries is still an entry of the session
      minutes.clear();
    }
  }

  private static long next(NavigableSet<Long> remembered) {
    return remembered.isEmpty() ? DecidedBefore.NO_MINUTE : remembered.first();
  }

  void clear() {
    before.clear();
    minutes.clear();
  }

  /**
   * What a policy that came late says of directives that are out; each is told once.
   *
   * @return of the session as a whole where its frames are not told apart any more, else one a frame, by append time
   */
  List<DirectiveOverride> overrides(NewPolicy policy, String session) throws Exception {
    if (current().overridden()) {
      return List.of();
    }
    boolean wholly = current().lastAppended().entrySet().stream()
        .anyMatch(used -> policy.holdsWithin(Long.MIN_VALUE, used.getValue())
            && policy.stricterThan(used.getKey()));
    List<DirectiveOverride> overrides = new ArrayList<>();
    for (long minute : remembered()) {
      DecidedMinute decided = at(minute);
      List<DecidedMinute.Run> kept = new ArrayList<>();
      for (DecidedMinute.Run run : decided.runs()) {
        boolean concerned =
            policy.holdsWithin(DecidedBefore.startOf(minute, run), DecidedBefore.endOf(minute, run))
                && policy.stricterThan(decided.policy(run));
        if (!concerned) {
          kept.add(run);
        } else if ((long) run.to() - run.from() >= MOST_A_SECOND) {
          wholly = true;
        } else {
          for (int index = run.from(); index <= run.to(); index++) {
            overrides.add(withheld(policy, session, index));
          }
        }
      }
      if (kept.size() < decided.runs().size()) {
        minutes.put(minute, decided.keeping(kept));
      }
    }
    if (!wholly) {
      return overrides;
    }
    minutes.clear();
    before.update(current().afterOverride());
    return List.of(withheld(policy, session, null));
  }

  private static DirectiveOverride withheld(
      NewPolicy policy, String session, @Nullable Integer index) {
    return new DirectiveOverride(
        session,
        index,
        REVISION,
        policy.version().effectiveAt(),
        OverrideCause.CONTROL_RECORD,
        Disposition.WITHHOLD,
        List.of());
  }

  private NavigableSet<Long> remembered() throws Exception {
    NavigableSet<Long> remembered = new TreeSet<>();
    minutes.keys().forEach(remembered::add);
    return remembered;
  }

  private DecidedMinute at(long minute) throws Exception {
    DecidedMinute decided = minutes.get(minute);
    return decided == null ? DecidedMinute.NONE : decided;
  }

  private DecidedBefore current() throws Exception {
    DecidedBefore known = before.value();
    return known == null ? DecidedBefore.NOTHING : known;
  }
}
