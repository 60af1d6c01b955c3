package sightline.pipeline.decide;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;
import sightline.domain.assessment.AssessedFrame;
import sightline.domain.consent.Permit;
import sightline.domain.consent.ReceiptCheck;
import sightline.domain.control.Givers;
import sightline.domain.control.Revocation;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.OverrideCause;

/**
 * Under whose consent the session at hand was filmed, and what a revocation makes of its frames. The state of one session is a
 * few names: 60 bytes as a rule, 3 KiB where every name is as long as it may be.
 */
final class Consents {
  static final ValueStateDescriptor<Givers> STATE =
      new ValueStateDescriptor<>("consents", TypeInformation.of(Givers.class));

  /** The first after a session's FINALs. */
  private static final int REVISION = 2;

  private final ValueState<Givers> givers;

  Consents(RuntimeContext runtime) {
    givers = runtime.getState(STATE);
  }

  /** The frame with what it may be used for, once its worker and receipt are written down; nothing where there is no room for them. */
  AssessedFrame entered(AssessedFrame frame) throws Exception {
    Givers before = current();
    Givers after = before.with(frame.header().worker(), frame.permit());
    if (after == null) {
      return frame.permit().check() == ReceiptCheck.VERIFIED
          ? frame.with(Permit.without(ReceiptCheck.NOT_FOR_THIS))
          : frame;
    }
    if (!after.equals(before)) {
      givers.update(after);
    }
    return frame;
  }

  /** The frame as a revocation leaves it: its own, or one of its session. */
  AssessedFrame heeded(AssessedFrame frame, Controls controls, Controls.Broadcast broadcast)
      throws Exception {
    return current().overridden() || controls.revoked(frame, broadcast)
        ? frame.with(Permit.without(ReceiptCheck.REVOKED))
        : frame;
  }

  /**
   * What a revocation says of directives that are out.
   *
   * @param given state of the session
   * @return null where it does not concern the session, or the session is overridden already
   */
  static @Nullable DirectiveOverride override(
      Revocation revocation, String session, ValueState<Givers> given) throws Exception {
    Givers givers = given.value();
    if (givers == null || givers.overridden() || !givers.concernedBy(revocation, session)) {
      return null;
    }
    given.update(givers.afterOverride());
    return new DirectiveOverride(
        session,
        null,
        REVISION,
        revocation.effectiveAt(),
        OverrideCause.REVOCATION,
        Disposition.WITHHOLD,
        java.util.List.of());
  }

  void clear() {
    givers.clear();
  }

  private Givers current() throws Exception {
    Givers known = givers.value();
    return known == null ? Givers.NOBODY : known;
  }
}
