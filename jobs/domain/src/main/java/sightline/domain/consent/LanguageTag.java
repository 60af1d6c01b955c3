package sightline.domain.consent;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tags of languages after BCP 47 (RFC 5646), cut down to language, script and region: {@code sw}, {@code yo-NG},
 * {@code hi-Deva-IN}. Variants, extensions and private parts are refused, since words of a sender's own could name a worker.
 */
public final class LanguageTag {
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?");

  private LanguageTag() {}

  /** The tag in its usual letters ({@code yo-NG}), null for anything that is no such tag. */
  public static @Nullable String canonical(String tag) {
    if (!PLAIN.matcher(tag).matches()) {
      return null;
    }
    String canonical = Locale.forLanguageTag(tag).toLanguageTag();
    return canonical.startsWith("und") ? null : canonical;
  }
}
