package sightline.pipeline.ingest;

import static sightline.pipeline.ingest.Claims.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sightline.domain.consent.LanguageTag;
import sightline.domain.consent.Receipt;
import sightline.domain.consent.Scope;

/** The claims of a receipt. The fields stand in {@code jobs/docs/consent.md}. */
final class ReceiptClaims {
  static final String VERSION = "sightline-receipt-1";

  private static final Set<String> FIELDS = Set.of(
      "iss",
      "sub",
      "jti",
      "iat",
      "nbf",
      "exp",
      "schema_version",
      "purposes",
      "body_areas",
      "background_capture",
      "audio",
      "documents",
      "human_viewing",
      "sharing",
      "policy_text",
      "device",
      "tasks",
      "region");
  /** What a directive says by itself; a purpose of that name would say it without the worker's word. */
  private static final Set<String> RESERVED = Set.of("human-viewing", "sharing");

  private static final String LOCALE = "locale";

  private static final Pattern PURPOSE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final int LONGEST_TASK = 200;

  private final Claims claims;

  private ReceiptClaims(Claims claims) {
    this.claims = claims;
  }

  /**
   * @param payload whose signature was verified
   * @param issuer that it must name; empty for any
   */
  static Receipt read(byte[] payload, String issuer) throws NotBelieved {
    return new ReceiptClaims(Claims.read(payload).exactly(FIELDS, Set.of(LOCALE))).receipt(issuer);
  }

  private Receipt receipt(String issuer) throws NotBelieved {
    require(claims.name("schema_version").equals(VERSION));
    String from = claims.name("iss");
    require(issuer.isEmpty() || from.equals(issuer));
    long begins = Math.max(claims.seconds("iat"), claims.seconds("nbf"));
    try {
      return new Receipt(
          claims.id("jti"),
          claims.name("sub"),
          tasks(),
          claims.name("device"),
          claims.name("region"),
          begins * 1000,
          claims.seconds("exp") * 1000,
          scopes(),
          purposes(),
          locale());
    } catch (IllegalArgumentException quotesTheClaims) {
      throw new NotBelieved();
    }
  }

  private List<String> tasks() throws NotBelieved {
    List<String> tasks =
        claims.words("tasks", word -> !word.isBlank() && word.length() <= LONGEST_TASK);
    require(!tasks.isEmpty());
    boolean any = tasks.contains(Receipt.ANY);
    require(!any || tasks.size() == 1);
    return any ? List.of() : tasks;
  }

  private List<String> purposes() throws NotBelieved {
    return claims.words(
        "purposes", word -> PURPOSE.matcher(word).matches() && !RESERVED.contains(word));
  }

  private List<Scope> scopes() throws NotBelieved {
    List<Scope> scopes = new ArrayList<>();
    for (String area : claims.words("body_areas", word -> true)) {
      scopes.add(
          switch (area) {
            case "own_face" -> Scope.OWN_FACE;
            case "full_body" -> Scope.FULL_BODY;
            default -> throw new NotBelieved();
          });
    }
    allow("background_capture", Scope.ROOM, scopes);
    allow("audio", Scope.AUDIO, scopes);
    allow("documents", Scope.DOCUMENTS, scopes);
    allow("human_viewing", Scope.HUMAN_VIEWING, scopes);
    allow("sharing", Scope.SHARING, scopes);
    return scopes;
  }

  private void allow(String claim, Scope scope, List<Scope> scopes) throws NotBelieved {
    if (claims.yes(claim)) {
      scopes.add(scope);
    }
  }

  /** The language the worker asked for, else the one of the words they were shown, where that is a tag at all. */
  private @Nullable String locale() throws NotBelieved {
    String shown = policyText();
    if (!claims.has(LOCALE)) {
      return LanguageTag.canonical(shown);
    }
    String asked = LanguageTag.canonical(claims.name(LOCALE));
    require(asked != null);
    return asked;
  }

  /** Which words the worker was shown, and their locale. Kept by the controller; here they only have to be there. */
  private String policyText() throws NotBelieved {
    Claims text = claims.object("policy_text").exactly(Set.of("version", LOCALE));
    text.name("version");
    return text.name(LOCALE);
  }
}
