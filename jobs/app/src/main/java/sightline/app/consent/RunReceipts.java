package sightline.app.consent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import sightline.app.footage.Labels;

/**
 * Consent receipts for footage that this process plays, signed with a key made for this run that nobody keeps. They allow
 * everything, for a day: what they prove is that the engine asked. The fields stand in {@code jobs/docs/consent.md}.
 */
public final class RunReceipts {
  private static final String ISSUER = "sightline-run";
  private static final int KEY_BYTES = 32;
  private static final long VALID_SECONDS = 24 * 3_600;
  /** The broker's clock may be behind this one. */
  private static final long EARLIER_SECONDS = 300;

  private final String keyId = UUID.randomUUID().toString();
  private final KeyPair key;

  private RunReceipts(KeyPair key) {
    this.key = key;
  }

  public static RunReceipts withANewKey() {
    try {
      return new RunReceipts(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK from 15 on has Ed25519", e);
    }
  }

  /** The public key as a JWK set, for {@code consent.keys}. */
  public String keys() {
    // X.509 wraps the key in a prefix of fixed length (RFC 8410): the key is what it ends with
    byte[] encoded = key.getPublic().getEncoded();
    byte[] point = Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
    ObjectNode set = new ObjectMapper().createObjectNode();
    set.putArray("keys")
        .addObject()
        .put("kty", "OKP")
        .put("crv", "Ed25519")
        .put("alg", "EdDSA")
        .put("use", "sig")
        .put("kid", keyId)
        .put("x", base64(point));
    return set.toPrettyString();
  }

  /** A receipt with an id of its own, for what the sender of these labels films with this device, in this task and region. */
  public String sign(Labels labels, Instant now) {
    ObjectNode header = new ObjectMapper()
        .createObjectNode()
        .put("alg", "EdDSA")
        .put("kid", keyId)
        .put("typ", "sightline-receipt+jwt");
    String signed = base64(header.toString()) + "." + base64(claims(labels, now).toString());
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initSign(key.getPrivate());
      ed25519.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + base64(ed25519.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key of this process signs", e);
    }
  }

  private static ObjectNode claims(Labels labels, Instant now) {
    long issued = now.getEpochSecond() - EARLIER_SECONDS;
    ObjectNode claims = new ObjectMapper()
        .createObjectNode()
        .put("iss", ISSUER)
        .put("sub", labels.worker())
        .put("jti", UUID.randomUUID().toString())
        .put("iat", issued)
        .put("nbf", issued)
        .put("exp", issued + VALID_SECONDS)
        .put("schema_version", "sightline-receipt-1");
    claims.putArray("purposes").add("demonstration");
    claims.putArray("body_areas").add("own_face").add("full_body");
    claims
        .put("background_capture", true)
        .put("audio", true)
        .put("documents", true)
        .put("human_viewing", true)
        .put("sharing", false)
        .put("device", labels.deviceClass())
        .put("region", labels.region());
    claims.putArray("tasks").add(labels.task());
    claims.putObject("policy_text").put("version", "run").put("locale", "en");
    return claims;
  }

  private static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
