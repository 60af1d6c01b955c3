package sightline.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import sightline.domain.feedback.Phrase;
import sightline.domain.feedback.Saying;
import sightline.domain.feedback.Sayings;

class CatalogueTest {
  private static final Catalogue WORDS = Catalogue.open();

  static Stream<String> languages() {
    return Catalogue.LANGUAGES.stream();
  }

  private static Map<String, Properties> files() throws Exception {
    Map<String, Properties> files = new LinkedHashMap<>();
    for (String language : Catalogue.LANGUAGES) {
      Properties file = new Properties();
      try (Reader in = new InputStreamReader(
          Objects.requireNonNull(Catalogue.class.getResourceAsStream(language + ".properties")),
          StandardCharsets.UTF_8)) {
        file.load(in);
      }
      files.put(language, file);
    }
    return files;
  }

  /** Gaps of a text with their types; a plural's gap with its categories. */
  private static Map<String, String> gaps(String text, boolean categories) {
    MessagePattern pattern = new MessagePattern(text);
    Map<String, String> gaps = new TreeMap<>();
    String gap = "";
    boolean plural = false;
    for (int at = 0; at < pattern.countParts(); at++) {
      Part part = pattern.getPart(at);
      switch (part.getType()) {
        case ARG_START -> plural = part.getArgType() == ArgType.PLURAL;
        case ARG_NAME -> {
          gap = pattern.getSubstring(part);
          gaps.merge(gap, plural ? "plural" : "plain", (one, other) -> one);
        }
        case ARG_SELECTOR -> {
          if (categories) {
            gaps.merge("count", " " + pattern.getSubstring(part), String::concat);
          }
        }
        default -> {}
      }
    }
    return gaps;
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyCodeHasATextWithTheGapsThatItsCodeHas(String language) {
    for (String code : Sayings.codes()) {
      Map<String, String> expected = new TreeMap<>();
      Sayings.gaps(code)
          .forEach(gap -> expected.put(gap, gap.equals(Sayings.COUNT) ? "plural" : "plain"));
      assertThat(gaps(WORDS.pattern(code, language), false))
          .as("%s in %s", code, language)
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void pluralsHaveEveryCategoryOfTheLanguageAndNoOther(String language) {
    TreeSet<String> expected =
        new TreeSet<>(PluralRules.forLocale(new ULocale(language)).getKeywords());
    for (String code : Sayings.codes()) {
      if (Sayings.gaps(code).contains(Sayings.COUNT)) {
        String all = gaps(WORDS.pattern(code, language), true).get(Sayings.COUNT);
        assertThat(new TreeSet<>(
                List.of(Objects.requireNonNull(all).split(" ")).subList(1, all.split(" ").length)))
            .as("%s in %s", code, language)
            .isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void textsAreComposedLettersAndEndAsSentencesDo(String language) {
    Pattern end = Pattern.compile(".*[.।]}*$");
    for (String code : Sayings.codes()) {
      String text = WORDS.pattern(code, language);
      assertThat(Normalizer.normalize(text, Normalizer.Form.NFC)).as(code).isEqualTo(text);
      assertThat(text)
          .as("%s in %s", code, language)
          .matches(code.startsWith("page.") ? Pattern.compile(".+") : end)
          .doesNotContain("'", "  ", "\\");
    }
  }

  /** A text that was left in English, or copied from another language, is no translation. */
  @Test
  void noTextIsTheSameInTwoLanguages() {
    // a heading may be the same word in two languages
    for (String code :
        Sayings.codes().stream().filter(one -> !one.startsWith("page.")).toList()) {
      assertThat(Catalogue.LANGUAGES.stream().map(language -> WORDS.pattern(code, language)))
          .as(code)
          .doesNotHaveDuplicates();
    }
  }

  private static String english(String code) {
    Map<String, Object> arguments = Map.of("count", 3L, "times", "0:12–0:40", "object", "cup");
    return new MessageFormat(WORDS.pattern(code, "en"), ULocale.ENGLISH).format(arguments);
  }

  private static List<String> words(String text) {
    return Pattern.compile("[^A-Za-z]+")
        .splitAsStream(text)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** Groups of vowels, without a silent e: near enough for a bound over many words. */
  private static int syllables(String word) {
    String sounds = word.toLowerCase(java.util.Locale.ROOT).replaceAll("(?<=[a-z]{2})e$", "");
    return Math.max(1, sounds.replaceAll("[^aeiouy]+", " ").strip().split(" ").length);
  }

  /**
   * Flesch-Kincaid grade (Kincaid et al. 1975, Naval Technical Training Command report 8-75): 0.39 words per sentence + 11.8 syllables
   * per word - 15.59. Grade 5 is read by most ten-year-olds.
   */
  @Test
  void englishIsReadByAChildOfTen() {
    int sentences = 0;
    int words = 0;
    int syllables = 0;
    for (String code : Sayings.codes()) {
      for (String sentence :
          Pattern.compile("(?<=[.])\\s+").splitAsStream(english(code)).toList()) {
        List<String> of = words(sentence);
        assertThat(of.size()).as(sentence).isLessThanOrEqualTo(16);
        sentences++;
        words += of.size();
        syllables += of.stream().mapToInt(CatalogueTest::syllables).sum();
      }
    }
    double grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    System.out.printf("English: %s sentences, %s words, grade %.1f%n", sentences, words, grade);
    assertThat(grade).isLessThan(5);
  }

  @Test
  void englishBlamesNobody() {
    Pattern harsh = Pattern.compile(
        "(?i)\\b(bad|badly|fail\\w*|mistake\\w*|poor\\w*|careless|you should|you must|you did not|never|error|violat\\w*)\\b");
    assertThat(Sayings.codes().stream().map(CatalogueTest::english))
        .noneMatch(text -> harsh.matcher(text).find());
    assertThat(english("structural")).isEqualTo("This is not your fault.");
  }

  @ParameterizedTest
  @CsvSource({
    "sw-KE, sw",
    "yo, yo",
    "fil-PH, fil",
    "tl-PH, fil",
    "pt-BR, pt",
    "hi-Deva-IN, hi",
    "de-DE, en",
    ", en"
  })
  void speaksTheLanguageOfTheLocaleOrEnglish(@Nullable String locale, String language) {
    assertThat(WORDS.language(locale)).isEqualTo(language);
  }

  private static final List<Saying> THANKS = List.of(new Saying("verdict.ACCEPT", List.of()));

  @Test
  void whatNobodySignedStandsBesideItsEnglish() {
    Phrase swahili = WORDS.phrase(THANKS, "sw");
    assertThat(swahili.reviewed()).isFalse();
    assertThat(swahili.text()).startsWith("Asante.");
    assertThat(swahili.english()).isEqualTo("Thank you. We can use your recording.");
    assertThat(WORDS.phrase(THANKS, "en").english()).isNull();
  }

  /** The hash is that of the line of shell in jobs/docs/feedback.md. */
  @Test
  void aSignatureHoldsUntilEitherTextIsEdited() throws Exception {
    String line = "A. Speaker; 2026-12-01; "
        + Signature.hash(
            "verdict.ACCEPT",
            WORDS.pattern("verdict.ACCEPT", "en"),
            WORDS.pattern("verdict.ACCEPT", "sw"));
    Map<String, Properties> files = files();
    Objects.requireNonNull(files.get("sw")).setProperty("verdict.ACCEPT.signed", line);
    Phrase signed = Catalogue.of(files).phrase(THANKS, "sw");
    assertThat(signed.reviewed()).isTrue();
    assertThat(signed.english()).isNull();

    for (String edited : List.of("sw", "en")) {
      Map<String, Properties> later = files();
      Objects.requireNonNull(later.get("sw")).setProperty("verdict.ACCEPT.signed", line);
      Objects.requireNonNull(later.get(edited)).setProperty("verdict.ACCEPT", "Other words.");
      assertThat(Catalogue.of(later).phrase(THANKS, "sw").reviewed()).as(edited).isFalse();
    }
  }

  @Test
  void oneUnsignedSentenceMakesAPhraseUnreviewed() throws Exception {
    Map<String, Properties> files = files();
    Objects.requireNonNull(files.get("sw"))
        .setProperty(
            "verdict.ACCEPT.signed",
            "A. Speaker; 2026-12-01; " + WORDS.hash("verdict.ACCEPT", "sw"));
    List<Saying> more = new ArrayList<>(THANKS);
    more.add(new Saying("appeal", List.of()));
    assertThat(Catalogue.of(files).phrase(more, "sw").reviewed()).isFalse();
  }

  @Test
  void theHashIsTheOneThatTheShellMakes() {
    // printf '%s\n%s\n%s' appeal English Kiswahili | sha256sum | cut -c1-16
    assertThat(Signature.hash("appeal", "English", "Kiswahili")).isEqualTo("b7a02b127e171f58");
  }

  @Test
  void allThatIsWrongWithTheFilesIsToldAtOnce() throws Exception {
    Map<String, Properties> files = files();
    Objects.requireNonNull(files.get("yo")).remove("appeal");
    Objects.requireNonNull(files.get("hi")).setProperty("reason.SURPRISE", "?");
    Objects.requireNonNull(files.get("es")).setProperty("appeal.signed", "somebody");
    assertThatThrownBy(() -> Catalogue.of(files))
        .hasMessageContainingAll(
            "yo: no text for appeal", "hi: nothing is said", "es: appeal.signed");
  }
}
