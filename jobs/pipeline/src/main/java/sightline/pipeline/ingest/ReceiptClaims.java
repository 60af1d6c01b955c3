package sightline.pipeline.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import sightline.domain.consent.Receipt;
import sightline.domain.consent.Scope;

/**
 * The claims of a receipt, read by the letter: every field must be there, once, of its type, and nothing else, as a word that
 * is not understood may be a restriction. The fields stand in {@code jobs/docs/consent.md}.
 */
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

  private static final Pattern PURPOSE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,128}");
  private static final int LONGEST_NAME = 200;
  private static final int MOST_WORDS = 32;
  /** The end of the year 9999, in seconds. */
  private static final long LATEST = 253_402_300_799L;

  private static final JsonMapper JSON = JsonMapper.builder(
          com.fasterxml.jackson.core.JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(4).build())
              .build())
      .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  private final JsonNode claims;

  private ReceiptClaims(JsonNode claims) {
    this.claims = claims;
  }

  /**
   * @param payload whose signature was verified
   * @param issuer that it must name; empty for any
   */
  static Receipt read(byte[] payload, String issuer) throws NotAReceipt {
    JsonNode claims;
    try {
      claims = JSON.readTree(payload);
    } catch (IOException quotesThePayload) {
      throw new NotAReceipt();
    }
    Set<String> names = new HashSet<>();
    claims.fieldNames().forEachRemaining(names::add);
    if (!claims.isObject() || !names.equals(FIELDS)) {
      throw new NotAReceipt();
    }
    return new ReceiptClaims(claims).receipt(issuer);
  }

  private Receipt receipt(String issuer) throws NotAReceipt {
    require(name("schema_version").equals(VERSION));
    require(issuer.isEmpty() || name("iss").equals(issuer));
    name("iss");
    policyText();
    long issued = seconds("iat");
    long begins = Math.max(issued, seconds("nbf"));
    try {
      return new Receipt(
          id(),
          name("sub"),
          tasks(),
          name("device"),
          name("region"),
          begins * 1000,
          seconds("exp") * 1000,
          scopes(),
          purposes());
    } catch (IllegalArgumentException quotesTheClaims) {
      throw new NotAReceipt();
    }
  }

  private String id() throws NotAReceipt {
    String id = name("jti");
    require(ID.matcher(id).matches());
    return id;
  }

  private List<String> tasks() throws NotAReceipt {
    List<String> tasks = words("tasks", word -> !word.isBlank() && word.length() <= LONGEST_NAME);
    require(!tasks.isEmpty());
    boolean any = tasks.contains(Receipt.ANY);
    require(!any || tasks.size() == 1);
    return any ? List.of() : tasks;
  }

  private List<String> purposes() throws NotAReceipt {
    return words("purposes", word -> PURPOSE.matcher(word).matches() && !RESERVED.contains(word));
  }

  private List<Scope> scopes() throws NotAReceipt {
    List<Scope> scopes = new ArrayList<>();
    for (String area : words("body_areas", word -> true)) {
      scopes.add(
          switch (area) {
            case "own_face" -> Scope.OWN_FACE;
            case "full_body" -> Scope.FULL_BODY;
            default -> throw new NotAReceipt();
          });
    }
    allow("background_capture", Scope.ROOM, scopes);
    allow("audio", Scope.AUDIO, scopes);
    allow("documents", Scope.DOCUMENTS, scopes);
    allow("human_viewing", Scope.HUMAN_VIEWING, scopes);
    allow("sharing", Scope.SHARING, scopes);
    return scopes;
  }

  private void allow(String claim, Scope scope, List<Scope> scopes) throws NotAReceipt {
    require(claims.path(claim).isBoolean());
    if (claims.path(claim).booleanValue()) {
      scopes.add(scope);
    }
  }

  /** Which words the worker was shown. Kept by the controller; here it only has to be there. */
  private void policyText() throws NotAReceipt {
    JsonNode text = claims.path("policy_text");
    require(text.isObject() && text.size() == 2);
    name(text.path("version"));
    name(text.path("locale"));
  }

  private long seconds(String claim) throws NotAReceipt {
    JsonNode seconds = claims.path(claim);
    require(seconds.isIntegralNumber() && seconds.canConvertToLong());
    require(seconds.longValue() >= 0 && seconds.longValue() <= LATEST);
    return seconds.longValue();
  }

  private List<String> words(String claim, Predicate<String> allowed) throws NotAReceipt {
    JsonNode words = claims.path(claim);
    require(words.isArray() && words.size() <= MOST_WORDS);
    List<String> read = new ArrayList<>();
    for (JsonNode word : words) {
      require(word.isTextual() && allowed.test(word.textValue()));
      require(!read.contains(word.textValue()));
      read.add(word.textValue());
    }
    return read;
  }

  private String name(String claim) throws NotAReceipt {
    return name(claims.path(claim));
  }

  private static String name(JsonNode value) throws NotAReceipt {
    require(value.isTextual());
    String name = value.textValue();
    require(!name.isBlank()
        && name.length() <= LONGEST_NAME
        && name.chars().noneMatch(Character::isISOControl));
    return name;
  }

  private static void require(boolean holds) throws NotAReceipt {
    if (!holds) {
      throw new NotAReceipt();
    }
  }
}
