package sightline.pipeline.redact;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.OverrideCause;
import sightline.domain.redaction.Release;
import sightline.domain.redaction.ReleaseRule;
import sightline.domain.redaction.Sent;
import sightline.domain.redaction.Unreleased;
import sightline.pipeline.redact.SentOut.Occasion;

/**
 * Releases a session's frames under their final directives and takes them back under later overrides. The rules are
 * {@link ReleaseRule}; here stand what went out, for the retention, and the overrides, for longer than a directive can be
 * unread: one that is older than that is refused, so no override is forgotten before what it makes stricter. A frame that is
 * withheld for nothing but what a review may lift is remembered for as long as it can be fetched.
 *
 * <p>Frames are fetched one after the other, in the task's own thread; the clock is the task's.
 */
final class ReleaseFrames extends KeyedProcessFunction<String, Instruction, Outgoing> {
  static final OutputTag<Unreleased> UNRELEASED = new OutputTag<>("unreleased") {};

  /** As long as {@code frames} keeps pixels by default. */
  static final Duration OLDEST_DIRECTIVE = Duration.ofHours(24);

  /** For clocks that do not agree. */
  private static final Duration ALLOWANCE = Duration.ofHours(1);

  static final OutputTag<SentOut> SENT_OUT = new OutputTag<>("sent-out") {};

  private static final Logger LOG = LoggerFactory.getLogger(ReleaseFrames.class);
  /** Timers stand on whole minutes, so that a session has few. */
  private static final long TIMER_MILLIS = 60_000;

  private static final int WHOLE_SESSION = -1;

  /** Of one frame, or of one session as a whole; what comes beyond them withholds what they are about. */
  private static final int MOST_OVERRIDES = 64;

  private final ReleaseSettings settings;
  private final FrameRecords.Opener opener;
  private final ReleaseRule rule;
  private final List<DirectiveOverride> known;
  private final long startedAtMillis;
  private transient MapState<Integer, KeptFrame> frames;
  private transient MapState<Integer, List<DirectiveOverride>> overrides;
  private transient ValueState<Long> overridesUntil;
  private transient Map<String, Map<Integer, List<DirectiveOverride>>> knownBySession;
  private transient @Nullable FrameRecords records;
  private transient SignedPictures pictures;

  /**
   * @param known overrides that were there before the start
   * @param startedAtMillis by the broker's clock: directives up to then may have been released by a run of which no state is left
   */
  @SuppressWarnings("NullAway.Init") // Flink calls open() before anything else
  ReleaseFrames(
      ReleaseSettings settings,
      FrameRecords.Opener opener,
      List<DirectiveOverride> known,
      long startedAtMillis) {
    this.startedAtMillis = startedAtMillis;
    this.settings = settings;
    this.opener = opener;
    this.rule = new ReleaseRule(settings.retention());
    this.known = new ArrayList<>(known);
  }

  @Override
  public void open(OpenContext context) {
    frames = getRuntimeContext()
        .getMapState(
            new MapStateDescriptor<>("frames", Types.INT, TypeInformation.of(KeptFrame.class)));
    overrides = getRuntimeContext()
        .getMapState(new MapStateDescriptor<>(
            "overrides", Types.INT, Types.LIST(TypeInformation.of(DirectiveOverride.class))));
    overridesUntil =
        getRuntimeContext().getState(new ValueStateDescriptor<>("overrides-until", Types.LONG));
    knownBySession = new HashMap<>();
    for (DirectiveOverride override : known) {
      knownBySession
          .computeIfAbsent(override.session(), session -> new HashMap<>())
          .computeIfAbsent(place(override), place -> new ArrayList<>())
          .add(override);
    }
    FrameRecords opened = opener.open();
    records = opened;
    pictures = new SignedPictures(
        new OriginalFrames(opened, settings.references()), settings.key(), settings.signedBy());
  }

  @Override
  public void close() {
    if (records != null) {
      records.close();
      records = null;
    }
  }

  @Override
  public void processElement(Instruction said, Context context, Collector<Outgoing> out)
      throws Exception {
    Directive directive = said.directive();
    DirectiveOverride override = said.override();
    if (directive != null) {
      KeptFrame before = frames.get(directive.index());
      if (before == null) {
        decide(directive, said.writtenAtMillis(), context, out);
        return;
      }
      override = before.says(directive) ? null : stricter(directive);
    }
    if (override != null) {
      remember(override, context);
      for (KeptFrame frame : concerned(override)) {
        again(frame, context, out);
      }
    }
  }

  @Override
  public void onTimer(long at, OnTimerContext context, Collector<Outgoing> out) throws Exception {
    long now = Math.max(at, context.timerService().currentProcessingTime());
    Iterator<Map.Entry<Integer, KeptFrame>> kept = frames.iterator();
    while (kept.hasNext()) {
      if (kept.next().getValue().untilMillis(rule.retention()) < now) {
        kept.remove();
      }
    }
    if (frames.isEmpty()) {
      // a map without entries is still an entry of the session
      frames.clear();
    }
    Long until = overridesUntil.value();
    if (until != null && until < now) {
      overrides.clear();
      overridesUntil.clear();
    }
  }

  private void decide(Directive directive, long writtenAt, Context context, Collector<Outgoing> out)
      throws Exception {
    Instant now = now(context);
    if (now.toEpochMilli() - writtenAt > OLDEST_DIRECTIVE.toMillis()) {
      refuse(Unreleased.TOO_OLD, context);
      takeBackOfAnEarlierRun(directive, writtenAt, out);
      return;
    }
    Release release =
        rule.decide(directive, overridesOf(directive.session(), directive.index()), null, now);
    if (release instanceof Release.Refuse refused) {
      refuse(Unreleased.of(refused.why()), context);
    } else if (release instanceof Release.Emit emit) {
      if (emit.directive().disposition() == Disposition.WITHHOLD) {
        context.output(UNRELEASED, Unreleased.WITHHELD);
        takeBackOfAnEarlierRun(directive, writtenAt, out);
      } else {
        try {
          out.collect(Outgoing.of(pictures.of(emit.directive())));
        } catch (Unreleasable refused) {
          refuse(refused.why(), context);
          takeBackOfAnEarlierRun(directive, writtenAt, out);
          return;
        }
        sentOut(emit.directive(), Occasion.FIRST, context);
      }
      long liftableUntil =
          KeptFrame.liftable(emit.directive()) ? writtenAt + OLDEST_DIRECTIVE.toMillis() : 0;
      keep(directive, release, null, liftableUntil, context);
    }
  }

  /**
   * What a run released of which no state is left is not known here, and what has been said of it since would find nothing to take
   * back. A tombstone for what never went out does no harm.
   */
  private void takeBackOfAnEarlierRun(Directive directive, long writtenAt, Collector<Outgoing> out)
      throws Exception {
    boolean lifted = overridesOf(directive.session(), directive.index()).stream()
        .anyMatch(override -> override.lift() != null);
    if (writtenAt <= startedAtMillis
        && (directive.disposition() != Disposition.WITHHOLD || lifted)) {
      out.collect(Outgoing.tombstone(directive.session(), directive.index()));
    }
  }

  private void again(KeptFrame frame, Context context, Collector<Outgoing> out) throws Exception {
    Instant now = now(context);
    if (now.toEpochMilli() > frame.untilMillis(rule.retention())) {
      return; // its timer is about to ring
    }
    Directive directive = frame.directive();
    Release release = rule.decide(
        directive, overridesOf(directive.session(), directive.index()), frame.sent(), now);
    if (release instanceof Release.Emit emit) {
      try {
        out.collect(Outgoing.of(pictures.of(emit.directive())));
        sentOut(
            emit.directive(), frame.sent().nothing() ? Occasion.FIRST : Occasion.AGAIN, context);
      } catch (Unreleasable refused) {
        refuse(refused.why(), context);
        if (frame.sent().nothing()) {
          return;
        }
        // What is out shows too much, and nothing can take its place.
        release = new Release.Tombstone();
      }
    }
    if (release instanceof Release.Tombstone) {
      out.collect(Outgoing.tombstone(directive.session(), directive.index()));
    }
    if (!(release instanceof Release.Leave || release instanceof Release.Refuse)) {
      keep(directive, release, frame.sent(), 0, context);
    }
  }

  /** What a second look found is not looked at a third time: there would be no end to it. */
  private void sentOut(Directive effective, Occasion occasion, Context context) throws Exception {
    boolean found = overridesOf(effective.session(), effective.index()).stream()
        .anyMatch(override -> override.cause() == OverrideCause.LEAK_FOUND);
    if (!found) {
      context.output(SENT_OUT, new SentOut(effective, occasion));
    } else if (occasion == Occasion.FIRST) {
      context.output(SENT_OUT, new SentOut(effective, Occasion.FIRST_AND_FOUND_BEFORE));
    }
  }

  private void keep(
      Directive directive,
      Release release,
      @Nullable Sent before,
      long liftableUntil,
      Context context)
      throws Exception {
    Sent sent = Objects.requireNonNull(ReleaseRule.remembered(release, before, now(context)));
    KeptFrame kept = KeptFrame.of(directive, sent, liftableUntil);
    frames.put(directive.index(), kept);
    ring(kept.untilMillis(rule.retention()), context);
  }

  /** A second FINAL for a frame, from a main job that was started anew, can make it stricter and nothing else. */
  private static @Nullable DirectiveOverride stricter(Directive again) {
    return again.disposition() == Disposition.RELEASE
        ? null
        : new DirectiveOverride(
            again.session(),
            again.index(),
            Math.max(2, again.revision()),
            again.capturedAt(),
            OverrideCause.CONTROL_RECORD,
            again.disposition(),
            again.regions());
  }

  /** Until no directive can come that they speak of, and nothing that went out under one is kept. */
  static Duration overridesKept(Duration retention) {
    return OLDEST_DIRECTIVE.plus(retention).plus(ALLOWANCE);
  }

  private void remember(DirectiveOverride override, Context context) throws Exception {
    int place = place(override);
    overrides.put(place, together(overrides.get(place), override));
    long until = now(context).plus(overridesKept(rule.retention())).toEpochMilli();
    overridesUntil.update(until);
    ring(until, context);
  }

  private static int place(DirectiveOverride override) {
    Integer index = override.index();
    return index == null ? WHOLE_SESSION : index;
  }

  /** Each once. Where there is no room for one more, the last one withholds: what it says is too much to remember. */
  private static List<DirectiveOverride> together(
      @Nullable List<DirectiveOverride> before, DirectiveOverride override) {
    List<DirectiveOverride> all = before == null ? new ArrayList<>() : new ArrayList<>(before);
    if (all.contains(override)) {
      return all;
    }
    if (all.size() == MOST_OVERRIDES) {
      all.set(MOST_OVERRIDES - 1, withholding(override));
    } else {
      all.add(override);
    }
    return all;
  }

  private static DirectiveOverride withholding(DirectiveOverride override) {
    return new DirectiveOverride(
        override.session(),
        override.index(),
        override.revision(),
        override.effectiveAt(),
        override.cause(),
        Disposition.WITHHOLD,
        List.of());
  }

  private List<DirectiveOverride> overridesOf(String session, int index) throws Exception {
    Map<Integer, List<DirectiveOverride>> before = knownBySession.getOrDefault(session, Map.of());
    List<DirectiveOverride> all = new ArrayList<>();
    for (int place : new int[] {WHOLE_SESSION, index}) {
      all.addAll(before.getOrDefault(place, List.of()));
      List<DirectiveOverride> came = overrides.get(place);
      if (came != null) {
        all.addAll(came);
      }
    }
    return all;
  }

  private List<KeptFrame> concerned(DirectiveOverride override) throws Exception {
    Integer index = override.index();
    List<KeptFrame> concerned = new ArrayList<>();
    if (index == null) {
      frames.values().forEach(concerned::add);
    } else {
      KeptFrame frame = frames.get(index);
      if (frame != null) {
        concerned.add(frame);
      }
    }
    return concerned;
  }

  private static void refuse(Unreleased why, Context context) {
    LOG.warn("a frame is not released: {}", why);
    context.output(UNRELEASED, why);
  }

  private static Instant now(Context context) {
    return Instant.ofEpochMilli(context.timerService().currentProcessingTime());
  }

  private static void ring(long at, Context context) {
    context.timerService().registerProcessingTimeTimer((at / TIMER_MILLIS + 1) * TIMER_MILLIS);
  }
}
