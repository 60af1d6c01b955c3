package sightline.pipeline.ingest;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import java.security.PublicKey;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
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

  /** Characters of a token; a full receipt has about a thousand. */
  static final int LONGEST = 8_192;

  /** Tokens that are remembered: eight mebibytes where each is as long as it may be, one as they are. */
  static final int MOST_REMEMBERED = 1_024;

  private static final Set<String> HEADER = Set.of("alg", "kid", "typ");
  /** Decoders skip characters that are none of theirs, and two texts would be one receipt. */
  private static final Pattern COMPACT =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

  private final Supplier<ReceiptKeys> keys;
  private final String issuer;
  private final Map<String, Known> remembered = new LinkedHashMap<>(16, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
      return size() > MOST_REMEMBERED;
    }
  };
  private ReceiptKeys rememberedUnder = ReceiptKeys.NONE;

  /**
   * What came of a token.
   *
   * @param receipt null where it is none
   */
  private record Known(@Nullable Receipt receipt) {}

  /**
   * @param issuer that receipts must name; empty for any
   */
  ReceiptVerifier(Supplier<ReceiptKeys> keys, String issuer) {
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
    if (token.length() > LONGEST) {
      return null;
    }
    ReceiptKeys current = keys.get();
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

  private @Nullable Receipt verified(String token, ReceiptKeys current) {
    try {
      if (!COMPACT.matcher(token).matches()) {
        return null;
      }
      JWSObject signed = JWSObject.parse(token);
      JWSHeader header = signed.getHeader();
      PublicKey key = current.named(header.getKeyID());
      boolean genuine = key != null
          && JWSAlgorithm.EdDSA.equals(header.getAlgorithm())
          && new JOSEObjectType(TYPE).equals(header.getType())
          && HEADER.equals(header.getIncludedParams())
          && signed.verify(new Ed25519Signatures(key));
      return genuine ? ReceiptClaims.read(signed.getPayload().toBytes(), issuer) : null;
    } catch (ParseException | JOSEException | NotAReceipt | RuntimeException quotesTheToken) {
      return null;
    }
  }
}
