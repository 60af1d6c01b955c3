package sightline.pipeline.ingest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sightline.domain.consent.Occasion;
import sightline.domain.consent.Permit;
import sightline.domain.consent.Receipt;
import sightline.domain.consent.ReceiptCheck;

/**
 * Verifies the consent receipts of frames: compact JWS (RFC 7515) signed with Ed25519 (RFC 8037). A session sends the same
 * receipt with each frame, so what came of a token is remembered for as long as the keys stay the same. Not for several threads.
 */
final class ReceiptVerifier {
  /** Explicit typing (RFC 8725, 3.11): no other token under the same key passes for a receipt. */
  static final String TYPE = "sightline-receipt+jwt";

  /** Tokens that are remembered: eight mebibytes where each is as long as it may be, one as they are. */
  static final int MOST_REMEMBERED = 1_024;

  private final Supplier<SigningKeys> keys;
  private final String issuer;
  private final Map<String, Known> remembered = new LinkedHashMap<>(16, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
      return size() > MOST_REMEMBERED;
    }
  };
  private SigningKeys rememberedUnder = SigningKeys.NONE;

  /**
   * What came of a token.
   *
   * @param receipt null where it is none
   */
  private record Known(@Nullable Receipt receipt) {}

  /**
   * @param issuer that receipts must name; empty for any
   */
  ReceiptVerifier(Supplier<SigningKeys> keys, String issuer) {
    this.keys = keys;
    this.issuer = issuer;
  }

  /**
   * @param token as the frame carries it; null or empty where it carries none
   */
  Permit check(@Nullable String token, Occasion occasion) {
    if (token == null || token.isEmpty()) {
      return Permit.without(ReceiptCheck.MISSING);
    }
    Receipt receipt = receipt(token);
    if (receipt == null) {
      return Permit.without(ReceiptCheck.INVALID);
    }
    if (receipt.overAt(occasion.atMillis())) {
      remembered.remove(token);
    }
    return receipt.on(occasion);
  }

  /** Tokens remembered at the moment. */
  int remembered() {
    return remembered.size();
  }

  private @Nullable Receipt receipt(String token) {
    if (token.length() > SignedStatement.LONGEST) {
      return null;
    }
    SigningKeys current = keys.get();
    if (current != rememberedUnder) {
      remembered.clear();
      rememberedUnder = current;
    }
    Known known = remembered.get(token);
    if (known == null) {
      known = new Known(verified(token, current));
      remembered.put(token, known);
    }
    return known.receipt();
  }

  private @Nullable Receipt verified(String token, SigningKeys current) {
    try {
      return ReceiptClaims.read(SignedStatement.payload(token, TYPE, current), issuer);
    } catch (NotBelieved | RuntimeException quotesTheToken) {
      return null;
    }
  }
}
