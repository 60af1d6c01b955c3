package sightline.words;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import sightline.domain.feedback.Argument;
import sightline.domain.feedback.Phrase;
import sightline.domain.feedback.Saying;
import sightline.domain.feedback.Sayings;
import sightline.domain.feedback.Wording;

/**
 * Everything that workers are told, in ICU MessageFormat, one UTF-8 file a language: {@code code=text}, and
 * {@code code.signed=who; date; hash} once a speaker of the language signed that text ({@link Signature}). Reads its files once;
 * safe for many threads after that.
 */
public final class Catalogue implements Wording {
  /** BCP 47 tags, English first: the others are held against it. */
  public static final List<String> LANGUAGES =
      List.of("en", "sw", "ha", "yo", "hi", "es", "pt", "fil");

  private static final String ENGLISH = "en";
  private static final String SIGNED = ".signed";
  /** Older codes and a name for what {@code fil} calls its language. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of("tl", "fil", "swa", "sw", "hau", "ha", "yor", "yo");

  private final Map<String, Map<String, String>> texts;
  private final Map<String, Map<String, Signature>> signatures;

  private Catalogue(
      Map<String, Map<String, String>> texts, Map<String, Map<String, Signature>> signatures) {
    this.texts = texts;
    this.signatures = signatures;
  }

  /**
   * @throws IllegalArgumentException with all that is wrong with the files: texts missing, too many, or signed in another form
   */
  public static Catalogue open() {
    Map<String, Properties> files = new LinkedHashMap<>();
    LANGUAGES.forEach(language -> files.put(language, file(language)));
    return of(files);
  }

  static Catalogue of(Map<String, Properties> files) {
    List<String> wrong = new ArrayList<>();
    Map<String, Map<String, String>> texts = new HashMap<>();
    Map<String, Map<String, Signature>> signatures = new HashMap<>();
    files.forEach((language, file) -> {
      Map<String, String> spoken = new HashMap<>();
      Map<String, Signature> signed = new HashMap<>();
      for (String key : file.stringPropertyNames()) {
        String code = key.endsWith(SIGNED) ? key.substring(0, key.length() - SIGNED.length()) : key;
        if (!Sayings.codes().contains(code)) {
          wrong.add("%s: nothing is said under %s".formatted(language, key));
        } else if (code.equals(key)) {
          spoken.put(code, file.getProperty(key));
        } else {
          try {
            signed.put(code, Signature.read(file.getProperty(key)));
          } catch (IllegalArgumentException e) {
            wrong.add("%s: %s: %s".formatted(language, key, e.getMessage()));
          }
        }
      }
      Sayings.codes().stream()
          .filter(code -> spoken.getOrDefault(code, "").isBlank())
          .forEach(code -> wrong.add("%s: no text for %s".formatted(language, code)));
      texts.put(language, Map.copyOf(spoken));
      signatures.put(language, Map.copyOf(signed));
    });
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException("the words do not read: " + String.join("; ", wrong));
    }
    return new Catalogue(texts, signatures);
  }

  private static Properties file(String language) {
    Properties file = new Properties();
    try (InputStream in = Catalogue.class.getResourceAsStream(language + ".properties")) {
      if (in == null) {
        throw new IllegalArgumentException("no words in " + language);
      }
      file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  @Override
  public String language(@Nullable String locale) {
    if (locale == null) {
      return ENGLISH;
    }
    String language = new ULocale(locale.replace('-', '_')).getLanguage();
    String ours = OTHER_NAMES.getOrDefault(language, language);
    return texts.containsKey(ours) ? ours : ENGLISH;
  }

  @Override
  public Phrase phrase(List<Saying> sayings, String language) {
    boolean reviewed = sayings.stream().allMatch(saying -> reviewed(saying.code(), language));
    boolean beside = !reviewed && !language.equals(ENGLISH);
    return new Phrase(said(sayings, language), beside ? said(sayings, ENGLISH) : null, reviewed);
  }

  /** Whether a speaker signed this text as it stands, of the English as it stands. */
  public boolean reviewed(String code, String language) {
    Signature signature = of(signatures, language).get(code);
    return signature != null && signature.hash().equals(hash(code, language));
  }

  /** What a speaker's signature line has to end with, see {@link Signature#hash(String, String, String)}. */
  public String hash(String code, String language) {
    return Signature.hash(code, pattern(code, ENGLISH), pattern(code, language));
  }

  /**
   * The text as it stands in the file.
   *
   * @throws IllegalArgumentException where there is none
   */
  public String pattern(String code, String language) {
    String pattern = of(texts, language).get(code);
    if (pattern == null) {
      throw new IllegalArgumentException("no text for %s in %s".formatted(code, language));
    }
    return pattern;
  }

  private String said(List<Saying> sayings, String language) {
    return String.join(
        " ", sayings.stream().map(saying -> said(saying, language)).toList());
  }

  private String said(Saying saying, String language) {
    Map<String, Object> arguments = new HashMap<>();
    for (Argument argument : saying.arguments()) {
      Long number = argument.number();
      arguments.put(argument.name(), number != null ? number : String.valueOf(argument.words()));
    }
    return new MessageFormat(pattern(saying.code(), language), new ULocale(language))
        .format(arguments);
  }

  private static <T> Map<String, T> of(Map<String, Map<String, T>> all, String language) {
    Map<String, T> own = all.get(language);
    if (own == null) {
      throw new IllegalArgumentException("no words in " + language);
    }
    return own;
  }
}
