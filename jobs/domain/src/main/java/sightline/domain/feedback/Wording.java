package sightline.domain.feedback;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts in the languages of workers. */
public interface Wording {
  /** BCP 47 tag of the language that speaks to this locale; {@code en} where none of its own is there. */
  String language(@Nullable String locale);

  /**
   * @param language as {@link #language} gave it
   * @throws IllegalArgumentException where a text is missing, which is a fault of the build
   */
  Phrase phrase(List<Saying> sayings, String language);
}
