package sightline.pipeline.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;
import sightline.domain.assessment.AssessedFrame;
import sightline.domain.consent.Receipt;
import sightline.domain.control.ControlRecord;
import sightline.domain.control.NewPolicy;
import sightline.domain.control.PolicyVersion;
import sightline.domain.control.Revocation;
import sightline.domain.control.RevokedBy;
import sightline.domain.control.SpecsInForce;
import sightline.domain.control.Timeline;
import sightline.domain.framing.FramingSpec;
import sightline.domain.policy.Policy;
import sightline.domain.quality.Scoring;
import sightline.domain.task.TaskSpec;

/**
 * What the control records say: under which rules a frame is judged, and whether consent to it was taken back. The records lie
 * in broadcast state, the same on every task; those that a run knew before its first frame come beside them.
 */
final class Controls {
  static final MapStateDescriptor<String, Revocation> REVOCATIONS =
      new MapStateDescriptor<>("revocations", Types.STRING, TypeInformation.of(Revocation.class));
  static final MapStateDescriptor<String, PolicyVersion> POLICIES =
      new MapStateDescriptor<>("policies", Types.STRING, TypeInformation.of(PolicyVersion.class));
  static final MapStateDescriptor<String, TaskSpec> SPECS =
      new MapStateDescriptor<>("task-specs", Types.STRING, TypeInformation.of(TaskSpec.class));

  /** Within this every receipt that was in force at a revocation is over, and every session closed. */
  private static final long REMEMBERED_MILLIS =
      (Receipt.LONGEST_VALIDITY_DAYS + 40) * 24 * 3_600_000L;

  /** Rules that frames in flight are judged by; each remembers a few megabytes of motion. */
  private static final int MOST_AT_A_TIME = 16;

  /** Scoring rules at a time: a spec has one for each floor that it names. */
  private static final int MOST_SCORINGS = 256;

  private final DecideSettings settings;
  private final Map<String, Revocation> knownRevocations = new HashMap<>();
  private final Map<String, PolicyVersion> knownPolicies = new HashMap<>();
  private final Map<String, TaskSpec> knownSpecs = new HashMap<>();
  private final Map<Rules, Verdicts> verdicts = new HashMap<>();
  private final Map<ScoredUnder, Scoring> scorings = new HashMap<>();
  private @Nullable Timelines timelines;

  /** Where broadcast state is read, at the event at hand. */
  @FunctionalInterface
  interface Broadcast {
    <V> ReadOnlyBroadcastState<String, V> of(MapStateDescriptor<String, V> descriptor);
  }

  /** Where broadcast state is written, at the record at hand. */
  @FunctionalInterface
  interface Writable {
    <V> BroadcastState<String, V> of(MapStateDescriptor<String, V> descriptor);
  }

  /** What a frame is judged by. */
  private record Rules(Policy policy, FramingSpec spec) {}

  /** The versions of everything, put in order once for many frames. */
  private record Timelines(Timeline<Policy> policies, SpecsInForce specs) {}

  /** A spec by its name, and what it says of the device: cleared whenever a spec comes. */
  private record ScoredUnder(String spec, @Nullable Integer floor) {}

  /**
   * @param settings hold before the first version of a control record does
   * @param known before the first frame
   */
  Controls(DecideSettings settings, List<ControlRecord> known) {
    this.settings = settings;
    for (ControlRecord record : known) {
      if (record.revocation() != null) {
        knownRevocations.put(record.revocation().key(), record.revocation());
      } else if (record.policy() != null) {
        knownPolicies.put(record.policy().policy().version(), record.policy());
      } else if (record.spec() != null) {
        knownSpecs.put(record.spec().key(), record.spec());
      }
    }
  }

  /** Takes in a record that came while frames pass. */
  void remember(ControlRecord record, Writable broadcast, long watermark) throws Exception {
    if (record.revocation() != null) {
      BroadcastState<String, Revocation> revocations = broadcast.of(REVOCATIONS);
      if (watermark > REMEMBERED_MILLIS && watermark < Long.MAX_VALUE) {
        forgetBefore(watermark - REMEMBERED_MILLIS, revocations);
      }
      revocations.put(record.revocation().key(), record.revocation());
    } else if (record.policy() != null) {
      broadcast.of(POLICIES).put(record.policy().policy().version(), record.policy());
      timelines = null;
    } else if (record.spec() != null) {
      broadcast.of(SPECS).put(record.spec().key(), record.spec());
      timelines = null;
    }
  }

  /**
   * What a policy is to frames that were decided before it came. Asked before the policy is remembered, since another may have had its name.
   */
  NewPolicy late(PolicyVersion version, Broadcast broadcast) throws Exception {
    Map<String, List<Policy>> used = new HashMap<>();
    List<PolicyVersion> others = new ArrayList<>(knownPolicies.values());
    for (var entry : broadcast.of(POLICIES).immutableEntries()) {
      others.add(entry.getValue());
    }
    use(settings.policy(), used);
    others.forEach(other -> use(other.policy(), used));
    String name = version.policy().version();
    long until = others.stream()
        .filter(other -> !other.policy().version().equals(name))
        .filter(other -> other.effectiveAt().isAfter(version.effectiveAt())
            || (other.effectiveAt().equals(version.effectiveAt())
                && other.policy().version().compareTo(name) > 0))
        .mapToLong(other -> other.effectiveAt().toEpochMilli())
        .min()
        .orElse(Long.MAX_VALUE);
    return new NewPolicy(version, until, used);
  }

  private static void use(Policy policy, Map<String, List<Policy>> used) {
    used.computeIfAbsent(policy.version(), name -> new ArrayList<>()).add(policy);
  }

  /** By the frames' own clock: what is long ago in a replay of an old log is not long ago there. */
  private static void forgetBefore(long millis, BroadcastState<String, Revocation> revocations)
      throws Exception {
    List<String> old = new ArrayList<>();
    for (var entry : revocations.entries()) {
      if (entry.getValue().effectiveAt().toEpochMilli() < millis) {
        old.add(entry.getKey());
      }
    }
    for (String key : old) {
      revocations.remove(key);
    }
  }

  /** The rules in force when the frame was appended; by the device's clock, where no broker has stamped it. */
  Verdicts over(AssessedFrame frame, Broadcast broadcast) throws Exception {
    if (timelines == null) {
      timelines = timelines(broadcast);
    }
    Long appended = frame.origin().appendedAtMillis();
    Instant at = appended == null ? frame.header().capturedAt() : Instant.ofEpochMilli(appended);
    TaskSpec spec = timelines.specs().at(frame.header().task(), at);
    Rules rules = new Rules(timelines.policies().at(at), spec.framing());
    if (verdicts.size() > MOST_AT_A_TIME) {
      verdicts.clear();
    }
    return verdicts
        .computeIfAbsent(rules, made -> new Verdicts(settings.under(made.policy(), made.spec())))
        .scoredBy(scoring(spec, frame.header().deviceClass()));
  }

  private Scoring scoring(TaskSpec spec, String deviceClass) {
    if (scorings.size() > MOST_SCORINGS) {
      scorings.clear();
    }
    return scorings.computeIfAbsent(
        new ScoredUnder(spec.key(), spec.floor(deviceClass)),
        unused -> spec.scoring(settings.scoring(), deviceClass));
  }

  private Timelines timelines(Broadcast broadcast) throws Exception {
    scorings.clear();
    List<Timeline.Version<Policy>> policies = new ArrayList<>();
    for (PolicyVersion version : all(knownPolicies, broadcast.of(POLICIES)).values()) {
      policies.add(new Timeline.Version<>(
          version.effectiveAt(), version.policy().version(), version.policy()));
    }
    return new Timelines(
        new Timeline<>(settings.policy(), policies),
        new SpecsInForce(
            settings.judge().spec(), all(knownSpecs, broadcast.of(SPECS)).values()));
  }

  /** What came while frames pass is newer than what was known before, where both have one name. */
  private static <V> Map<String, V> all(
      Map<String, V> known, ReadOnlyBroadcastState<String, V> came) throws Exception {
    Map<String, V> all = new HashMap<>(known);
    for (var entry : came.immutableEntries()) {
      all.put(entry.getKey(), entry.getValue());
    }
    return all;
  }

  /** Whether the frame's session, receipt or worker is named by a revocation. */
  boolean revoked(AssessedFrame frame, Broadcast broadcast) throws Exception {
    ReadOnlyBroadcastState<String, Revocation> came = broadcast.of(REVOCATIONS);
    for (String key : keys(frame)) {
      if (knownRevocations.containsKey(key) || came.contains(key)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> keys(AssessedFrame frame) {
    List<String> keys = new ArrayList<>(List.of(
        Revocation.key(RevokedBy.SESSION, frame.header().session()),
        Revocation.key(RevokedBy.WORKER, frame.header().worker())));
    String receipt = frame.permit().receipt();
    if (receipt != null) {
      keys.add(Revocation.key(RevokedBy.RECEIPT, receipt));
    }
    return keys;
  }
}
