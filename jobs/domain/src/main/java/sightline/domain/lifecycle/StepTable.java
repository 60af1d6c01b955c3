package sightline.domain.lifecycle;

import static sightline.domain.lifecycle.Phase.ABANDONED;
import static sightline.domain.lifecycle.Phase.ACCEPTED;
import static sightline.domain.lifecycle.Phase.APPEALED;
import static sightline.domain.lifecycle.Phase.CONSENTED;
import static sightline.domain.lifecycle.Phase.DECIDED;
import static sightline.domain.lifecycle.Phase.DECLINED;
import static sightline.domain.lifecycle.Phase.NONE;
import static sightline.domain.lifecycle.Phase.OFFERED;
import static sightline.domain.lifecycle.Phase.PAUSED;
import static sightline.domain.lifecycle.Phase.RECORDED;
import static sightline.domain.lifecycle.Phase.RECORDING;
import static sightline.domain.lifecycle.Phase.UPLOADED;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which step may follow in which phase, and where it leads: the table in jobs/docs/operations.md. Steps that must have been there, though nobody told of
 * them, are filled in along the way from offer to upload, and counted as missing. A decision is never filled in, nor is an upload for the sake of one.
 */
public final class StepTable {
  /**
   * @param in phases in which it may follow
   * @param to where it leads; null where the phase stays
   * @param fills whether missing steps before it are filled in
   */
  public record Row(Set<Phase> in, @Nullable Phase to, Filling fills) {}

  /** From where missing steps are filled in. */
  public enum Filling {
    /** Nothing is: it is impossible in any other phase. */
    NOTHING,
    /** From the offer on, which must have been told. */
    FROM_OFFER,
    /** Whatever comes before it. */
    FROM_NOTHING
  }

  /**
   * @param phase in which the step then is
   * @param missing steps that were filled in, in order
   */
  record Way(Phase phase, List<LifecycleStep> missing) {}

  private static final Map<LifecycleStep, Row> ROWS = rows();

  private StepTable() {}

  public static Row row(LifecycleStep step) {
    Row row = ROWS.get(step);
    if (row == null) {
      throw new IllegalStateException(step + " has no row");
    }
    return row;
  }

  /** The way from a phase to where the step is; null where there is none. */
  static @Nullable Way way(Phase from, LifecycleStep step) {
    Row row = row(step);
    List<LifecycleStep> missing = new ArrayList<>();
    Phase phase = from;
    boolean may =
        row.fills() == Filling.FROM_NOTHING || (row.fills() == Filling.FROM_OFFER && from != NONE);
    while (!row.in().contains(phase)) {
      LifecycleStep next = may ? next(phase) : null;
      if (next == null) {
        return null;
      }
      missing.add(next);
      Phase to = row(next).to();
      phase = to == null ? phase : to;
    }
    Phase to = row.to();
    return new Way(to == null ? phase : to, missing);
  }

  /** The step that must have been there in a phase before anything later; null where none is filled in. */
  private static @Nullable LifecycleStep next(Phase phase) {
    return switch (phase) {
      case NONE -> LifecycleStep.TASK_OFFERED;
      case OFFERED -> LifecycleStep.TASK_ACCEPTED;
      case ACCEPTED -> LifecycleStep.CONSENT_ACCEPTED;
      case CONSENTED -> LifecycleStep.RECORDING_STARTED;
      case RECORDING, PAUSED -> LifecycleStep.RECORDING_ENDED;
      case RECORDED, UPLOADED, DECIDED, APPEALED, DECLINED, ABANDONED -> null;
    };
  }

  private static Map<LifecycleStep, Row> rows() {
    Map<LifecycleStep, Row> rows = new EnumMap<>(LifecycleStep.class);
    Set<Phase> consenting = EnumSet.of(ACCEPTED, CONSENTED);
    Set<Phase> preparing = EnumSet.of(ACCEPTED, CONSENTED, RECORDED, UPLOADED, DECIDED);
    Set<Phase> begun = EnumSet.range(ACCEPTED, RECORDED);
    Set<Phase> any = EnumSet.allOf(Phase.class);
    for (LifecycleStep step : LifecycleStep.values()) {
      rows.put(
          step,
          switch (step) {
            case TASK_OFFERED -> new Row(EnumSet.of(NONE), OFFERED, Filling.NOTHING);
            case TASK_ACCEPTED -> new Row(EnumSet.of(OFFERED), ACCEPTED, Filling.FROM_NOTHING);
            case TASK_DECLINED -> new Row(EnumSet.of(OFFERED), DECLINED, Filling.FROM_NOTHING);
            case CONSENT_SHOWN, CONSENT_EXPANDED, COMPREHENSION_ANSWERED ->
              new Row(consenting, null, Filling.FROM_NOTHING);
            case CONSENT_ACCEPTED -> new Row(consenting, CONSENTED, Filling.FROM_NOTHING);
            case CONSENT_DECLINED -> new Row(consenting, DECLINED, Filling.FROM_NOTHING);
            case SETUP_STARTED, SETUP_ENDED, PREFLIGHT_STARTED, PREFLIGHT_ENDED ->
              new Row(preparing, null, Filling.FROM_NOTHING);
            case RECORDING_STARTED ->
              new Row(
                  EnumSet.of(CONSENTED, RECORDED, UPLOADED, DECIDED),
                  RECORDING,
                  Filling.FROM_NOTHING);
            case RECORDING_INTERRUPTED ->
              new Row(EnumSet.of(RECORDING), PAUSED, Filling.FROM_NOTHING);
            case RECORDING_RESUMED ->
              new Row(EnumSet.of(RECORDING, PAUSED), RECORDING, Filling.FROM_NOTHING);
            case RECORDING_ENDED ->
              new Row(EnumSet.of(RECORDING, PAUSED), RECORDED, Filling.FROM_NOTHING);
            case UPLOAD_STARTED -> new Row(EnumSet.of(RECORDED), null, Filling.FROM_NOTHING);
            case UPLOAD_ENDED -> new Row(EnumSet.of(RECORDED), UPLOADED, Filling.FROM_NOTHING);
            case REVIEW_STARTED ->
              new Row(EnumSet.of(UPLOADED, DECIDED, APPEALED), null, Filling.NOTHING);
            case REVIEW_DECIDED -> new Row(EnumSet.of(UPLOADED, DECIDED), DECIDED, Filling.NOTHING);
            case APPEAL_MADE -> new Row(EnumSet.of(DECIDED), APPEALED, Filling.NOTHING);
            case APPEAL_DECIDED -> new Row(EnumSet.of(APPEALED), DECIDED, Filling.NOTHING);
            case PAYMENT_MADE ->
              new Row(EnumSet.complementOf(EnumSet.of(NONE, OFFERED)), null, Filling.FROM_OFFER);
            case ABANDONED -> new Row(begun, ABANDONED, Filling.FROM_NOTHING);
            case DELETION_ASKED, DELETION_DONE -> new Row(any, null, Filling.NOTHING);
          });
    }
    return rows;
  }
}
