package sightline.domain.control;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sightline.domain.consent.Permit;

/**
 * Whose consent a session's frames came under, so that a revocation finds the session. Bounded: one worker films a session,
 * under one receipt or the one that follows it.
 *
 * @param workers pseudonyms, in the order of their coming
 * @param receipts ids of verified receipts, in the order of their coming
 * @param overridden whether the session's directives have been overridden because of a revocation
 */
public record Givers(List<String> workers, List<String> receipts, boolean overridden) {
  /** Workers, and receipts, that one session may have. */
  public static final int MOST = 4;

  public static final Givers NOBODY = new Givers(List.of(), List.of(), false);

  public Givers {
    workers = List.copyOf(workers);
    receipts = List.copyOf(receipts);
    if (workers.size() > MOST || receipts.size() > MOST) {
      throw new IllegalArgumentException(
          "a session has %s workers and receipts at most".formatted(MOST));
    }
  }

  /**
   * @return with this worker and receipt among them, the same where they are; null where there is no room, and then a revocation
   *     would not find the session through them
   */
  public @Nullable Givers with(String worker, Permit permit) {
    List<String> moreWorkers = with(workers, worker);
    List<String> moreReceipts = with(receipts, permit.receipt());
    if (moreWorkers.size() > MOST || moreReceipts.size() > MOST) {
      return null;
    }
    return moreWorkers == workers && moreReceipts == receipts
        ? this
        : new Givers(moreWorkers, moreReceipts, overridden);
  }

  public Givers afterOverride() {
    return new Givers(workers, receipts, true);
  }

  public boolean concernedBy(Revocation revocation, String session) {
    return switch (revocation.by()) {
      case SESSION -> session.equals(revocation.id());
      case RECEIPT -> receipts.contains(revocation.id());
      case WORKER -> workers.contains(revocation.id());
    };
  }

  private static List<String> with(List<String> names, @Nullable String name) {
    if (name == null || names.contains(name)) {
      return names;
    }
    List<String> more = new ArrayList<>(names);
    more.add(name);
    return more;
  }
}
