package sightline.pipeline.ingest;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys that may sign statements of one kind, by their id. Keys of other kinds in the same set are left out. */
final class SigningKeys {
  static final SigningKeys NONE = new SigningKeys(Map.of());

  /** Bytes; a set of a thousand keys is smaller. */
  private static final long LARGEST_FILE = 1 << 20;

  private static final int KEY_BYTES = 32;

  private final Map<String, PublicKey> byId;

  private SigningKeys(Map<String, PublicKey> byId) {
    this.byId = Map.copyOf(byId);
  }

  /**
   * @throws IOException where the file cannot be read
   * @throws IllegalArgumentException where it is no JWK set, holds a private key or no Ed25519 key with an id
   */
  static SigningKeys read(Path file) throws IOException {
    if (Files.size(file) > LARGEST_FILE) {
      throw new IllegalArgumentException("a set of keys is no larger than a megabyte");
    }
    JWKSet set;
    try {
      set = JWKSet.parse(Files.readString(file, StandardCharsets.UTF_8));
    } catch (ParseException quotesTheFile) {
      throw new IllegalArgumentException("it is no JWK set");
    }
    Map<String, PublicKey> byId = new HashMap<>();
    for (JWK key : set.getKeys()) {
      if (key.isPrivate()) {
        throw new IllegalArgumentException("it holds a private key, which belongs nowhere near");
      }
      if (key instanceof OctetKeyPair pair
          && Curve.Ed25519.equals(pair.getCurve())
          && pair.getKeyID() != null
          && (pair.getKeyUse() == null || KeyUse.SIGNATURE.equals(pair.getKeyUse()))
          && byId.put(pair.getKeyID(), publicKey(pair)) != null) {
        throw new IllegalArgumentException("two of its keys have one id");
      }
    }
    if (byId.isEmpty()) {
      throw new IllegalArgumentException("it holds no Ed25519 key with an id (kid)");
    }
    return new SigningKeys(byId);
  }

  /**
   * For the start, when what is wrong is said at once.
   *
   * @param file path of a set of keys; empty for none
   * @throws IllegalArgumentException where the file is not there or holds none
   */
  static void require(String file) {
    if (!file.isEmpty()) {
      try {
        read(Path.of(file));
      } catch (IOException e) {
        throw new IllegalArgumentException("there is no such file, or it cannot be read");
      }
    }
  }

  @Nullable
  PublicKey named(@Nullable String id) {
    return id == null ? null : byId.get(id);
  }

  /** RFC 8032, 5.1.2: the y coordinate, little-endian, with the lowest bit of x in the highest bit of the last byte. */
  private static PublicKey publicKey(OctetKeyPair pair) {
    byte[] point = pair.getDecodedX();
    if (point.length != KEY_BYTES) {
      throw new IllegalArgumentException("an Ed25519 key is %s bytes".formatted(KEY_BYTES));
    }
    boolean odd = point[KEY_BYTES - 1] < 0;
    point[KEY_BYTES - 1] &= 0x7f;
    byte[] bigEndian = new byte[KEY_BYTES];
    for (int at = 0; at < KEY_BYTES; at++) {
      bigEndian[at] = point[KEY_BYTES - 1 - at];
    }
    try {
      return KeyFactory.getInstance("Ed25519")
          .generatePublic(new EdECPublicKeySpec(
              NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, bigEndian))));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("one of its keys is no point of the curve", e);
    }
  }
}
