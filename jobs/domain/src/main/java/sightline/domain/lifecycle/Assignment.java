package sightline.domain.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one go at a task, as far as its events have been put in order. Times are epoch milliseconds of the sender's clock.
 *
 * @param worker pseudonym; it stays behind closed doors
 * @param lastAt of the last event in order
 * @param completionDue when the accepted task counts as completed or not; null before and after
 * @param consentStep step/policy version that was shown and not passed yet; null for none
 * @param uploads recordings uploaded
 * @param firstUploadAt null before
 * @param uploadAt of the recording that is not decided yet; null for none
 * @param decided recordings decided
 * @param rejected whether the last decision was, and was not overturned
 * @param appealDue when the last rejection counts as appealed or not; null where none is open
 * @param appealed whether the last decision was appealed against
 * @param deletionDue when the deletion that was asked for is overdue; null where none is open
 * @param overdue whether it was told to be
 */
public record Assignment(
    String worker,
    String task,
    String deviceClass,
    String region,
    Phase phase,
    long lastAt,
    @Nullable Long completionDue,
    @Nullable String consentStep,
    int uploads,
    @Nullable Long firstUploadAt,
    @Nullable Long uploadAt,
    int decided,
    boolean rejected,
    @Nullable Long appealDue,
    boolean appealed,
    @Nullable Long deletionDue,
    boolean overdue) {
  /** Before its first event. */
  static Assignment of(LifecycleEvent first) {
    return new Assignment(
        first.worker(),
        first.task(),
        first.deviceClass(),
        first.region(),
        Phase.NONE,
        first.at().toEpochMilli(),
        null,
        null,
        0,
        null,
        null,
        0,
        false,
        null,
        false,
        null,
        false);
  }

  boolean isOf(LifecycleEvent event) {
    return worker.equals(event.worker())
        && task.equals(event.task())
        && deviceClass.equals(event.deviceClass())
        && region.equals(event.region());
  }
}
