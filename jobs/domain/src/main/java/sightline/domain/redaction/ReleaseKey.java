package sightline.domain.redaction;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * Signs redacted pictures with Ed25519 (RFC 8032), so that whoever gets one knows that it went through redaction and under which
 * revision of its directive. Signed are the bytes {@code sightline-redacted-1} and a zero byte; the session's length in UTF-8 bytes
 * (4 bytes, big-endian) and the session; the index and the revision (4 bytes each, big-endian); and the SHA-256 of the picture
 * that goes out (32 bytes).
 */
public final class ReleaseKey {
  /** Bytes of a SHA-256. */
  private static final int DIGEST_BYTES = 32;

  private static final String ALGORITHM = "Ed25519";
  private static final byte[] PURPOSE =
      "sightline-redacted-1\0".getBytes(StandardCharsets.US_ASCII);

  private final PrivateKey key;

  private ReleaseKey(PrivateKey key) {
    this.key = key;
  }

  /**
   * @param pkcs8 a PKCS #8 file's content, as DER or as PEM ({@code openssl genpkey -algorithm ed25519})
   * @throws IllegalArgumentException where it is no such key; the content is not quoted
   */
  public static ReleaseKey read(byte[] pkcs8) {
    try {
      return new ReleaseKey(KeyFactory.getInstance(ALGORITHM)
          .generatePrivate(new PKCS8EncodedKeySpec(der(pkcs8, "PRIVATE KEY"))));
    } catch (GeneralSecurityException noKey) {
      throw new IllegalArgumentException(
          "no Ed25519 private key in PKCS #8: make one with 'openssl genpkey -algorithm ed25519'");
    }
  }

  /** DER as it is, PEM without its wrapping. */
  private static byte[] der(byte[] file, String label) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    String begin = "-----BEGIN %s-----".formatted(label);
    int from = text.indexOf(begin);
    int to = text.indexOf("-----END %s-----".formatted(label));
    if (from < 0 || to < from) {
      return file;
    }
    try {
      return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
    } catch (IllegalArgumentException quotesTheInput) {
      return new byte[0];
    }
  }

  /**
   * @param sha256 of the coded picture that goes out
   * @param revision of the directive that it was made under
   * @return 64 bytes
   */
  public byte[] sign(String session, int index, int revision, byte[] sha256) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(signed(session, index, revision, sha256));
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK from 15 on has " + ALGORITHM, impossible);
    }
  }

  /**
   * @param publicKey X.509 SubjectPublicKeyInfo, as DER or as PEM ({@code openssl pkey -pubout})
   * @return whether the key's owner signed exactly this; false for a signature of any other form
   * @throws IllegalArgumentException where it is no Ed25519 public key
   */
  public static boolean verify(
      byte[] publicKey, String session, int index, int revision, byte[] sha256, byte[] signature) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(publicKey(publicKey));
      check.update(signed(session, index, revision, sha256));
      return check.verify(signature);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  private static PublicKey publicKey(byte[] file) {
    try {
      return KeyFactory.getInstance(ALGORITHM)
          .generatePublic(new X509EncodedKeySpec(der(file, "PUBLIC KEY")));
    } catch (GeneralSecurityException noKey) {
      throw new IllegalArgumentException("no Ed25519 public key in X.509");
    }
  }

  private static byte[] signed(String session, int index, int revision, byte[] sha256) {
    if (sha256.length != DIGEST_BYTES) {
      throw new IllegalArgumentException(
          "a SHA-256 has %s bytes, got %s".formatted(DIGEST_BYTES, sha256.length));
    }
    byte[] name = session.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(PURPOSE.length + 3 * Integer.BYTES + name.length + DIGEST_BYTES)
        .put(PURPOSE)
        .putInt(name.length)
        .put(name)
        .putInt(index)
        .putInt(revision)
        .put(sha256)
        .array();
  }
}
