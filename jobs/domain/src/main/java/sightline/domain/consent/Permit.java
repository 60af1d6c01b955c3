package sightline.domain.consent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the worker's consent allows of one frame, as far as its receipt alone can say. Revocations come later and elsewhere.
 *
 * @param receipt the receipt's own id, by which a revocation names it; null unless verified
 * @param scopes what may be seen and heard; empty unless verified
 * @param purposes what the footage may be used for, in the receipt's words, sorted; empty unless verified
 * @param locale language to speak to the worker in, a {@link LanguageTag}; null where no verified receipt names one
 */
public record Permit(
    ReceiptCheck check,
    @Nullable String receipt,
    List<Scope> scopes,
    List<String> purposes,
    @Nullable String locale) {
  /** Of runs that do not ask for consent, which is stamped into every directive. */
  public static final Permit NOT_ASKED = without(ReceiptCheck.NOT_ASKED);

  public Permit {
    scopes = scopes.stream().distinct().sorted().toList();
    purposes = purposes.stream().distinct().sorted().toList();
    if ((check == ReceiptCheck.VERIFIED) != (receipt != null)
        || (receipt == null && !(scopes.isEmpty() && purposes.isEmpty() && locale == null))) {
      throw new IllegalArgumentException(
          "only a verified receipt has an id and allows anything, got %s".formatted(check));
    }
  }

  /** Nothing is allowed, for this reason. */
  public static Permit without(ReceiptCheck check) {
    return new Permit(check, null, List.of(), List.of(), null);
  }

  public boolean allows(Scope scope) {
    return scopes.contains(scope);
  }
}
