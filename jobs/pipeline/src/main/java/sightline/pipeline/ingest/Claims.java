package sightline.pipeline.ingest;

import com.fasterxml.jackson.core.JsonFactory;
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

/**
 * The claims of a signed statement, read by the letter: every field must be there, once, of its type, and nothing else, as a word
 * that is not understood may be a restriction.
 */
final class Claims {
  private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,128}");
  private static final int LONGEST_NAME = 200;
  private static final int MOST_WORDS = 32;
  /** The end of the year 9999, in seconds. */
  private static final long LATEST = 253_402_300_799L;

  private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(4).build())
          .build())
      .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  private final JsonNode claims;

  private Claims(JsonNode claims) {
    this.claims = claims;
  }

  /**
   * @param payload whose signature was verified
   */
  static Claims read(byte[] payload) throws NotBelieved {
    try {
      return of(JSON.readTree(payload));
    } catch (IOException quotesThePayload) {
      throw new NotBelieved();
    }
  }

  private static Claims of(JsonNode claims) throws NotBelieved {
    require(claims.isObject());
    return new Claims(claims);
  }

  /** These and no others. */
  Claims exactly(Set<String> fields) throws NotBelieved {
    return exactly(fields, Set.of());
  }

  /** All of the first, any of the second and no others. */
  Claims exactly(Set<String> fields, Set<String> optional) throws NotBelieved {
    Set<String> names = new HashSet<>();
    claims.fieldNames().forEachRemaining(names::add);
    names.removeAll(optional);
    require(names.equals(fields));
    return this;
  }

  boolean has(String claim) {
    return claims.has(claim);
  }

  /** Printable characters without spaces, 128 at most. */
  String id(String claim) throws NotBelieved {
    String id = name(claim);
    require(ID.matcher(id).matches());
    return id;
  }

  /** Up to 200 characters, none of them of control. */
  String name(String claim) throws NotBelieved {
    JsonNode value = claims.path(claim);
    require(value.isTextual());
    String name = value.textValue();
    require(!name.isBlank()
        && name.length() <= LONGEST_NAME
        && name.chars().noneMatch(Character::isISOControl));
    return name;
  }

  boolean yes(String claim) throws NotBelieved {
    require(claims.path(claim).isBoolean());
    return claims.path(claim).booleanValue();
  }

  /** Since the epoch, not below 0. */
  long seconds(String claim) throws NotBelieved {
    return whole(claim, LATEST);
  }

  /** From 0. */
  long whole(String claim, long most) throws NotBelieved {
    JsonNode number = claims.path(claim);
    require(number.isIntegralNumber() && number.canConvertToLong());
    require(number.longValue() >= 0 && number.longValue() <= most);
    return number.longValue();
  }

  /** 32 at most, each once. */
  List<String> words(String claim, Predicate<String> allowed) throws NotBelieved {
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

  Claims object(String claim) throws NotBelieved {
    return of(claims.path(claim));
  }

  List<Claims> objects(String claim, int most) throws NotBelieved {
    JsonNode objects = claims.path(claim);
    require(objects.isArray() && objects.size() <= most);
    List<Claims> read = new ArrayList<>();
    for (JsonNode object : objects) {
      read.add(of(object));
    }
    return read;
  }

  static void require(boolean holds) throws NotBelieved {
    if (!holds) {
      throw new NotBelieved();
    }
  }
}
