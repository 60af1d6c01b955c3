package sightline.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/** Signs receipts for tests, right ones and wrong ones. */
public final class ReceiptPen {
  /** Seconds; frames of {@link Sample} are captured about here. */
  public static final long NOW = 1_000_000_000L;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String id;
  private final KeyPair pair;

  public ReceiptPen(String id) {
    this.id = id;
    try {
      pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A JWK set of the public keys of these pens. */
  public static String keys(ReceiptPen... pens) {
    return "{\"keys\":[%s]}"
        .formatted(String.join(",", Arrays.stream(pens).map(ReceiptPen::key).toList()));
  }

  public static Path write(Path file, ReceiptPen... pens) {
    try {
      return Files.writeString(file, keys(pens));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String key() {
    byte[] encoded = pair.getPublic().getEncoded(); // the key itself ends the SubjectPublicKeyInfo
    return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"use\":\"sig\",\"kid\":\"%s\",\"x\":\"%s\"}"
        .formatted(id, base64(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)));
  }

  /** Everything allowed to worker w-1 of {@link Sample} for a year. */
  public static ObjectNode claims() {
    try {
      return (ObjectNode) JSON.readTree("""
          {"iss":"https://controller.example","sub":"w-1","jti":"r-1","iat":%d,"nbf":%d,"exp":%d,
           "schema_version":"sightline-receipt-1","purposes":["robot-training"],
           "body_areas":["own_face","full_body"],"background_capture":true,"audio":true,"documents":true,
           "human_viewing":true,"sharing":true,"policy_text":{"version":"2026-03","locale":"en-KE"},
           "device":"any","tasks":["free","dishes"],"region":"any"}
          """.formatted(NOW - 60, NOW - 60, NOW + 365 * 24 * 3600));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String header() {
    return "{\"alg\":\"EdDSA\",\"kid\":\"%s\",\"typ\":\"sightline-receipt+jwt\"}".formatted(id);
  }

  public String sign(ObjectNode claims) {
    return sign(header(), claims.toString());
  }

  public String sign(String header, String claims) {
    String signed = base64(header.getBytes(StandardCharsets.UTF_8))
        + "."
        + base64(claims.getBytes(StandardCharsets.UTF_8));
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initSign(pair.getPrivate());
      ed25519.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + base64(ed25519.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
