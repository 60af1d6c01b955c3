package sightline.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sightline.domain.frame.Origin;
import sightline.domain.privacy.Audio;
import sightline.domain.privacy.Consent;
import sightline.domain.privacy.DetectorKind;
import sightline.domain.privacy.Directive;
import sightline.domain.privacy.DirectiveOverride;
import sightline.domain.privacy.Disposition;
import sightline.domain.privacy.Finality;
import sightline.domain.privacy.Lateness;
import sightline.domain.privacy.Lift;
import sightline.domain.privacy.Look;
import sightline.domain.privacy.Looked;
import sightline.domain.privacy.MutedSpan;
import sightline.domain.privacy.OverrideCause;
import sightline.domain.privacy.Region;
import sightline.domain.privacy.RegionKind;
import sightline.domain.privacy.RegionReason;
import sightline.domain.privacy.WithholdReason;
import sightline.wire.UnreadableRecord.Why;

/**
 * Reads back what {@link JsonLines} wrote of decisions. A key that is missing, of another type, or a word that this version does
 * not know makes the line unreadable: whoever redacts must then stop, since what the line hides is unknown.
 */
public final class DecisionLines {
  private static final ObjectMapper JSON = new ObjectMapper()
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private DecisionLines() {}

  /** A line of {@code directives.jsonl}. The append time of its origin is not in the line. */
  public static Directive directive(String text) throws UnreadableRecord {
    JsonNode line = parsed(text);
    return Reading.open(
        null,
        null,
        () -> new Directive(
            string(line, "session"),
            integer(line, "frame"),
            time(line, "capturedAt"),
            origin(line.path("origin")),
            string(line, "sha256"),
            word(Disposition.class, line, "disposition"),
            words(WithholdReason.class, line, "withheldBecause"),
            regions(line),
            word(Audio.class, line, "audio"),
            muted(line),
            word(Finality.class, line, "finality"),
            integer(line, "revision"),
            isNull(line, "lateness") ? null : word(Lateness.class, line, "lateness"),
            Words.read(Consent.class, string(line, "consent").toUpperCase(Locale.ROOT)),
            strings(line, "purposes"),
            string(line, "policy"),
            string(line, "models"),
            number(line, "doubt").doubleValue(),
            looks(line)));
  }

  /** A line of {@code overrides.jsonl}; a {@code frame} that is absent or null means the whole session, no {@code lift} that nothing is lifted. */
  public static DirectiveOverride override(String text) throws UnreadableRecord {
    JsonNode line = parsed(text);
    @Nullable JsonNode lift = line.hasNonNull("lift") ? line.path("lift") : null;
    return Reading.open(
        null,
        null,
        () -> new DirectiveOverride(
            string(line, "session"),
            line.hasNonNull("frame") ? Integer.valueOf(integer(line, "frame")) : null,
            integer(line, "revision"),
            time(line, "effectiveAt"),
            word(OverrideCause.class, line, "cause"),
            word(Disposition.class, lift == null ? line : lift, "disposition"),
            regions(line),
            lift == null
                ? null
                : new Lift(string(lift, "sha256"), words(WithholdReason.class, lift, "reasons"))));
  }

  private static JsonNode parsed(String text) throws UnreadableRecord {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException quotesTheInput) {
      throw new UnreadableRecord(Why.MALFORMED);
    }
  }

  private static List<Region> regions(JsonNode line) throws UnreadableRecord {
    List<Region> regions = new ArrayList<>();
    for (JsonNode region : array(line, "regions")) {
      regions.add(new Region(
          integer(region, "x"),
          integer(region, "y"),
          integer(region, "w"),
          integer(region, "h"),
          word(RegionKind.class, region, "kind"),
          word(RegionReason.class, region, "reason"),
          isNull(region, "track") ? null : Integer.valueOf(integer(region, "track")),
          number(region, "confidence").doubleValue()));
    }
    return regions;
  }

  private static List<MutedSpan> muted(JsonNode line) throws UnreadableRecord {
    List<MutedSpan> spans = new ArrayList<>();
    for (JsonNode span : array(line, "muted")) {
      spans.add(new MutedSpan(time(span, "from"), time(span, "to")));
    }
    return spans;
  }

  private static List<Look> looks(JsonNode line) throws UnreadableRecord {
    List<Look> looks = new ArrayList<>();
    for (JsonNode look : array(line, "looks")) {
      looks.add(new Look(
          word(DetectorKind.class, look, "kind"),
          word(Looked.class, look, "looked"),
          isNull(look, "ageMillis") ? null : Long.valueOf(whole(look, "ageMillis"))));
    }
    return looks;
  }

  private static Origin origin(JsonNode origin) throws UnreadableRecord {
    return new Origin(
        string(origin, "topic"), integer(origin, "partition"), whole(origin, "offset"), null);
  }

  private static <E extends Enum<E>> E word(Class<E> vocabulary, JsonNode line, String key)
      throws UnreadableRecord {
    return Words.read(vocabulary, string(line, key));
  }

  private static <E extends Enum<E>> List<E> words(Class<E> vocabulary, JsonNode line, String key)
      throws UnreadableRecord {
    List<E> words = new ArrayList<>();
    for (JsonNode word : array(line, key)) {
      words.add(Words.read(vocabulary, word.asText()));
    }
    return words;
  }

  private static List<String> strings(JsonNode line, String key) throws UnreadableRecord {
    List<String> strings = new ArrayList<>();
    for (JsonNode value : array(line, key)) {
      strings.add(required(value, value.isTextual()).textValue());
    }
    return strings;
  }

  private static Instant time(JsonNode line, String key) throws UnreadableRecord {
    try {
      return Instant.parse(string(line, key));
    } catch (DateTimeException quotesTheInput) {
      throw new UnreadableRecord(Why.MALFORMED);
    }
  }

  private static String string(JsonNode line, String key) throws UnreadableRecord {
    JsonNode value = line.path(key);
    return required(value, value.isTextual()).textValue();
  }

  private static int integer(JsonNode line, String key) throws UnreadableRecord {
    JsonNode value = line.path(key);
    return required(value, value.isInt()).intValue();
  }

  private static long whole(JsonNode line, String key) throws UnreadableRecord {
    JsonNode value = line.path(key);
    return required(value, value.canConvertToLong() && value.isIntegralNumber()).longValue();
  }

  private static JsonNode number(JsonNode line, String key) throws UnreadableRecord {
    JsonNode value = line.path(key);
    return required(value, value.isNumber());
  }

  private static JsonNode array(JsonNode line, String key) throws UnreadableRecord {
    JsonNode value = line.path(key);
    return required(value, value.isArray());
  }

  /** Whether null stands there; a key that does not stand there at all is found out by whoever reads its value. */
  private static boolean isNull(JsonNode line, String key) {
    @Nullable JsonNode value = line.get(key);
    return value != null && value.isNull();
  }

  private static JsonNode required(JsonNode value, boolean asExpected) throws UnreadableRecord {
    if (!asExpected) {
      throw new UnreadableRecord(Why.MALFORMED);
    }
    return value;
  }
}
