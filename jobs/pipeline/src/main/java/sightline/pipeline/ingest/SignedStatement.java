package sightline.pipeline.ingest;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import java.security.PublicKey;
import java.text.ParseException;
import java.util.Set;
import java.util.regex.Pattern;

/** Compact JWS (RFC 7515) signed with Ed25519 (RFC 8037), read as strictly as it is written. */
final class SignedStatement {
  /** Characters of a token; a full receipt has about a thousand. */
  static final int LONGEST = 8_192;

  private static final Set<String> HEADER = Set.of("alg", "kid", "typ");
  /** Decoders skip characters that are none of theirs, and two texts would be one statement. */
  private static final Pattern COMPACT =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

  private SignedStatement() {}

  /**
   * What a token says, once its signature was verified.
   *
   * @param type explicit typing (RFC 8725, 3.11): no other token under the same key passes for one of this type
   * @throws NotBelieved for anything but a token of this type that one of these keys signed
   */
  static byte[] payload(String token, String type, SigningKeys keys) throws NotBelieved {
    if (token.length() > LONGEST || !COMPACT.matcher(token).matches()) {
      throw new NotBelieved();
    }
    try {
      JWSObject signed = JWSObject.parse(token);
      JWSHeader header = signed.getHeader();
      PublicKey key = keys.named(header.getKeyID());
      boolean genuine = key != null
          && JWSAlgorithm.EdDSA.equals(header.getAlgorithm())
          && new JOSEObjectType(type).equals(header.getType())
          && HEADER.equals(header.getIncludedParams())
          && signed.verify(new Ed25519Signatures(key));
      if (!genuine) {
        throw new NotBelieved();
      }
      return signed.getPayload().toBytes();
    } catch (ParseException | JOSEException | RuntimeException quotesTheToken) {
      throw new NotBelieved();
    }
  }
}
