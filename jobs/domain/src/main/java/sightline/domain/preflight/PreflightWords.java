package sightline.domain.preflight;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What a worker is told, from {@code words.properties}; another language is another file of the same keys. */
final class PreflightWords {
  /** BCP 47 tag of the only language there is. */
  static final String LANGUAGE = "en";

  private static final String BUNDLE = "sightline.domain.preflight.words";

  private PreflightWords() {}

  /**
   * @throws MissingResourceException where a code has no words, which is a fault of the build
   */
  static String of(FindingCode code, @Nullable Side where) {
    ResourceBundle words =
        ResourceBundle.getBundle(BUNDLE, Locale.ROOT, PreflightWords.class.getClassLoader());
    String place = where == null ? "" : " " + words.getString("side." + where.name());
    return words.getString(code.name()).replace(" {where}", place);
  }
}
