package sightline.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sightline.domain.consent.Occasion;
import sightline.domain.consent.Permit;
import sightline.domain.consent.Receipt;
import sightline.domain.consent.ReceiptCheck;
import sightline.domain.consent.Scope;
import sightline.pipeline.ReceiptPen;

class ReceiptVerifierTest {
  private static final ReceiptPen PEN = new ReceiptPen("k-1");
  private static final long NOW_MILLIS = ReceiptPen.NOW * 1000;
  private static final Occasion HERE =
      new Occasion("w-1", "free", "phone-mid", "ke-nairobi", NOW_MILLIS);

  @TempDir
  private Path folder;

  @SuppressWarnings("NullAway.Init") // made before each test
  private SigningKeys keys;

  private final AtomicInteger asked = new AtomicInteger();

  @SuppressWarnings("NullAway.Init") // made before each test
  private ReceiptVerifier verifier;

  @BeforeEach
  void open() throws Exception {
    keys = SigningKeys.read(ReceiptPen.write(folder.resolve("keys.json"), PEN));
    verifier = new ReceiptVerifier(
        () -> {
          asked.incrementAndGet();
          return keys;
        },
        "");
  }

  private ReceiptCheck check(String token) {
    return verifier.check(token, HERE).check();
  }

  private static String signed(Consumer<ObjectNode> change) {
    ObjectNode claims = ReceiptPen.claims();
    change.accept(claims);
    return PEN.sign(claims);
  }

  @Test
  void aGenuineReceiptAllowsWhatItNames() {
    Permit permit = verifier.check(
        signed(claims -> claims
            .put("documents", false)
            .put("sharing", false)
            .putArray("body_areas")
            .add("full_body")),
        HERE);
    assertThat(permit.check()).isEqualTo(ReceiptCheck.VERIFIED);
    assertThat(permit.receipt()).isEqualTo("r-1");
    assertThat(permit.purposes()).containsExactly("robot-training");
    assertThat(permit.scopes())
        .containsExactly(Scope.FULL_BODY, Scope.ROOM, Scope.AUDIO, Scope.HUMAN_VIEWING);
  }

  @ParameterizedTest
  @CsvSource({"sw-KE, en-KE, sw-KE", "YO-ng, en-KE, yo-NG", ", en-KE, en-KE", ", house words,"})
  void speaksTheLanguageThatWasAskedForElseTheOneThatWasShown(
      @Nullable String asked, String shown, @Nullable String spoken) {
    String token = signed(claims -> {
      claims.putObject("policy_text").put("version", "1").put("locale", shown);
      if (asked != null) {
        claims.put("locale", asked);
      }
    });
    Permit permit = verifier.check(token, HERE);
    assertThat(permit.check()).isEqualTo(ReceiptCheck.VERIFIED);
    assertThat(permit.locale()).isEqualTo(spoken);
  }

  @Test
  void noReceiptIsMissing() {
    assertThat(verifier.check(null, HERE).check()).isEqualTo(ReceiptCheck.MISSING);
    assertThat(check("")).isEqualTo(ReceiptCheck.MISSING);
  }

  @Test
  void aSignatureByAnotherKeyOfThatNameIsInvalid() {
    assertThat(check(new ReceiptPen("k-1").sign(ReceiptPen.claims())))
        .isEqualTo(ReceiptCheck.INVALID);
  }

  @Test
  void anUnknownKeyIsInvalid() {
    assertThat(check(new ReceiptPen("k-2").sign(ReceiptPen.claims())))
        .isEqualTo(ReceiptCheck.INVALID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'alg':'none','kid':'k-1','typ':'sightline-receipt+jwt'}",
        "{'alg':'HS256','kid':'k-1','typ':'sightline-receipt+jwt'}",
        "{'alg':'ES256','kid':'k-1','typ':'sightline-receipt+jwt'}",
        "{'alg':'EdDSA','typ':'sightline-receipt+jwt'}",
        "{'alg':'EdDSA','kid':'k-1'}",
        "{'alg':'EdDSA','kid':'k-1','typ':'JWT'}",
        "{'alg':'EdDSA','kid':'k-1','typ':'sightline-receipt+jwt','crit':['exp'],'exp':1}",
        "{'alg':'EdDSA','kid':'k-1','typ':'sightline-receipt+jwt','jku':'https://evil.example/keys'}",
        "{'kid':'k-1'}",
        "[]",
        "x"
      })
  void anyOtherHeaderIsInvalidHoweverWellSigned(String header) {
    String token = PEN.sign(header.replace('\'', '"'), ReceiptPen.claims().toString());
    assertThat(check(token)).isEqualTo(ReceiptCheck.INVALID);
  }

  @Test
  void aTokenWithoutASignatureIsInvalid() {
    String token = PEN.sign(ReceiptPen.claims());
    assertThat(check(token.substring(0, token.lastIndexOf('.') + 1)))
        .isEqualTo(ReceiptCheck.INVALID);
  }

  @Test
  void oneChangedLetterAnywhereIsInvalid() {
    String token = PEN.sign(ReceiptPen.claims());
    Random random = new Random(20261121);
    for (int attempt = 0; attempt < 300; attempt++) {
      int at =
          random.nextInt(token.length() - 1); // its very last letter carries bits that nobody reads
      char other = token.charAt(at) == 'A' ? 'B' : 'A';
      assertThat(check(token.substring(0, at) + other + token.substring(at + 1)))
          .as("letter %s", at)
          .isEqualTo(ReceiptCheck.INVALID);
    }
  }

  static Stream<Consumer<ObjectNode>> wrongClaims() {
    return Stream.of(
        claims -> claims.put("schema_version", "sightline-receipt-2"),
        claims -> claims.put("surprise", 1),
        claims -> claims.putNull("locale"),
        claims -> claims.put("locale", "english please"),
        claims -> claims.put("locale", "en-x-worker1"),
        claims -> claims.remove("sharing"),
        claims -> claims.remove("policy_text"),
        claims -> claims.remove("iat"),
        claims -> claims.put("audio", "yes"),
        claims -> claims.putNull("audio"),
        claims -> claims.put("exp", "tomorrow"),
        claims -> claims.put("exp", 1e300),
        claims -> claims.put("exp", ReceiptPen.NOW - 61),
        claims -> claims.put("exp", ReceiptPen.NOW + 500L * 24 * 3600),
        claims -> claims.put("nbf", -1),
        claims -> claims.put("sub", ""),
        claims -> claims.put("sub", "w".repeat(201)),
        claims -> claims.put("jti", "two words"),
        claims -> claims.putArray("body_areas").add("left_foot"),
        claims -> claims.putArray("body_areas").add("full_body").add("full_body"),
        claims -> claims.putArray("purposes"),
        claims -> claims.putArray("purposes").add("human-viewing"),
        claims -> claims.putArray("purposes").add("Anything At All"),
        claims -> claims.putArray("tasks"),
        claims -> claims.putArray("tasks").add("any").add("free"),
        claims -> claims.putObject("policy_text").put("version", "1"));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("wrongClaims")
  void whatDoesNotReadToTheLetterIsInvalid(Consumer<ObjectNode> change) {
    assertThat(check(signed(change))).isEqualTo(ReceiptCheck.INVALID);
  }

  @Test
  void aClaimMadeTwiceIsInvalid() {
    String claims = ReceiptPen.claims().toString();
    String twice = claims.substring(0, claims.length() - 1) + ",\"audio\":true}";
    assertThat(check(PEN.sign(PEN.header(), twice))).isEqualTo(ReceiptCheck.INVALID);
  }

  @Test
  void aBottomlessHeaderOrPayloadIsInvalid() {
    String deep = "[".repeat(2_500);
    assertThat(check(PEN.sign("{\"alg\":" + deep, "{}"))).isEqualTo(ReceiptCheck.INVALID);
    assertThat(check(PEN.sign(PEN.header(), "{\"iss\":" + deep))).isEqualTo(ReceiptCheck.INVALID);
  }

  @Test
  void aTokenOfAbsurdSizeIsInvalidUnread() {
    assertThat(check("x".repeat(SignedStatement.LONGEST + 1))).isEqualTo(ReceiptCheck.INVALID);
    assertThat(asked).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource({"-61, EXPIRED", "-60, VERIFIED", "9, VERIFIED", "10, EXPIRED", "11, EXPIRED"})
  void holdsFromItsBeginningToBeforeItsEnd(long seconds, ReceiptCheck expected) {
    String token = signed(claims -> claims.put("exp", ReceiptPen.NOW + 10));
    Occasion then =
        new Occasion("w-1", "free", "phone-mid", "ke-nairobi", NOW_MILLIS + 1000 * seconds);
    assertThat(verifier.check(token, then).check()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "w-2, free, phone-mid, ke-nairobi",
    "w-1, laundry, phone-mid, ke-nairobi",
    "w-1, free, phone-entry, ke-nairobi",
    "w-1, free, phone-mid, pt-lisbon"
  })
  void isNotForAnotherWorkerTaskDeviceOrRegion(
      String worker, String task, String device, String region) {
    String token = signed(claims -> claims.put("device", "phone-mid").put("region", "ke-nairobi"));
    assertThat(check(token)).isEqualTo(ReceiptCheck.VERIFIED);
    assertThat(verifier
            .check(token, new Occasion(worker, task, device, region, NOW_MILLIS))
            .check())
        .isEqualTo(ReceiptCheck.NOT_FOR_THIS);
  }

  @Test
  void onlyTheNamedIssuerCountsWhereOneIsNamed() {
    ReceiptVerifier named = new ReceiptVerifier(() -> keys, "https://other.example");
    assertThat(named.check(PEN.sign(ReceiptPen.claims()), HERE).check())
        .isEqualTo(ReceiptCheck.INVALID);
  }

  @Test
  void remembersABoundedNumberAndNoneBeyondItsEnd() {
    for (int token = 0; token < ReceiptVerifier.MOST_REMEMBERED + 50; token++) {
      verifier.check("a.b." + token, HERE);
    }
    assertThat(verifier.remembered()).isEqualTo(ReceiptVerifier.MOST_REMEMBERED);
    String token = signed(claims -> claims.put("exp", ReceiptPen.NOW + 10));
    assertThat(check(token)).isEqualTo(ReceiptCheck.VERIFIED);
    verifier.check(
        token, new Occasion("w-1", "free", "phone-mid", "ke-nairobi", NOW_MILLIS + 10_000));
    assertThat(verifier.remembered()).isEqualTo(ReceiptVerifier.MOST_REMEMBERED - 1);
  }

  @Test
  void aWithdrawnKeyEndsWhatItSignedAtOnce() throws Exception {
    String token = PEN.sign(ReceiptPen.claims());
    assertThat(check(token)).isEqualTo(ReceiptCheck.VERIFIED);
    keys = SigningKeys.read(ReceiptPen.write(folder.resolve("new.json"), new ReceiptPen("k-2")));
    assertThat(check(token)).isEqualTo(ReceiptCheck.INVALID);
  }

  /** Made with the lines of shell at the end of jobs/docs/consent.md, by OpenSSL. */
  @Test
  void aReceiptThatAnotherToolSignedIsGenuine() throws Exception {
    Path made = Path.of("src", "test", "resources", "consent");
    keys = SigningKeys.read(made.resolve("keys.json"));
    Permit permit = verifier.check(
        Files.readString(made.resolve("receipt.jws")),
        new Occasion("w-1f93", "dishes", "phone-mid", "ke-nairobi", 1_773_000_000_000L));
    assertThat(permit.check()).isEqualTo(ReceiptCheck.VERIFIED);
    assertThat(permit.purposes()).containsExactly("evaluation", "robot-training");
  }

  @Test
  void theSampleInTheDocsIsAReceipt() throws Exception {
    String docs = Files.readString(
        Path.of(System.getProperty("sightline.root", "../.."), "jobs", "docs", "consent.md"));
    String sample = docs.substring(docs.indexOf("```json") + 7);
    Receipt receipt = ReceiptClaims.read(
        sample.substring(0, sample.indexOf("```")).getBytes(StandardCharsets.UTF_8), "");
    assertThat(receipt.worker()).isEqualTo("w-1f93");
    assertThat(receipt.scopes()).containsExactly(Scope.FULL_BODY, Scope.ROOM, Scope.HUMAN_VIEWING);
  }

  /** RFC 8037, appendices A.2 and A.4. */
  @Test
  void verifiesTheExampleOfTheRfcAndNoOther() throws Exception {
    Path file = Files.writeString(
        folder.resolve("rfc.json"),
        "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"rfc\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}]}");
    String example =
        "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
    PublicKey key = Objects.requireNonNull(SigningKeys.read(file).named("rfc"));
    assertThat(JWSObject.parse(example).verify(new Ed25519Signatures(key))).isTrue();
    assertThat(JWSObject.parse(example.replace("RXhh", "RXhi")).verify(new Ed25519Signatures(key)))
        .isFalse();
  }

  @Test
  void refusesASetWithAPrivateKeyOrWithoutAny() throws Exception {
    for (String bad : List.of(
        "{\"keys\":[]}",
        "no json",
        "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"k\",\"x\":\"AAAA\"}]}",
        "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"k\",\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}]}")) {
      Path file = Files.writeString(folder.resolve("bad.json"), bad);
      assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> SigningKeys.read(file)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
